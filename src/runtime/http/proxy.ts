/** Which proxy a request goes through: the environment says so, as curl(1) reads it. */

import { BlockList, isIP } from "node:net";
import { Refusal } from "../files/refusal.ts";
import type { Environment } from "../flow.ts";
import { addressOf } from "./target.ts";

export interface HttpProxy {
  readonly host: string;
  readonly port: number;
  readonly authorization?: string;
}

/** The proxy for a URL; null where it is asked directly. */
export function proxyFor(url: URL, environment: Environment): HttpProxy | null {
  const { host, port } = addressOf(url);
  if (isExempt(host, port, environment.get("no_proxy") ?? environment.get("NO_PROXY") ?? "")) return null;
  // HTTP_PROXY in upper case is what a web server makes of a header `Proxy:`; curl does not read it either.
  const names = url.protocol === "https:" ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"];
  for (const name of [...names, "all_proxy", "ALL_PROXY"]) {
    const value = environment.get(name);
    if (value !== undefined && value !== "") return readProxy(name, value);
  }
  return null;
}

function readProxy(name: string, value: string): HttpProxy {
  const refuse = (): Refusal =>
    new Refusal(
      "EnvironmentFault",
      `the variable ${name} does not name an HTTP proxy: write it as \`http://host:port\``,
    );
  let url: URL;
  try {
    url = new URL(value.includes("://") ? value : `http://${value}`);
  } catch {
    throw refuse();
  }
  if (url.protocol !== "http:" || url.hostname === "") throw refuse();
  const { host } = addressOf(url);
  // 1080 is what curl takes where none is given; 80 where the URL says http.
  const port = url.port === "" ? (value.includes("://") ? 80 : 1080) : Number(url.port);
  if (url.username === "") return { host, port };
  const user = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return { host, port, authorization: `Basic ${Buffer.from(user).toString("base64")}` };
}

/** `no_proxy`: hosts and their domains, addresses and networks, `*` for all; a port where it matters. */
function isExempt(host: string, port: number, list: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, "");
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === "") return false;
    if (entry === "*") return true;
    if (entry.includes("/")) return isWithin(name, entry);
    const [, bare = entry, wanted] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? [];
    if (wanted !== undefined && Number(wanted) !== port) return false;
    const domain = bare
      .toLowerCase()
      .replace(/^\[(.*)\]$/, "$1")
      .replace(/^\./, "")
      .replace(/\.$/, "");
    return name === domain || (isIP(name) === 0 && name.endsWith(`.${domain}`));
  });
}

function isWithin(host: string, network: string): boolean {
  const [address = "", prefix = ""] = network.split("/");
  const family = isIP(address);
  if (family === 0 || isIP(host) !== family || !/^\d{1,3}$/.test(prefix)) return false;
  const type = family === 4 ? "ipv4" : "ipv6";
  if (Number(prefix) > (family === 4 ? 32 : 128)) return false;
  const networks = new BlockList();
  networks.addSubnet(address, Number(prefix), type);
  return networks.check(host, type);
}
