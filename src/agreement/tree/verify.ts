/** Checks proofs without the log that they are of (RFC 9162, sections 2.1.3.2 and 2.1.4.2). */

import { type HashOf, isSameHash, nodeHash } from "./hash.ts";

/** The root that a leaf and its path lead to; undefined where the path cannot be one of that leaf. */
export function rootFromInclusion(
  leaf: Uint8Array,
  at: { readonly index: number; readonly size: number },
  path: readonly Uint8Array[],
  hashOf: HashOf,
): Uint8Array | undefined {
  if (!isPlace(at.index) || !isPlace(at.size) || at.index >= at.size) return undefined;
  let [node, last] = [at.index, at.size - 1];
  let root = leaf;
  for (const hash of path) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      root = nodeHash(hash, root, hashOf);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else root = nodeHash(root, hash, hashOf);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? root : undefined;
}

/** Whether the tree with the newer root begins with the one that has the older root. */
export function isConsistent(
  older: { readonly size: number; readonly root: Uint8Array },
  newer: { readonly size: number; readonly root: Uint8Array },
  path: readonly Uint8Array[],
  hashOf: HashOf,
): boolean {
  if (!isPlace(older.size) || !isPlace(newer.size) || older.size > newer.size) return false;
  if (older.size === newer.size) return path.length === 0 && isSameHash(older.root, newer.root);
  // Every tree begins with the empty one; there is nothing to show.
  if (older.size === 0) return path.length === 0;
  let [node, last] = [older.size - 1, newer.size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  // Of a size that is a power of two, the older tree is the first node itself.
  const [first, ...rest] = node === 0 ? [older.root, ...path] : path;
  if (first === undefined) return false;
  let [old, now] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      old = nodeHash(hash, old, hashOf);
      now = nodeHash(hash, now, hashOf);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else now = nodeHash(now, hash, hashOf);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && isSameHash(old, older.root) && isSameHash(now, newer.root);
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isPlace(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
