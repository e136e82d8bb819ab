/** The budget of a computing script, and waiting (architecture: endless loops; language 5). */

import type { RuntimeApi } from "../../records/index.ts";
import { createFault, siteAt } from "../faults/raise.ts";
import { flushOutputs } from "../files/standard-output.ts";
import { flowOf } from "../flow.ts";
import { processesOf } from "../processes/processes.ts";
import { settleOutputs } from "../processes/stage-output.ts";
import type { Run } from "../run.ts";
import { isDue, pause, turn } from "./pause.ts";
import { showDuration } from "./texts.ts";

type Breathing = Pick<RuntimeApi, "due" | "breathe" | "sleep" | "waitUntil">;

const defaultPeriod = 1000;

/** `due` and `breathe` of open loops, `sleep`, and `wait until`. */
export function breathing(run: Run): Breathing {
  return {
    due: () => isDue(run),
    async breathe(flow) {
      await settleOutputs(processesOf(run), flowOf(flow));
      await turn(run, flowOf(flow));
    },
    async sleep(flow, milliseconds) {
      flushOutputs(run, flowOf(flow));
      await pause(run, milliseconds, flowOf(flow));
    },
    async waitUntil(flow, site, condition, every, timeout) {
      const started = performance.now();
      for (;;) {
        if (await condition()) return;
        const waited = performance.now() - started;
        if (timeout !== null && waited >= timeout) throw tooLate(run, site, timeout, waited);
        flushOutputs(run, flowOf(flow));
        const period = every ?? defaultPeriod;
        await pause(run, timeout === null ? period : Math.min(period, timeout - waited), flowOf(flow));
        // A period of 0 asks without end: signals must act then, too.
        if (period === 0) await turn(run, flowOf(flow));
      }
    },
  };
}

function tooLate(run: Run, site: number, timeout: number, elapsed: number): Error {
  const message = `${sourceText(run, site)} did not become true within ${showDuration(timeout)}`;
  return createFault(run, site, { kind: "TimeoutFault", message, elapsed });
}

/** The condition as the script writes it, on one line and not too long. */
function sourceText(run: Run, site: number): string {
  const where = siteAt(run, site);
  const text =
    run.options.program.files[where.file]?.text.slice(where.start, where.end).replace(/\s+/g, " ").trim() ?? "";
  // The site may be the whole statement: its times are told already.
  const condition = /^wait until ?(\(.*\))(?: (?:every|timeout) .*)?$/.exec(text)?.[1] ?? text;
  if (condition === "") return "the condition";
  return condition.length > 80 ? `${condition.slice(0, 79)}…` : condition;
}
