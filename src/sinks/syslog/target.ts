/** What stands behind `syslog:`: a local socket, or a host by UDP, TCP or TLS, with its options. */

import { isIPv6 } from "node:net";
import { resolve } from "node:path";

export interface SyslogTarget {
  readonly way: "local" | "udp" | "tcp" | "tls";
  /** Of a local socket: absolute. */
  readonly path: string;
  /** Without brackets. */
  readonly host: string;
  readonly port: number;
  /** 0 to 23. */
  readonly facility: number;
  /** APP-NAME: 1 to 48 printable ASCII characters. */
  readonly app: string;
  /** SD-ID: a name, `@`, and a private enterprise number. */
  readonly sd: string;
  /** The largest message in bytes; Infinity for no limit. */
  readonly size: number;
  /** Of TLS: absolute paths of PEM files. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** The name that the peer's certificate must carry, where that is not the host. */
  readonly peer?: string;
  readonly verify: boolean;
}

// RFC 5424, table 1.
const facilities: readonly string[] = (
  "kern user mail daemon auth syslog lpr news uucp cron authpriv ftp ntp audit alert clock " +
  "local0 local1 local2 local3 local4 local5 local6 local7"
).split(" ");

const ways: Readonly<Record<string, { readonly port: number; readonly size: number; readonly most: number }>> = {
  // rsyslog takes 8 KiB unless told otherwise; a datagram of a local socket fits into its buffer of 208 KiB.
  local: { port: 0, size: 8192, most: 131_072 },
  // RFC 5426: 2048 bytes should be taken by every receiver, 65507 is what UDP over IPv4 holds.
  udp: { port: 514, size: 2048, most: 65_507 },
  tcp: { port: 601, size: Number.POSITIVE_INFINITY, most: 16_777_216 },
  tls: { port: 6514, size: Number.POSITIVE_INFINITY, most: 16_777_216 },
};

/** Any receiver takes so much (RFC 5424, section 6.1). */
const smallestSize = 480;
const everyOption = ["facility", "app", "sd", "size"];
const tlsOptions = ["ca", "cert", "key", "peer", "verify"];

/** Reads what stands behind `syslog:`; relative paths stand in `folder`. A text says what is wrong with it, and what is expected. */
export function readTarget(text: string, folder: string): SyslogTarget | string {
  if (text.includes("\0")) return "it holds a NUL";
  const mark = text.indexOf("?");
  const place = readPlace(mark === -1 ? text : text.slice(0, mark), folder);
  if (typeof place === "string") return place;
  const options = readOptions(mark === -1 ? "" : text.slice(mark + 1), place.way);
  return typeof options === "string" ? options : withOptions(place, options, folder);
}

/** The one name of a target, however it was written: two sinks of this name are the same. */
export function targetName(target: SyslogTarget): string {
  const host = target.host.includes(":") ? `[${target.host}]` : target.host;
  const place = target.way === "local" ? target.path : `${target.way}://${host}:${target.port}`;
  const { ca, cert, key, peer, facility, app, sd, size } = target;
  const options = Object.entries({ facility: facilities[facility], app, sd, size, ca, cert, key, peer })
    .filter(([, value]) => value !== undefined && value !== Number.POSITIVE_INFINITY)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return `syslog:${place}?${options.join("&")}${target.verify ? "" : "&verify=no"}`;
}

type Place = Pick<SyslogTarget, "way" | "path" | "host" | "port">;

function readPlace(text: string, folder: string): Place | string {
  const match = /^(\w+):\/\/(.*)$/s.exec(text);
  if (match === null) {
    if (/^(?:udp|tcp|tls):/.test(text)) return `two slashes are missing: write syslog:${text.replace(/:\/?/, "://")}`;
    const path = resolve(folder, text === "" ? "/dev/log" : text);
    // sockaddr_un holds no more, unix(7).
    if (Buffer.byteLength(path) > 107) return "its path has more than 107 bytes, the most that a socket's may have";
    return { way: "local", path, host: "", port: 0 };
  }
  const [, way = "", rest = ""] = match;
  if (way !== "udp" && way !== "tcp" && way !== "tls")
    return `there is no way "${way}": write udp://HOST, tcp://HOST, tls://HOST, or the path of a socket`;
  const parts = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(\d{0,6}))?$/.exec(rest);
  const host = parts?.[1] ?? parts?.[2] ?? "";
  if (parts === null || host === "")
    return `write ${way}://HOST or ${way}://HOST:PORT, with an IPv6 address in brackets: ${way}://[2001:db8::1]`;
  if (parts[1] !== undefined ? !isIPv6(host) : !/^[\p{L}\p{N}_.-]{1,253}$/u.test(host))
    return `"${host}" is neither a host's name nor an address`;
  const port = parts[3] === undefined ? (ways[way]?.port ?? 0) : Number(parts[3]);
  if (parts[3] === "" || port < 1 || port > 65_535) return `a port is a number from 1 to 65535, not "${parts[3]}"`;
  return { way, path: "", host, port };
}

function readOptions(text: string, way: string): ReadonlyMap<string, string> | string {
  const known = way === "tls" ? [...everyOption, ...tlsOptions] : everyOption;
  const options = new Map<string, string>();
  for (const part of text === "" ? [] : text.split("&")) {
    const at = part.indexOf("=");
    const name = at === -1 ? part : part.slice(0, at);
    if (!known.includes(name)) return `there is no option "${name}" for it: it takes ${known.join(", ")}`;
    if (at === -1 || at === part.length - 1) return `the option ${name} needs a value: ${name}=VALUE`;
    if (options.has(name)) return `the option ${name} stands twice`;
    try {
      options.set(name, decodeURIComponent(part.slice(at + 1)));
    } catch {
      return `the value of ${name} has a % without two hexadecimal digits behind it: write a % itself as %25`;
    }
  }
  return options;
}

function withOptions(place: Place, options: ReadonlyMap<string, string>, folder: string): SyslogTarget | string {
  const facility = facilities.indexOf(options.get("facility") ?? "user");
  if (facility === -1)
    return `there is no facility "${options.get("facility")}": it is one of ${facilities.join(", ")}`;
  const app = options.get("app") ?? "dscript";
  if (!/^[!-~]{1,48}$/.test(app)) return "app takes 1 to 48 printable ASCII characters without a space";
  const sd = options.get("sd") ?? "dscript@32473";
  if (!/^[^\s"=\]@\u0000-\u001f\u007f-\uffff]{1,20}@\d{1,10}(?:\.\d{1,10})*$/.test(sd) || sd.length > 32)
    return "sd takes a name, @, and your private enterprise number, such as sd=dscript@32473 (32 characters at most)";
  const limits = ways[place.way] ?? { size: 0, most: 0 };
  const digits = options.get("size");
  const size = digits === undefined ? limits.size : /^\d{1,9}$/.test(digits) ? Number(digits) : 0;
  if (size < smallestSize || (size > limits.most && digits !== undefined))
    return `size takes a number of bytes from ${smallestSize} to ${limits.most}`;
  if (options.has("cert") !== options.has("key")) return "cert and key belong together: give both, or neither";
  const verify = options.get("verify") ?? "yes";
  if (verify !== "yes" && verify !== "no") return "verify takes yes or no";
  const file = (name: string) => {
    const path = options.get(name);
    return path === undefined ? {} : { [name]: resolve(folder, path) };
  };
  const peer = options.get("peer");
  return {
    ...place,
    ...{ facility, app, sd, size, verify: verify === "yes" },
    ...(peer === undefined ? {} : { peer }),
    ...file("ca"),
    ...file("cert"),
    ...file("key"),
  };
}
