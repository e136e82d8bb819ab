/** What the system calls of a traced command add to its diagnosis: the error number, the path, the peer (faults 1.2). */

import { type FailedCall, type FaultArgument, systemCallText } from "../records/index.ts";
import type { Spoken } from "./combine.ts";
import { addPath, type Evidence } from "./evidence.ts";
import { hear } from "./hear.ts";
import { traceRules } from "./rules/index.ts";
import { pathsAmong } from "./subject.ts";
import { tellingCall, waiting } from "./telling-call.ts";

/** The call that failed, and what it says of the failure. */
export interface Traced {
  readonly call: FailedCall;
  /** More exact than what a text may mean; undefined of a connection of which only the peer is known. */
  readonly errno: string | undefined;
}

/** Reads a symptom's calls; `errno` and `said` are what the command's message gave. */
export function readTrace({ symptom, words }: Evidence, errno: string | undefined, said: string): Traced | undefined {
  if (symptom.calls === undefined || symptom.notStarted === true) return undefined;
  const call = tellingCall(symptom.calls, { errno, message: said, words: words.map(({ text }) => text) });
  if (call === undefined) return undefined;
  if (call.errno !== waiting) return { call, errno: call.errno };
  // What became of a connection that was on its way, the message alone tells.
  return { call: { ...call, errno: errno ?? waiting }, errno };
}

/** Adds the call's path or peer to what was found by looking around; the failing argument. */
export function addTrace(
  spoken: Spoken[],
  evidence: Evidence,
  { call }: Traced,
  subject: FaultArgument | undefined,
): FaultArgument | undefined {
  const { values, words } = evidence;
  values.set("call", systemCallText(call));
  const address = peerOf(call);
  if (address !== undefined) addPeer(evidence, address);
  hear(spoken, evidence, traceRules.call, 1);
  const path = call.subject;
  if (path !== undefined && isDownService(call)) {
    evidence.topics.add("peer");
    addPeer(evidence, "localhost");
    values.set("host", JSON.stringify(path));
  }
  if (path === undefined || address !== undefined || call.call === "kill") return subject;
  const own = pathsAmong(evidence).find((word) => isSamePath(word.path, path));
  if (own !== undefined) {
    if (own.argument !== subject) addPath(evidence, path, evidence.look(path));
    return own.argument;
  }
  if (words.some((word) => word.text.includes(path)) || subject !== undefined) return subject;
  if (path.startsWith("/")) {
    values.set("subject", JSON.stringify(path));
    addPath(evidence, path, evidence.look(path));
    hear(spoken, evidence, traceRules.ownPath, 1);
  }
  // Where the words come from says nothing of a path that is none of them.
  return { name: "", type: "String", text: path, origins: 0 };
}

/** The host of an address; undefined of a path. */
function peerOf({ call, subject }: FailedCall): string | undefined {
  if (call !== "connect" && call !== "sendto") return undefined;
  return /^\[?([^\]/]+)\]?:\d+$/.exec(subject ?? "")?.[1];
}

/** A socket of this host that nobody listens on. */
function isDownService({ call, subject, errno }: FailedCall): boolean {
  return call === "connect" && subject?.startsWith("/") === true && errno !== "EACCES" && errno !== "EPERM";
}

/** Nobody but the call may name the peer: a host's name was resolved long ago. */
function addPeer({ facts, values, host }: Evidence, address: string): void {
  const isSelf = host.isSelf(address);
  if (!facts.has("no-peer") && (facts.has("remote-peer") || facts.has("loopback-peer"))) return;
  facts.delete("no-peer");
  facts.add(isSelf ? "loopback-peer" : "remote-peer");
  values.set("host", JSON.stringify(address));
}

function isSamePath(word: string, path: string): boolean {
  const bare = (text: string): string => text.replace(/^(?:\.\/+)+/, "").replace(/(?<=.)\/+$/, "");
  return bare(word) === bare(path) || (!word.startsWith("/") && bare(path).endsWith(`/${bare(word)}`));
}
