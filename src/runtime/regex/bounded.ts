/** Runs a pattern over a text within a bounded time: directly where its time cannot explode, else under a watch. */

import { showDuration } from "../control/texts.ts";
import { createFault, siteAt } from "../faults/raise.ts";
import type { ScriptFlow } from "../flow.ts";
import { processesOf, throwIfStopped } from "../processes/processes.ts";
import type { Run } from "../run.ts";
import { growthOf } from "./growth.ts";

/** Milliseconds that one call may take. */
const regexLimit = 5000;
/** Steps that are sure to end within a moment: some 50 ms. */
const mostSteps = 2e7;
/** A text so short can make no pattern slow. */
const shortest = 16;

const growths = new WeakMap<RegExp, number>();

/** What `work` gives, which runs `pattern` over `text`; a TimeoutFault at `site` where that does not end in time. */
export function withinBounds<T>(
  run: Run,
  flow: ScriptFlow,
  site: number,
  pattern: RegExp,
  text: string,
  work: () => T,
): T {
  const { length } = text;
  if (length < shortest) return work();
  let growth = growths.get(pattern);
  if (growth === undefined) {
    growth = /[*+{]/.test(pattern.source) ? growthOf(pattern) : 1;
    growths.set(pattern, growth);
  }
  if (growth === 1 || length ** growth <= mostSteps) return work();
  return watched(run, flow, site, pattern, text, work);
}

const slot = Symbol.for("dscript.watched");
let script: Watchable | undefined;

interface Watchable {
  runInThisContext(options: { readonly timeout: number; readonly breakOnSigint: boolean }): unknown;
}

/** V8 itself ends the search: its matcher looks, as it goes back, whether it has been told to (node:vm, `timeout`). */
function watched<T>(run: Run, flow: ScriptFlow, site: number, pattern: RegExp, text: string, work: () => T): T {
  script ??= new (process.getBuiltinModule("node:vm").Script)('globalThis[Symbol.for("dscript.watched")]()');
  // Nothing but this slot hands a function to the script, whose text is constant.
  const shared = globalThis as unknown as Record<symbol, (() => T) | undefined>;
  shared[slot] = work;
  let breakOnSigint = !run.options.ignoredSignals.has("SIGINT");
  try {
    for (;;) {
      try {
        // It gives what `work` gives.
        return script.runInThisContext({ timeout: regexLimit, breakOnSigint }) as T;
      } catch (thrown) {
        if (codeOf(thrown) !== "ERR_SCRIPT_EXECUTION_INTERRUPTED") throw thrown;
        // Ctrl-C ended it, and nobody else was told; a background job goes on.
        process.emit("SIGINT", "SIGINT");
        throwIfStopped(processesOf(run), flow);
        breakOnSigint = false;
      }
    }
  } catch (thrown) {
    if (codeOf(thrown) !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw thrown;
    const shown = pattern.source.length > 100 ? `${pattern.source.slice(0, 99)}…` : pattern.source;
    // An operator has the text on its other side; a method is given the pattern alone.
    const values = /^[=!]~$/.test(siteAt(run, site).api) ? [text, pattern] : [pattern];
    throw createFault(run, site, {
      kind: "TimeoutFault",
      values,
      message: `the pattern /${shown}/ did not come to an end within ${showDuration(regexLimit)} on a text of ${text.length} characters`,
      elapsed: regexLimit,
    });
  } finally {
    shared[slot] = undefined;
  }
}

function codeOf(thrown: unknown): unknown {
  return thrown instanceof Error && "code" in thrown ? thrown.code : undefined;
}
