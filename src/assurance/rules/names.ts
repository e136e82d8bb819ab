/** How nodes are named in messages, and the nearest of many names at a bounded price. */

import { nearest } from "../../diagnostics/index.ts";
import type { NodeType } from "../model/case.ts";
import type { Member } from "./argument/model.ts";
import type { Nearest } from "./rule.ts";

/** What a type is called in a sentence. */
export const typeWords: Readonly<Record<NodeType, string>> = {
  goal: "a goal",
  strategy: "a strategy",
  evidence: "evidence",
  context: "a context",
  assumption: "an assumption",
  justification: "a justification",
  counterGoal: "a counter-goal",
  counterEvidence: "counter-evidence",
};

/** "`G1`, `G2`, `G3`, …": the first few. */
export function listed(labels: readonly string[]): string {
  const first = labels.slice(0, mostListed).map((label) => `\`${label}\``);
  return [...first, ...(labels.length > mostListed ? ["…"] : [])].join(", ");
}

/** "`G1` → `S1` → … → `G1`": a way through the graph, its middle left out where it is long. */
export function wayOf(way: readonly Member[]): string {
  const names = way.map(({ label }) => `\`${label}\``);
  return (names.length <= mostSteps ? names : [...names.slice(0, mostSteps - 3), "…", ...names.slice(-2)]).join(" → ");
}

/** A `nearest` that compares no more than so many names a check: in a large case with many wrong names the later ones get no advice. */
export function boundedNearest(): Nearest {
  let left = mostCompared;
  return (name, candidates, except) => {
    if (candidates.size > left || name.length > longestName) return undefined;
    left -= candidates.size;
    return nearest(name, except === undefined ? candidates.keys() : without(candidates.keys(), except));
  };
}

function* without(names: Iterable<string>, except: string): Iterable<string> {
  for (const name of names) if (name !== except) yield name;
}

/** "did you mean `G2`?", where something is near. */
export function meant(near: string | undefined, otherwise: string): string {
  return near === undefined ? otherwise : `did you mean \`${near}\`?`;
}

const mostListed = 5;
const mostSteps = 8;
const mostCompared = 200_000;
const longestName = 100;
