/** Tasks, plans and tests as text of D-Script, with what is left to write marked TODO. */

import { conditionText } from "../condition/print.ts";
import type { CaseNode } from "../model/case.ts";
import type { Clause } from "./phases.ts";
import type { Unit } from "./units.ts";

export type Say = (text: string) => string;

const unwritten = (say: Say): string => textLiteral(say("not written yet"));

/** A task whose body, and whose conditions, refuse until somebody has written them. */
export function taskText({ node, clauses, evidence, contexts }: Unit, name: string, say: Say): string {
  const of = (clause: Clause): readonly CaseNode[] => clauses.get(clause) ?? [];
  const condition = (clause: "pre" | "post"): string =>
    of(clause).length === 0
      ? ""
      : `  ${clause} {\n${todos(of(clause), "    ")}    throw ${clause === "pre" ? "User" : "Software"}Fault(${unwritten(say)})\n  }\n`;
  const [stays] = of("irreversible");
  const undone = of("undo");
  const back =
    undone.length > 0
      ? ` undo {\n${todos(undone, "  ")}}`
      : stays === undefined
        ? ""
        : ` irreversible ${textLiteral(whyOf(contexts) || plain(stays.text) || stays.label)}`;
  return [
    notes(node, contexts, evidence),
    `task ${name}()\n`,
    goalLine(node),
    condition("pre"),
    condition("post"),
    `{\n  // TODO ${node.label}\n  throw SoftwareFault(${unwritten(say)})\n}${back}\n`,
  ].join("");
}

/** A plan that calls its steps in their order; steps that may be side by side stand in one `parallel`. */
export function planText({ node, steps, clauses, evidence, contexts }: Unit, nameOf: (unit: Unit) => string): string {
  const handler = (clause: Clause, words: string): string => {
    const nodes = clauses.get(clause) ?? [];
    return nodes.length === 0 ? "" : ` ${words} {\n${todos(nodes, "  ")}}`;
  };
  const lines: string[] = [];
  const ordered = [...of("pre"), ...of("none", "concurrent"), ...of("post")];
  for (const [at, { unit, phase }] of ordered.entries()) {
    const isBeside = phase === "concurrent";
    if (isBeside && ordered[at - 1]?.phase !== "concurrent") lines.push("  parallel {");
    lines.push(`${isBeside ? "    " : "  "}${nameOf(unit)}()`);
    if (isBeside && ordered[at + 1]?.phase !== "concurrent") lines.push("  }");
  }
  return [
    notes(node, [...contexts, ...(clauses.get("watching") ?? [])], evidence),
    `plan ${nameOf({ node, steps, clauses, evidence, contexts })}()\n`,
    goalLine(node),
    `{\n${lines.join("\n")}\n}`,
    handler("failure", "on failure"),
    handler("undo-failure", "on undo failure"),
    "\n",
  ].join("");

  function of(...phases: readonly string[]): Unit["steps"] {
    return steps.filter(({ phase }) => phases.includes(phase));
  }
}

/** A goal without words has its label. */
function goalLine({ text, label }: CaseNode): string {
  return `  goal ${textLiteral(plain(text) || plain(label) || "TODO")}\n`;
}

export function testText(node: CaseNode, name: string, say: Say): string {
  return `${comment(`${node.label}: ${node.text}`)}test ${textLiteral(name)} {\n  // TODO ${node.label}\n  Test.skip(${unwritten(say)})\n}\n`;
}

/** The name of the test that a node of evidence is; undefined where it is none, or a whole file of tests. */
export function testNameOf({ text, evidence }: CaseNode): string | undefined {
  if (evidence !== undefined && evidence.by !== "test") return undefined;
  if (evidence === undefined) return undefined;
  const { of } = evidence;
  return of === undefined ? plain(text) : /\.dscript$/.test(of) ? undefined : plain(of);
}

/** What stands above a task or plan: its own text is in its goal. */
function notes(node: CaseNode, contexts: readonly CaseNode[], evidence: readonly CaseNode[]): string {
  return [
    comment(`${node.label}${node.undeveloped === true ? ", undeveloped" : ""}`),
    ...contexts.map((each) => comment(`${each.label}: ${each.text}`)),
    ...evidence
      .filter((each) => testNameOf(each) === undefined)
      .map((each) => comment(`${each.label} (${kindOf(each)}): ${each.text}`)),
  ].join("");
}

function kindOf({ evidence, monitor }: CaseNode): string {
  if (monitor !== undefined) return `monitor ${monitor.metric}: ${conditionText(monitor.condition)}`;
  if (evidence === undefined) return "evidence";
  return evidence.of === undefined ? evidence.by : `${evidence.by} ${evidence.of}`;
}

function whyOf(contexts: readonly CaseNode[]): string | undefined {
  const why = contexts.find(({ type, uid }) => type === "justification" && uid.startsWith("why:"));
  return why === undefined ? undefined : plain(why.text);
}

function todos(nodes: readonly CaseNode[], indent: string): string {
  return nodes.map((node) => `${indent}${comment(`TODO ${node.label}: ${node.text}`)}`).join("");
}

export function comment(text: string): string {
  return `// ${plain(text)}\n`;
}

/** A text in quotes, of which nothing is computed. */
function textLiteral(text: string): string {
  return `"${plain(text).replaceAll(/["\\$]/g, String.raw`\$&`)}"`;
}

/** In one line, without what no script may hold: characters of control, halves of pairs, marks that turn the direction of writing. */
function plain(text: string): string {
  return text
    .replaceAll(/[\s\u0085\u2028\u2029]+/gu, " ")
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replaceAll(/\p{Surrogate}/gu, "")
    .trim();
}
