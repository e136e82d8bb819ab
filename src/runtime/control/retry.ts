/** `retry`: tries a block again where trying again can help (language 5). */

import type { RuntimeApi } from "../../records/index.ts";
import { asFault } from "../faults/api.ts";
import { type Fault, Interruption, ScriptExit } from "../faults/fault.ts";
import { createFault } from "../faults/raise.ts";
import { settle } from "../faults/settle.ts";
import { flushOutputs } from "../files/standard-output.ts";
import { flowOf } from "../flow.ts";
import type { Run } from "../run.ts";
import { pauseOnClock, turn } from "./pause.ts";

/** A failed try that is followed by another one counts as handled; the last one's fault goes on. */
export function retrying(run: Run): Pick<RuntimeApi, "retry"> {
  return {
    async retry(flow, site, times, every, doubling, on, body) {
      if (times < 1) {
        const message = `a block cannot be tried ${times} times: once at least`;
        throw createFault(run, site, { kind: "ArgumentFault", message, values: [times] });
      }
      let delay = every ?? 0;
      for (let attempt = 1; ; attempt += 1) {
        try {
          await body();
          return;
        } catch (thrown) {
          if (thrown instanceof ScriptExit || thrown instanceof Interruption) throw thrown;
          const fault = asFault(run, thrown, site);
          if (attempt >= times || !tryAgain(fault, on)) throw fault;
          settle(run, fault, true);
        }
        flushOutputs(run, flowOf(flow));
        if (delay > 0) await pauseOnClock(run, delay, flowOf(flow));
        else await turn(run, flowOf(flow));
        if (doubling) delay *= 2;
      }
    },
  };
}

/** Without `on`, only what may pass by itself: another try mends neither a program nor its input. The fault says so then. */
export function tryAgain(fault: Fault, on: readonly string[]): boolean {
  const first = fault.diagnosis.ranked[0]?.class;
  if (on.length === 0) {
    fault.isNotRetried = first !== "SystemFault" && first !== "ExternalFault";
    return !fault.isNotRetried;
  }
  return on.some((name) => name === "Fault" || name === fault.kind || name === first);
}
