/** What the command said that a `wait until` asked in vain: its fault tells of it, and its diagnosis looks at it. */

import type { Failure } from "../faults/raise.ts";
import { siteAt } from "../faults/raise.ts";
import { argumentsOfStage, maskSecrets, shownArguments } from "./describe.ts";
import { lastLines } from "./last-lines.ts";
import { type Judged, nameOf, summary } from "./verdict.ts";

/** The failing command of a pipeline, and the sentence about it; null where a group failed, which has told its own failures. */
export function lastNo(judged: Judged): { readonly says: string; readonly about: Partial<Failure> } | null {
  const { run, site, stages, outcomes, directory } = judged;
  const index = outcomes.findLastIndex((outcome) => outcome.status !== 0 && outcome.trouble === null);
  const [stage, outcome] = [stages[index], outcomes[index]];
  if (stage?.argv === undefined || outcome === undefined) return null;
  const where = siteAt(run, site);
  const stderr = maskSecrets(run, where, stages, outcome.stderr);
  const said = lastLines(stderr);
  return {
    says: `${summary(run, stage, outcome)}${said === "" ? "" : `: ${said}`}`,
    about: {
      api: nameOf(stage),
      arguments: shownArguments(where, index, argumentsOfStage(stage), run.secrets.mask),
      cwd: directory,
      ...(stderr === "" ? {} : { stderr }),
    },
  };
}
