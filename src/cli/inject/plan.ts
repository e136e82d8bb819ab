/** `dscript inject plan`: the runs of a campaign, none of them made. */

import { exitCode } from "../../engine/index.ts";
import { displayWidth } from "../../text/index.ts";
import { language } from "../language.ts";
import { show, write } from "../terminal.ts";
import type { Chosen } from "./chosen.ts";
import { columns } from "./words.ts";

export function showPlan({ plan, campaign }: Chosen, isJson: boolean): number {
  const say = (text: string): string => language().text(text);
  if (isJson) {
    for (const { number, fault, step, class: owner, expect } of plan.runs)
      write(1, `${JSON.stringify({ number, fault, step, class: owner, expect })}\n`);
    return exitCode.ok;
  }
  const head = ["NUMBER", "FAULT", "STEP", "TRUE CLASS"].map(say);
  const rows = plan.runs.map(({ number, fault, step, class: owner }) => [
    String(number),
    fault,
    step ?? "",
    owner ?? "",
  ]);
  show(1, columns([head, ...rows], displayWidth));
  const line = `${plan.runs.length} runs, ${plan.steps.length} steps, seed ${campaign.seed}, ${campaign.parallel} at a time`;
  show(1, `\n${say(line)}\n`);
  return exitCode.ok;
}
