/** A case as the draft of a script: a task or plan for each goal, a test for each evidence that is one; or what a script lacks of that. */

import type { CaseNode, DCase } from "../model/case.ts";
import { briefOf, titleOf } from "../picture/heading.ts";
import { nameInUid } from "./phases.ts";
import { ScriptNames } from "./script-names.ts";
import { comment, planText, type Say, taskText, testNameOf, testText } from "./stub-text.ts";
import { type Unit, unitsOf } from "./units.ts";

/** What a script has already. */
export interface KnownScript {
  readonly callees: readonly { readonly name: string; readonly goal?: string; readonly calls: readonly string[] }[];
  readonly tests: readonly string[];
  /** Every name that it declares. */
  readonly names: readonly string[];
}

export interface Stubbed {
  /** A whole script, or what is to be added to the one that there is; empty where nothing is missing. */
  readonly text: string;
  /** The tasks, plans and tests in it. */
  readonly added: readonly string[];
}

/** The text checks as it stands; what it runs refuses, until somebody has written it. `say` puts our own words into `language`, which the case's own name and brief are taken in, too. */
export function stubsOf(whole: DCase, known?: KnownScript, say: Say = (text) => text, language?: string): Stubbed {
  const { all, roots } = unitsOf(whole);
  const names = new ScriptNames(known?.names ?? []);
  const named = new Map<string, string>();
  const there = new Set<string>();
  for (const unit of all) {
    const match = known === undefined ? undefined : calleeOf(unit.node, known);
    if (match !== undefined) there.add(unit.node.uid);
    named.set(unit.node.uid, match ?? "");
  }
  for (const unit of all) if (!there.has(unit.node.uid)) named.set(unit.node.uid, names.nameOf(unit.node));
  const nameOf = ({ node }: Pick<Unit, "node">): string => named.get(node.uid) ?? node.label;
  const missing = all.filter(({ node }) => !there.has(node.uid));
  const [tasks, plans] = [missing.filter(isTask), missing.filter((unit) => !isTask(unit))];
  const tests = testsIn(all, new Set(known?.tests));
  const parts = [
    ...tasks.map((unit) => taskText(unit, nameOf(unit), say)),
    ...plans.map((unit) => planText(unit, nameOf)),
    ...uncalled(all, there, named, known, say),
    ...(known === undefined ? callsOf(roots, nameOf) : []),
    ...tests.map(({ node, name }) => testText(node, name, say)),
  ];
  const added = [...[...tasks, ...plans].map(nameOf), ...tests.map(({ name }) => name)];
  if (parts.length === 0) return { text: "", added };
  const [name, brief] = [titleOf(whole, language), briefOf(whole, language)];
  const about = comment(
    say(brief === undefined ? `A draft from the case ${name}` : `A draft from the case ${name}: ${brief}`),
  );
  const head =
    known === undefined
      ? [["language 1", "strict", "", about].join("\n")]
      : [comment(say(`Added from the case ${name}`))];
  return { text: [...head, ...parts].join("\n"), added };
}

function isTask({ steps }: Unit): boolean {
  return steps.length === 0;
}

/** The task or plan of the script that a goal is: by its name, or by its text. */
function calleeOf(node: CaseNode, { callees }: KnownScript): string | undefined {
  const name = nameInUid(node);
  const texts = [node.text, ...Object.values(node.translations ?? {})].map(inOneLine);
  return (
    callees.find((each) => each.name === name) ??
    callees.find(({ goal }) => goal !== undefined && texts.includes(inOneLine(goal)))
  )?.name;
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** Each name once. */
function testsIn(
  all: readonly Unit[],
  known: ReadonlySet<string>,
): readonly { readonly node: CaseNode; readonly name: string }[] {
  const found = new Map<string, CaseNode>();
  for (const { evidence } of all)
    for (const node of evidence) {
      const name = testNameOf(node);
      if (name !== undefined && name !== "" && !known.has(name) && !found.has(name)) found.set(name, node);
    }
  return [...found].map(([name, node]) => ({ node, name }));
}

/** What plans that are there do not call yet, as a comment: nothing of a script is rewritten. */
function uncalled(
  all: readonly Unit[],
  there: ReadonlySet<string>,
  named: ReadonlyMap<string, string>,
  known: KnownScript | undefined,
  say: Say,
): readonly string[] {
  return all.flatMap(({ node, steps }) => {
    const plan = there.has(node.uid) ? known?.callees.find(({ name }) => name === named.get(node.uid)) : undefined;
    if (plan === undefined) return [];
    const calls = steps.map(({ unit }) => named.get(unit.node.uid) ?? "").filter((name) => !plan.calls.includes(name));
    return calls.length === 0
      ? []
      : [comment(`TODO ${say(`${plan.name} does not call yet: ${calls.map((name) => `${name}()`).join(", ")}`)}`)];
  });
}

/** A script that declares plans calls them. */
function callsOf(roots: readonly Unit[], nameOf: (unit: Unit) => string): readonly string[] {
  return roots.length === 0 ? [] : [roots.map((unit) => `${nameOf(unit)}()\n`).join("")];
}
