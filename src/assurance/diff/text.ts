/** A difference as text for a terminal: a sign a node, and below it what became of it. */

import { escapeText } from "../../diagnostics/index.ts";
import type { CaseNode } from "../model/case.ts";
import { typeText, wholeChanges } from "./fields.ts";
import { changeLines } from "./lines.ts";
import { type DifferencePaint, type Marks, marksOf } from "./marks.ts";
import type { CaseDifference, Change, NodeDifference, Place } from "./model.ts";

export interface DifferenceText {
  readonly say: (text: string) => string;
  readonly paint: DifferencePaint;
}

/** So many of those that rest on what changed are named. */
const mostNames = 40;

export function diffText(difference: CaseDifference, { say, paint }: DifferenceText): string {
  if (difference.isSame) return `${say("the two cases argue the same")}\n`;
  const marks = marksOf(paint, say);
  const blocks = [
    [summary(difference, say)],
    ...(difference.matched.length === 0 ? [] : [[paint.dim(matchedText(difference, say))]]),
    ...(difference.module.length === 0 ? [] : [[paint.strong(say("module")), ...indented(difference.module, marks)]]),
    ...difference.nodes.map((each) => nodeLines(each, marks, paint)),
    ...difference.loose.map(({ from, change }) => [
      `${paint.warning("?")} ${paint.strong(escapeText(from))}  ${paint.dim(say("not in the case"))}`,
      ...indented([change], marks),
    ]),
    ...(difference.suspects.length === 0 ? [] : [[paint.warning(suspectsText(difference, say))]]),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function summary({ nodes, module, suspects, evidenceOnly }: CaseDifference, say: DifferenceText["say"]): string {
  const counts = (["added", "removed", "changed"] as const).map(
    (kind) => [kind, nodes.filter((each) => each.kind === kind).length] as const,
  );
  return [
    ...counts.filter(([, count]) => count > 0).map(([kind, count]) => `${say(kind)}: ${count}`),
    ...(module.length === 0 ? [] : [say("module changed")]),
    ...(suspects.length === 0 ? [] : [`${say("suspect")}: ${suspects.length}`]),
    ...(evidenceOnly ? [say("evidence only")] : []),
  ].join(" · ");
}

function matchedText({ matched }: CaseDifference, say: DifferenceText["say"]): string {
  const byLabel = matched.filter(({ by }) => by === "label").length;
  const found = [`${say("by label")} ${byLabel}`, `${say("by words")} ${matched.length - byLabel}`];
  return `${say("no uid is in both; taken for the same")}: ${found.join(", ")}`;
}

function nodeLines(each: NodeDifference, marks: Marks, paint: DifferencePaint): readonly string[] {
  if (each.kind === "changed") {
    const only = each.evidenceOnly ? `  ${paint.dim(`(${marks.say("evidence only")})`)}` : "";
    return [`${paint.warning("~")} ${head(each.after, [], marks, paint)}${only}`, ...indented(each.changes, marks)];
  }
  const isAdded = each.kind === "added";
  const sign = isAdded ? paint.added("+") : paint.error("-");
  const look = isAdded ? paint.added : paint.error;
  return [
    `${sign} ${head(each.node, each.under, marks, paint)}`,
    ...each.node.text.split("\n").map((line) => `    ${look(escapeText(line))}`),
    // That all of it came or went is said by the sign.
    ...indented([...wholeChanges(each.node, each.kind), ...each.edges], { ...marks, added: look, removed: look }),
  ];
}

function head(node: CaseNode, under: readonly Place[], { say, placeText }: Marks, paint: DifferencePaint): string {
  const type = typeText(node).split(", ").map(say).join(", ");
  const where = under.length === 0 ? "" : `  ${paint.dim(`${say("under")}: ${under.map(placeText).join(", ")}`)}`;
  return `${paint.strong(escapeText(node.label))}  ${type}${where}`;
}

function indented(changes: readonly Change[], marks: Marks): readonly string[] {
  return changes.flatMap((change) =>
    changeLines(change, marks).map((line, row) => `${row === 0 ? "    " : "      "}${line}`),
  );
}

function suspectsText({ suspects }: CaseDifference, say: DifferenceText["say"]): string {
  const names = suspects.slice(0, mostNames).map(({ label }) => escapeText(label));
  const more = suspects.length > mostNames ? ` … +${suspects.length - mostNames}` : "";
  return `${say("suspect, as something that they rest on has changed")}: ${names.join(", ")}${more}`;
}
