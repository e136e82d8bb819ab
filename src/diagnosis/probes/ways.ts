/** Whether this host itself has a way to an address: its own routes and neighbours are looked at, and nothing is sent. */

import { readFileSync } from "node:fs";
import { late } from "./late-sockets.ts";

/**
 * `clear`: as far as this host can tell. `none`: no route of this host leads there, or one forbids it.
 * `gateway-silent`: the gateway on the way does not answer. `neighbour-silent`: it should be on this very network, and does not answer.
 */
export type Way = "clear" | "none" | "gateway-silent" | "neighbour-silent";

/** `address`: IPv4, "10.0.0.7". Undefined where it is none, or cannot be told. */
export function wayTo(address: string): Way | undefined {
  const errno = late.load().connectErrno(address);
  if (errno === undefined) return undefined;
  if (errno !== 0) return "none";
  return wayBy(address, textOf("/proc/net/route"), textOf("/proc/net/arp"));
}

/** What the tables of routes and of neighbours (proc_net(5)) say of an address that has a route. */
export function wayBy(address: string, routes: string, neighbours: string): Way {
  const gateway = gatewayOf(address, routes);
  const next = gateway ?? address;
  // Flag 2: the address of its hardware is known. An entry without any was asked for, and did not answer.
  const isSilent = neighbours.split("\n").some((line) => {
    const [known, , flags] = line.trim().split(/\s+/);
    return known === next && flags === "0x0";
  });
  if (!isSilent) return "clear";
  return gateway !== undefined || isGateway(address, routes) ? "gateway-silent" : "neighbour-silent";
}

function isGateway(address: string, routes: string): boolean {
  const hex = Buffer.from(address.split(".").map(Number).toReversed()).toString("hex").toUpperCase();
  return routes.split("\n").some((line) => line.split("\t")[2] === hex);
}

/** The gateway of the narrowest route that fits; undefined where the address is on a network of this host's own. */
function gatewayOf(address: string, routes: string): string | undefined {
  const number = numberOf(address);
  let best: { readonly mask: number; readonly gateway: string } | undefined;
  for (const line of routes.split("\n").slice(1)) {
    const [, to, gateway, , , , , mask] = line.split("\t");
    if (to === undefined || gateway === undefined || mask === undefined) continue;
    const bits = swapped(mask);
    if ((number & bits) >>> 0 !== swapped(to) || (best !== undefined && bits <= best.mask)) continue;
    best = { mask: bits, gateway };
  }
  if (best === undefined || /^0+$/.test(best.gateway)) return undefined;
  const [a, b, c, d] = Buffer.from(best.gateway, "hex");
  return [d, c, b, a].join(".");
}

function numberOf(address: string): number {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** The kernel prints addresses as numbers of this machine's byte order, which is little endian wherever Node runs. */
function swapped(hex: string): number {
  const bytes = Buffer.from(hex, "hex");
  return bytes.length === 4 ? bytes.readUInt32LE(0) : 0;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8").slice(0, 262_144);
  } catch {
    return "";
  }
}
