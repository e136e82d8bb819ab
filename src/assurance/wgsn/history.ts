/** The `#created:modified` of nodes, worked out from the revisions. */

import type { CaseNode } from "../model/case.ts";
import type { Revision } from "../model/revision.ts";

/** The revisions in which a node was made and changed last, as of a revision: numbers, made up to `number`. */
export type History = (uid: string, number: number) => { readonly created: number; readonly modified: number };

/**
 * A new label is no change: AssureNote numbers nodes anew whenever one is added. Nor is it one that a goal has, or has no more, anything
 * below it.
 */
export function historyOf(revisions: readonly Revision[]): History {
  const changes = new Map<string, number[]>();
  let before = new Map<string, CaseNode>();
  for (const { number, case: whole } of revisions) {
    const now = new Map<string, CaseNode>();
    for (const node of whole.nodes) {
      now.set(node.uid, node);
      const known = changes.get(node.uid);
      if (known === undefined) changes.set(node.uid, [number]);
      else if (!isLike(node, before.get(node.uid))) known.push(number);
    }
    before = now;
  }
  return (uid, number) => {
    const all = changes.get(uid) ?? [number];
    const modified = all.findLast((each) => each <= number) ?? number;
    return { created: Math.min(all[0] ?? number, modified), modified };
  };
}

function isLike(node: CaseNode, before: CaseNode | undefined): boolean {
  if (node === before) return true;
  return before !== undefined && words(node) === words(before);
}

function words({ label: _, undeveloped: __, ...node }: CaseNode): string {
  return JSON.stringify(node);
}
