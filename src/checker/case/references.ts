/** Goals and strategies that a script names: found in its D-Case by label or by text (language 10). */

import { nearest } from "../../diagnostics/index.ts";
import type { ArgumentView, CaseNodeType, CaseNodeView, ServedGoal } from "../../records/index.ts";
import type { GoalReference } from "../../syntax/index.ts";
import type { CaseScope, Context } from "../context.ts";
import { plainText } from "../tasks/texts.ts";
import { reportNoCase } from "./no-case.ts";

export type Referred = "goal" | "strategy";

/** The scope of what is named; `clause` is the word that it stands behind. */
export function resolveReference(
  context: Context,
  node: GoalReference | undefined,
  clause: string,
  what: Referred = "goal",
): CaseScope {
  if (node === undefined) return "root";
  const isLabel = node.kind === "case-label";
  const text = isLabel ? node.name : plainText(context, node, clause);
  if (text === undefined) return "unknown";
  const { argument } = context.program;
  if (argument === undefined) return withoutCase(context, node, text);
  const named = isLabel ? `\`${text}\`` : `"${text.trim()}"`;
  const found = nodesNamed(argument, text, isLabel);
  const fitting = found.filter(({ type }) => type === what);
  const [one, another] = fitting;
  const { file } = argument;
  if (one === undefined) {
    const [other] = found;
    if (other !== undefined) context.report("DS3003", node, { what, named, file, is: typeWords[other.type] });
    else context.report("DS3001", node, { what, named, file, ...closest(argument, text, isLabel, what) });
    return "unknown";
  }
  if (another !== undefined) {
    const labels = fitting.map(({ label }) => label).join(", ");
    context.report("DS3007", node, { what, text: named, file, labels });
    return "unknown";
  }
  const { uid, label, texts } = one;
  context.program.served.set(node, { text: isLabel ? (texts[0] ?? label) : text.trim(), label, uid });
  return { uid };
}

/** A text is what it is; a label says nothing by itself. */
function withoutCase(context: Context, node: GoalReference, text: string): CaseScope {
  if (node.kind === "case-label") {
    reportNoCase(context, node, text);
    return "unknown";
  }
  const served: ServedGoal = { text: text.trim() };
  context.program.served.set(node, served);
  return "root";
}

/** By label or uid, and a text first of all by what nodes say; blanks and line breaks make no difference there. */
function nodesNamed({ nodes }: ArgumentView, text: string, isLabel: boolean): readonly CaseNodeView[] {
  const wanted = folded(text);
  const said = isLabel ? [] : nodes.filter(({ texts }) => texts.some((each) => folded(each) === wanted));
  if (said.length > 0) return said;
  const labelled = nodes.filter(({ label }) => label === text);
  return labelled.length > 0 ? labelled : nodes.filter(({ uid }) => uid === text);
}

function folded(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

const mostListed = 6;
/** Nodes whose texts a misspelt one is compared with. */
const mostCompared = 2000;

function closest(
  { nodes }: ArgumentView,
  text: string,
  isLabel: boolean,
  what: Referred,
): { readonly nearest: string | undefined; readonly known: string } {
  const fitting = nodes.filter(({ type }) => type === what).slice(0, mostCompared);
  const labels = fitting.map(({ label }) => label);
  const listed = labels.length > mostListed ? [...labels.slice(0, mostListed), "…"] : labels;
  const known = listed.join(", ");
  if (isLabel) {
    const label = nearest(text, labels);
    return { nearest: label === undefined ? undefined : `\`${label}\``, known };
  }
  const byText = new Map(fitting.flatMap(({ label, texts }) => texts.map((each) => [folded(each), label] as const)));
  const said = nearest(folded(text), byText.keys());
  return { nearest: said === undefined ? undefined : `"${said}" (${byText.get(said) ?? ""})`, known };
}

/** As a sentence says that something is one. */
const typeWords: Readonly<Record<CaseNodeType, string>> = {
  goal: "a goal",
  strategy: "a strategy",
  evidence: "evidence",
  context: "a context",
  assumption: "an assumption",
  justification: "a justification",
  counterGoal: "a counter goal",
  counterEvidence: "counter evidence",
};
