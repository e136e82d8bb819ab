/** A campaign's results as a table for a terminal. */

import type { Language } from "../../diagnostics/index.ts";
import { confusionRows, type Report, type RunOutcome } from "../../injection/index.ts";
import { faultClasses } from "../../records/index.ts";
import { displayWidth } from "../../text/index.ts";
import { columns, endText, verdictText } from "./words.ts";

export function tableText(outcomes: readonly RunOutcome[], report: Report, language: Language): string {
  const say = (text: string): string => language.text(text);
  const head = ["FAULT", "STEP", "END", "EXIT", "DIAGNOSIS", "TRUE CLASS", ""].map(say);
  const rows = outcomes.map((each) => [
    each.fault,
    each.step ?? "",
    endText(each, say),
    each.status === undefined ? "" : String(each.status),
    verdictText(each),
    each.class ?? "",
    remark(each, say),
  ]);
  return `${columns([head, ...rows], displayWidth)}\n${summary(report, say)}${confusion(report, say)}`;
}

function remark(outcome: RunOutcome, say: (text: string) => string): string {
  if (outcome.state === "not possible") return say(`not possible here: ${outcome.why ?? ""}`);
  if (outcome.problems.length > 0) return `! ${outcome.problems.map(say).join("; ")}`;
  return outcome.struck === false ? say("the fault was not met") : "";
}

function summary({ planned, ran, notPossible, unexpected, coverage }: Report, say: (text: string) => string): string {
  const parts = [
    say(`${ran} of ${planned} runs made`),
    ...(notPossible === 0 ? [] : [say(`${notPossible} not possible here`)]),
    say(`${unexpected} not as expected`),
  ];
  const share = coverage.all === 0 ? 100 : (100 * coverage.covered) / coverage.all;
  const covered = say(
    `${coverage.covered} of ${coverage.all} pairs of step and fault are covered (${share.toFixed(0)} %)`,
  );
  return `${parts.join(", ")}\n${covered}\n`;
}

function confusion({ confusion: counted }: Report, say: (text: string) => string): string {
  if (counted.all === 0) return "";
  const line = say(`the diagnosis ranked the true class first in ${counted.first} of ${counted.all} failures`);
  if (counted.first === counted.all) return `${line}\n`;
  const short = faultClasses.map((name) => name.replace("Fault", ""));
  const rows = confusionRows(counted)
    .filter(([, counts]) => counts.some((count) => count > 0))
    .map(([name, counts]) => [name.replace("Fault", ""), ...counts.map(String)]);
  return `${line}\n\n${columns([[say("true \\ first"), ...short], ...rows], displayWidth)}`;
}
