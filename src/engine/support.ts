/** What speaks for a script at a line that failed: passed tests, earlier runs of the very same script, and its D-Case's evidence (faults 1.4). */

import type { FaultPlace, Support } from "../records/index.ts";
import type { CaseSupport } from "./argument/case-support.ts";
import { createEarlierRuns } from "./earlier-runs.ts";
import type { Runnable } from "./runnable.ts";
import { historyFolder } from "./state.ts";
import { createTestedLines } from "./tested-lines.ts";

export interface ScriptSupport {
  /** Asked when something has failed; never throws. */
  readonly at: (place: FaultPlace) => Support | undefined;
  /** Reads the D-Case's evidence, where it has some: ahead of what `at` says of that. */
  readonly prepare: () => Promise<void>;
}

/** `mark` gives that of the script's content (`contentMark`). */
export function createSupport(runnable: Runnable, mark: () => string): ScriptSupport {
  const tested = createTestedLines(runnable.files);
  let earlier: ReturnType<typeof createEarlierRuns> | undefined;
  let reading: Promise<void> | undefined;
  let argued: CaseSupport | undefined;
  const read = async (): Promise<void> => {
    argued = await (await import("./argument/case-support.ts")).caseSupport(runnable);
  };
  return {
    at(place) {
      earlier ??= createEarlierRuns(historyFolder(), mark());
      const support = { ...tested(place), ...earlier(), ...evidenceIn(argued, place.goal) };
      return Object.keys(support).length === 0 ? undefined : support;
    },
    async prepare() {
      if (runnable.case === undefined) return;
      reading ??= read();
      await reading;
    },
  };
}

function evidenceIn(argued: CaseSupport | undefined, goal: FaultPlace["goal"]): Pick<Support, "goal" | "evidence"> {
  const evidence = argued?.of(goal?.uid) ?? [];
  if (evidence.length === 0) return {};
  return goal === undefined ? { evidence } : { goal: goal.label, evidence };
}
