/** Asks the name servers of this host for a name, as the failing command just did (RFC 1035). */

import { readFileSync } from "node:fs";
import { late } from "./late-sockets.ts";

/**
 * `known`: it has addresses now. `unknown`: the servers say that there is no such name. `failing`: they answer that they cannot
 * tell. `silent`: none answered in time. `refused`: no name server runs where one should.
 */
export interface NameAnswer {
  readonly state: "known" | "unknown" | "failing" | "silent" | "refused";
  /** The first IPv4 address. */
  readonly address?: string;
  /** Where no answer came: the address of a server that was asked. */
  readonly server?: string;
  /** This host's own list, /etc/hosts, has the address; `otherwise` where the servers have another one. */
  readonly pinned?: "alike" | "otherwise";
}

const mostServers = 2;

/** Asks each server in turn, for the root's servers where the name is empty, `time` milliseconds in all. Undefined where there is none, or the name is none. */
export function askName(name: string, time: number, servers = serversOf("/etc/resolv.conf")): NameAnswer | undefined {
  const query = queryFor(name);
  if (query === undefined || servers.length === 0) return undefined;
  const { askDatagram } = late.load();
  let last: NameAnswer | undefined;
  for (const server of servers.slice(0, mostServers)) {
    const answer = askDatagram(server.address, server.port, query, time / Math.min(servers.length, mostServers));
    if (answer === undefined) continue;
    last = typeof answer === "string" ? { state: answer, server: server.address } : readAnswer(answer);
    if (last.state === "known" || last.state === "unknown") return last;
    // A server that knows the root, and is silent of this name, waits itself for the servers of the name's domain.
    // It is asked for the name once more: the first answer may only have been late.
    if (last.state === "silent" && typeof askDatagram(server.address, server.port, rootQuery, time) === "object") {
      const second = askDatagram(server.address, server.port, query, time);
      return typeof second === "object" ? readAnswer(second) : { state: "failing" };
    }
  }
  return last;
}

export interface NameServer {
  readonly address: string;
  readonly port: number;
}

/** What the name servers say of a name, where this host's own list does not know better (nsswitch.conf(5): files, dns). */
export function askNameHere(name: string, time: number, list = "/etc/hosts"): NameAnswer | undefined {
  const address = pinnedAddress(textOf(list), name.toLowerCase().replace(/\.$/, ""));
  const answer = askName(name, time);
  if (address === undefined) return answer;
  const isOther = answer?.address !== undefined && answer.address !== address;
  return { state: "known", address, pinned: isOther ? "otherwise" : "alike" };
}

function pinnedAddress(list: string, name: string): string | undefined {
  for (const line of list.split("\n")) {
    const [address = "", ...names] = line.replace(/#.*/, "").trim().toLowerCase().split(/\s+/);
    if (/^\d+\.\d+\.\d+\.\d+$/.test(address) && names.includes(name)) return address;
  }
  return undefined;
}

/** The IPv4 name servers of resolv.conf(5); where it names none, one on this host is asked. */
function serversOf(path: string): readonly NameServer[] {
  const text = textOf(path);
  if (!/^\s*nameserver\s/m.test(text)) return [{ address: "127.0.0.1", port: 53 }];
  return [...text.matchAll(/^\s*nameserver\s+(\d+\.\d+\.\d+\.\d+)\s*$/gm)].map(([, address = ""]) => ({
    address,
    port: 53,
  }));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8").slice(0, 65_536);
  } catch {
    return "";
  }
}

/** Recursion desired, one question. */
const header = Buffer.from([0x44, 0x53, 0x01, 0x00, 0, 1, 0, 0, 0, 0, 0, 0]);
/** A question for the root's name servers, which every server knows by itself. */
const rootQuery = Buffer.concat([header, Buffer.from([0, 0, 2, 0, 1])]);

/** A question for the A records of a name, recursion desired. */
function queryFor(name: string): Uint8Array | undefined {
  if (name === "") return rootQuery;
  const labels = name.replace(/\.$/, "").split(".");
  if (name.length > 253 || labels.some((label) => !/^[A-Za-z0-9_-]{1,63}$/.test(label))) return undefined;
  const question = labels.flatMap((label) => [Buffer.from([label.length]), Buffer.from(label, "ascii")]);
  return Buffer.concat([header, ...question, Buffer.from([0, 0, 1, 0, 1])]);
}

function readAnswer(bytes: Uint8Array): NameAnswer {
  const answer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (answer.length < 12) return { state: "failing" };
  const code = answer.readUInt8(3) & 15;
  if (code === 3) return { state: "unknown" };
  if (code !== 0) return { state: "failing" };
  const address = firstAddress(answer);
  // A name without an A record may have others: what counts is that it is there.
  return address === undefined ? { state: "known" } : { state: "known", address };
}

function firstAddress(answer: Buffer): string | undefined {
  let at = skipName(answer, 12) + 4;
  const count = answer.readUInt16BE(6);
  for (let index = 0; index < count && at + 12 < answer.length; index += 1) {
    at = skipName(answer, at);
    if (at + 10 > answer.length) return undefined;
    const type = answer.readUInt16BE(at);
    const size = answer.readUInt16BE(at + 8);
    if (type === 1 && size === 4 && at + 14 <= answer.length) return [...answer.subarray(at + 10, at + 14)].join(".");
    at += 10 + size;
  }
  return undefined;
}

/** Behind a name, which ends with an empty label or with a pointer of two bytes. */
function skipName(answer: Buffer, from: number): number {
  let at = from;
  while (at < answer.length) {
    const size = answer[at] ?? 0;
    if (size === 0) return at + 1;
    if (size >= 192) return at + 2;
    at += size + 1;
  }
  return at;
}
