/** Faults of the network in a world: no network, loopback alone, another host that behaves badly, no name servers. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StartChild } from "../../engine/index.ts";
import type { Namespaces } from "../../runtime/index.ts";
import { mountFlags, must, type Root, WorldTrouble, within } from "../../sandbox/index.ts";
import { serveNames } from "../proxy/names.ts";
import { serveProxy } from "../proxy/serve.ts";
import type { Peer, World } from "./world.ts";

/** Leaves the host's network; the value comes back to it. Peers listen from then on. */
export async function changeNetwork(
  calls: Namespaces,
  root: Root,
  world: World,
  start: StartChild,
): Promise<() => void> {
  const { network, peers, namesDown } = world;
  if (namesDown || network !== "host") {
    // Without a name server nobody listens at this address of loopback; nothing leaves the host.
    const server = network === "peers" ? router : "127.66.53.53";
    replaceFile(calls, root, "/etc/resolv.conf", `nameserver ${server}\noptions timeout:1 attempts:1\n`);
    const names = textOf(within(root.path, "/etc/nsswitch.conf"));
    replaceFile(calls, root, "/etc/nsswitch.conf", `${names.replace(/^hosts:.*$/m, "")}\nhosts: files dns\n`);
  }
  if (network === "host") return () => undefined;
  const before = calls.currentNetwork();
  must(calls.newNetwork(), "no network of its own");
  if (network !== "none") must(calls.loopback(), "no loopback device");
  if (network === "peers") await connectPeers(calls, peers, start);
  return () => void calls.enterNetwork(before);
}

/** Addresses of TEST-NET-1 (RFC 5737): this host's, and its way to all others. */
const [own, router] = ["192.0.2.2", "192.0.2.1"];
const limit = 10_000;

/** Makes another host, in a network namespace of its own, at the other end of a wire (veth(4)); comes back to this one. */
export async function connectPeers(calls: Namespaces, peers: readonly Peer[], start: StartChild): Promise<void> {
  const here = calls.currentNetwork();
  must(calls.newNetwork(), "no network of its own");
  const there = calls.currentNetwork();
  must(calls.enterNetwork(here), "no way back");
  const ip = async (...words: readonly string[]): Promise<void> => {
    const status = await start({ argv: ["ip", ...words], limit });
    if (status === 127) throw new WorldTrouble("ip (iproute2) is not installed");
    if (status !== 0) throw new WorldTrouble(`no network with another host: ip ${words.slice(0, 2).join(" ")} failed`);
  };
  const otherEnd = `/proc/${process.pid}/fd/${there}`;
  await ip("link", "add", "eth0", "type", "veth", "peer", "name", "eth0", "netns", otherEnd);
  await ip("address", "add", `${own}/24`, "dev", "eth0");
  await ip("link", "set", "eth0", "up");
  must(calls.enterNetwork(there), "no way to the other host");
  const addresses = new Set(peers.filter(({ isThere }) => isThere).map(({ address }) => address));
  for (const address of [router, ...addresses]) await ip("address", "add", `${address}/24`, "dev", "eth0");
  await ip("link", "set", "eth0", "up");
  for (const { address, port, behaviour } of peers)
    if (behaviour !== null) await serveProxy({ host: address, port, to: null, behaviour });
  await serveNames(router, new Map(peers.map(({ host, address }) => [host.toLowerCase(), address])));
  must(calls.enterNetwork(here), "no way back");
  await ip("route", "add", "default", "via", router);
}

/** Another file in a file's place, whoever owns it. */
function replaceFile(calls: Namespaces, root: Root, path: string, text: string): void {
  const ours = join(root.spare(), "file");
  writeFileSync(ours, text, { mode: 0o644 });
  const place = within(root.path, path);
  const errno = calls.mount(ours, place, "", mountFlags.bind, "");
  if (errno === "ENOENT") writeFileSync(place, text);
  else must(errno, `${path} stays as it is`);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
