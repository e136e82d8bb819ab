/** What a label says of a node's type: gsn2x's prefixes, and D-Case's own. */

import type { NodeType } from "./case.ts";

/** gsn2x's prefixes, longest first (gsn2x 4, "Syntax in YAML"). */
const prefixes: readonly (readonly [string, NodeType])[] = [
  ["CSn", "counterEvidence"],
  ["CG", "counterGoal"],
  ["Sn", "evidence"],
  ["G", "goal"],
  ["A", "assumption"],
  ["J", "justification"],
  ["S", "strategy"],
  ["C", "context"],
];

/** What `nodeType` is called in gsn2x. */
export const gsn2xTypes: Readonly<Record<NodeType, string>> = {
  goal: "Goal",
  strategy: "Strategy",
  evidence: "Solution",
  context: "Context",
  assumption: "Assumption",
  justification: "Justification",
  counterGoal: "CounterGoal",
  counterEvidence: "CounterSolution",
};

/** The type that gsn2x takes a label for; undefined where it would want `nodeType`. */
export function typeOfLabel(label: string): NodeType | undefined {
  for (let at = 0; at < prefixes.length; at += 1) if (label.startsWith(prefixes[at]![0])) return prefixes[at]![1];
  return undefined;
}

/** What new labels of a type begin with. */
export function prefixOf(type: NodeType): string {
  return prefixes.find(([, each]) => each === type)?.[0] ?? "N";
}

/** The next free label of a type: `G7` after `G6`. */
export function nextLabel(type: NodeType, taken: { readonly has: (label: string) => boolean }): string {
  const prefix = prefixOf(type);
  let number = 1;
  while (taken.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}
