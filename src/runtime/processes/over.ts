/** Whether a limit around a flow has struck (language 3: timeout; capture limits; readers that left). */

import type { ScriptFlow } from "../flow.ts";
import { marksOf } from "./marks.ts";

/** Throws what a limit around a flow has to say: its fault, or that nobody reads any more. */
export function throwIfOver(flow: ScriptFlow): void {
  const { bound, job } = marksOf(flow);
  // The flows of one thread, groups and captures, share what it was told; a job is a thread of its own.
  for (let at = bound; at !== null; at = at.outer) {
    const thrown = at.due(job);
    if (thrown !== null) throw thrown;
  }
}

/** Whether a limit around a flow has struck, told or not. */
export function isOver(flow: ScriptFlow): boolean {
  for (let at = marksOf(flow).bound; at !== null; at = at.outer) if (at.over !== null) return true;
  return false;
}
