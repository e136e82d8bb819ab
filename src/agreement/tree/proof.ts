/** Proofs from a tree's kept hashes (RFC 6962, sections 2.1.1 and 2.1.2). */

import { type HashOf, nodeHash } from "./hash.ts";
import { storedAt } from "./stored.ts";

/** The hash that stands at a place of the kept ones. */
export type ReadHash = (at: number) => Uint8Array;

export interface TreeView {
  readonly size: number;
  readonly read: ReadHash;
  readonly hashOf: HashOf;
}

/** PATH(index, D[0:size]): the hashes that lead from a leaf to the root. */
export function inclusionPath(index: number, tree: TreeView): readonly Uint8Array[] {
  const path = (first: number, end: number): Uint8Array[] => {
    if (end - first === 1) return [];
    const middle = first + splitOf(end - first);
    return index < middle
      ? [...path(first, middle), hashOfRange(middle, end, tree)]
      : [...path(middle, end), hashOfRange(first, middle, tree)];
  };
  return path(0, tree.size);
}

/** PROOF(size, D[0:n]): the hashes that show that the tree begins with the one that had this size. */
export function consistencyPath(size: number, tree: TreeView): readonly Uint8Array[] {
  const path = (first: number, end: number, isWhole: boolean): Uint8Array[] => {
    if (end === size) return isWhole ? [] : [hashOfRange(first, end, tree)];
    const middle = first + splitOf(end - first);
    return size <= middle
      ? [...path(first, middle, isWhole), hashOfRange(middle, end, tree)]
      : [...path(middle, end, false), hashOfRange(first, middle, tree)];
  };
  return size === 0 ? [] : path(0, tree.size, true);
}

/** MTH(D[first:end]); `first` is where a subtree begins, as the splits have it. */
function hashOfRange(first: number, end: number, tree: TreeView): Uint8Array {
  const width = end - first;
  const level = Math.log2(width);
  if (Number.isInteger(level)) return tree.read(storedAt(level, first / width));
  const middle = first + splitOf(width);
  return nodeHash(hashOfRange(first, middle, tree), hashOfRange(middle, end, tree), tree.hashOf);
}

/** The largest power of two that is smaller. */
function splitOf(width: number): number {
  return 2 ** Math.floor(Math.log2(width - 1));
}
