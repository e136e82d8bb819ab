/** The budget of a computing script, and waiting (architecture: endless loops; language 5). */

import type { Flow, RuntimeApi } from "../../records/index.ts";
import type { Fault } from "../faults/fault.ts";
import { createFault, siteAt } from "../faults/raise.ts";
import { flushOutputs } from "../files/standard-output.ts";
import { flowOf, type ScriptFlow } from "../flow.ts";
import { lastNo } from "../processes/last-no.ts";
import type { Question } from "../processes/marks.ts";
import { processesOf } from "../processes/processes.ts";
import { settleOutputs } from "../processes/stage-output.ts";
import type { Judged } from "../processes/verdict.ts";
import type { Run } from "../run.ts";
import { isDue, pauseOnClock, turn } from "./pause.ts";
import { showDuration } from "./texts.ts";
import { within } from "./time-limit.ts";

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
      await pauseOnClock(run, milliseconds, flowOf(flow));
    },
    async waitUntil(outer, site, condition, every, timeout) {
      if (timeout === null) return ask(run, flowOf(outer), condition, every ?? defaultPeriod);
      const flow = flowOf(outer);
      const question: Question = { no: null };
      const late = (): Fault => tooLate(run, site, timeout, question.no);
      const until = run.clock.now() + timeout;
      const isLate = (): boolean => run.clock.isHeld && run.clock.now() >= until;
      await within(run, flow, { milliseconds: timeout, late, marks: { question } }, (inner) =>
        ask(run, inner, condition, every ?? defaultPeriod, () => {
          if (isLate()) throw late();
        }),
      );
    },
  };
}

/** Asks until it is true. */
async function ask(
  run: Run,
  flow: ScriptFlow,
  condition: (flow: Flow) => Promise<boolean> | boolean,
  period: number,
  check: () => void = () => undefined,
): Promise<void> {
  for (;;) {
    if (await condition(flow)) return;
    check();
    flushOutputs(run, flow);
    await pauseOnClock(run, period, flow);
    // A period of 0 asks without end: signals must act then, too.
    if (period === 0) await turn(run, flow);
  }
}

function tooLate(run: Run, site: number, timeout: number, no: Judged | null): Fault {
  const message = `${sourceText(run, site)} did not become true within ${showDuration(timeout)}`;
  const last = no === null ? null : lastNo(no);
  if (last === null) return createFault(run, site, { kind: "TimeoutFault", message, elapsed: timeout });
  return createFault(run, site, {
    kind: "TimeoutFault",
    message: `${message}; at last ${last.says}`,
    elapsed: timeout,
    ...last.about,
  });
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
