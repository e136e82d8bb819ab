/** A command that ended because nobody reads the script's own output any more: the script ends as it does, and quietly. */

import { ScriptExit } from "../faults/fault.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Native } from "./native.ts";
import type { Outcome } from "./outcome.ts";
import { eventsOf, POLLERR } from "./poll.ts";

const pipeStatus = 128 + 13;

/** Throws what ends the script where its last stage lost the reader of the script's output, `yes | head` seen from outside. */
export function throwIfUnread(native: Native, flow: ScriptFlow, last: Outcome | undefined): void {
  if (last === undefined || last.trouble !== null || last.thrown !== undefined) return;
  if (last.signal !== "SIGPIPE" && last.status !== pipeStatus) return;
  // Not a group's or a capture's output, which has a reader within the script.
  if (flow.stdout.fd === 1 && isUnread(native, 1)) throw new ScriptExit(pipeStatus, false);
}

function isUnread(native: Native, fd: number): boolean {
  return (eventsOf(native, fd, 0) & POLLERR) !== 0;
}
