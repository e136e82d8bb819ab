/** Who holds a queue's file: a process, named so that others can tell whether it still lives. */

import { readFileSync, readlinkSync } from "node:fs";

/** A holder of another boot, container or host cannot be looked up: without a sign of life for so long (milliseconds), it is gone. */
const patience = 600_000;

let own: string | undefined;

/** This process: its id, its start in clock ticks, and where these numbers mean something. */
export function ownHolder(): string {
  own ??= `${process.pid}-${startOf("self") ?? "0"}-${surroundings()}`;
  return own;
}

/** Whether a holder lives; `changed` is when its file last changed, in milliseconds since the epoch. */
export function isAlive(holder: string, changed: number): boolean {
  const [pid = "", start = "", place = ""] = holder.split("-");
  if (place === surroundings()) return start !== "0" && startOf(pid) === start;
  return Math.abs(Date.now() - changed) < patience;
}

/** Field 22 of the process' stat, proc(5); undefined where it has ended, also where its parent has not noticed. */
function startOf(pid: string): string | undefined {
  if (!/^(?:\d+|self)$/.test(pid)) return undefined;
  const text = textOf(() => readFileSync(`/proc/${pid}/stat`, "latin1"));
  const [state = "", ...fields] = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return state === "Z" || state === "X" || state === "" ? undefined : fields[18];
}

let place: string | undefined;

/** The boot and the container in which process ids mean what they mean here: 8 digits. */
function surroundings(): string {
  place ??= shortHash(
    textOf(() => readFileSync("/proc/sys/kernel/random/boot_id", "latin1")) +
      textOf(() => readlinkSync("/proc/self/ns/pid")),
  );
  return place;
}

function textOf(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}

/** 32 bits of FNV-1a as 8 digits; node:crypto would cost 3 ms. */
export function shortHash(text: string, seed = 0x811c9dc5): string {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
