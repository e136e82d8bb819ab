/** Whom a run's own calls wait for just now: where the time of the run is over, the message names the peer. */

import type { Waiting } from "../../records/index.ts";
import type { Run } from "../run.ts";

const pending = new WeakMap<Run, Set<PendingCall>>();

export interface PendingCall {
  /** Where its question goes; after a redirect another one. */
  url: URL;
}

/** Notes a call for as long as it lasts; `end` has it forgotten. */
export function noteCall(run: Run, url: URL): { readonly call: PendingCall; readonly end: () => void } {
  const calls = pending.get(run) ?? new Set();
  pending.set(run, calls);
  const call = { url };
  calls.add(call);
  return { call, end: () => calls.delete(call) };
}

/** The peer of the call that began last; undefined where none is under way. */
export function pendingPeer(run: Run): Waiting | undefined {
  const last = [...(pending.get(run) ?? [])].at(-1);
  if (last === undefined) return undefined;
  const { hostname, port, protocol } = last.url;
  return { on: "peer", subject: `${hostname}:${port || (protocol === "https:" ? 443 : 80)}` };
}
