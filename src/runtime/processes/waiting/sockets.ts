/** Who is at the other end of a socket (proc_net_tcp, Documentation/networking/proc_net_tcp.rst). */

import { procText } from "./proc-text.ts";

export interface SocketEnd {
  /** `connecting`: the other end has not answered yet. `listening`: whoever wants may connect. */
  readonly state: "connecting" | "connected" | "listening" | "local";
  /** "10.0.0.7:443", "[2001:db8::7]:443"; absent of a socket within this host. */
  readonly peer?: string;
}

const synSent = "02";
const listen = "0A";
const largest = 1 << 20;

/** The socket of a process with this inode; undefined where it has no other end that is known. */
export function socketOf(pid: number, inode: string): SocketEnd | undefined {
  for (const name of ["tcp", "tcp6", "udp", "udp6"]) {
    const line = procText(`${pid}/net/${name}`)
      .slice(0, largest)
      .split("\n")
      .find((each) => each.trim().split(/\s+/)[9] === inode);
    const [, , remote, state] = line?.trim().split(/\s+/) ?? [];
    if (remote === undefined || state === undefined) continue;
    if (state === listen && name.startsWith("tcp")) return { state: "listening" };
    const peer = addressOf(remote);
    if (peer === undefined) return undefined;
    return { state: state === synSent ? "connecting" : "connected", peer };
  }
  const isLocal = procText(`${pid}/net/unix`)
    .slice(0, largest)
    .split("\n")
    .some((each) => each.trim().split(/\s+/)[6] === inode);
  return isLocal ? { state: "local" } : undefined;
}

/** "0100007F:1538" → "127.0.0.1:5432": each word of four bytes stands in the host's order. Undefined where there is no other end. */
export function addressOf(text: string): string | undefined {
  const [hex = "", port = ""] = text.split(":");
  const number = Number.parseInt(port, 16);
  if (!(number > 0)) return undefined;
  const bytes = (hex.match(/.{8}/g) ?? [])
    .flatMap((word) => (word.match(/../g) ?? []).toReversed())
    .map((byte) => Number.parseInt(byte, 16));
  if (bytes.length === 4) return `${bytes.join(".")}:${number}`;
  if (bytes.length !== 16) return undefined;
  const isMapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  if (isMapped) return `${bytes.slice(12).join(".")}:${number}`;
  return `[${shortened(bytes)}]:${number}`;
}

/** RFC 5952: the longest run of zeros is "::". */
function shortened(bytes: readonly number[]): string {
  const groups = Array.from({ length: 8 }, (_, at) =>
    (((bytes[2 * at] ?? 0) << 8) | (bytes[2 * at + 1] ?? 0)).toString(16),
  );
  const text = groups.join(":");
  const zeros = [...text.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].toSorted((a, b) => b[0].length - a[0].length)[0];
  if (zeros === undefined) return text;
  const head = text.slice(0, zeros.index);
  return `${head}::${text.slice(zeros.index + zeros[0].length).replace(/^:/, "")}`;
}
