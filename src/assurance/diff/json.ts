/** A difference as JSON, for other programs. */

import type { CaseDifference, Change, NodeDifference } from "./model.ts";
import { wordDifference } from "./words.ts";

/** Grows when a field changes its meaning. */
const version = 1;

/** As the model has it; what was reworded also word by word. */
export function diffJson(difference: CaseDifference): string {
  const { nodes, module, loose, ...rest } = difference;
  const all = {
    version,
    ...rest,
    module: module.map(withWords),
    nodes: nodes.map(nodeWithWords),
    loose: loose.map(({ from, change }) => ({ from, change: withWords(change) })),
  };
  return `${JSON.stringify(all, undefined, 2)}\n`;
}

function nodeWithWords(each: NodeDifference): object {
  return each.kind === "changed" ? { ...each, changes: each.changes.map(withWords) } : each;
}

function withWords(change: Change): object {
  if (change.kind !== "reworded" || change.before === undefined || change.after === undefined) return change;
  return { ...change, words: wordDifference(change.before, change.after) };
}
