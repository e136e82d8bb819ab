// Trees of any size, beside one that is computed word for word as the RFC has it.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  consistencyPath,
  inclusionPath,
  isConsistent,
  leafHash,
  peakPlaces,
  rootFromInclusion,
  rootOf,
  storedCount,
} from "../../../src/agreement/index.ts";
import { hex, naiveRoot, sha256, treeOf } from "./naive-tree.ts";

const entries = fc.array(fc.uint8Array({ maxLength: 5 }), { minLength: 1, maxLength: 70 });
const leavesOf = (list: readonly Uint8Array[]) => list.map((each) => leafHash(each, sha256));

test("an append gives the root of the whole, and keeps every complete subtree", () => {
  fc.assert(
    fc.property(entries, (list) => {
      const tree = treeOf(leavesOf(list));
      expect(hex(rootOf(tree.range, sha256))).toBe(hex(naiveRoot(list)));
      expect(tree.kept.length).toBe(storedCount(list.length));
      expect(peakPlaces(list.length).map((at) => hex(tree.kept[at]))).toEqual(tree.range.peaks.map(hex));
    }),
  );
});

test("every leaf is proven, and nothing else is by its proof", () => {
  fc.assert(
    fc.property(entries, fc.nat(), fc.nat(), (list, pick, spoil) => {
      const index = pick % list.length;
      const leaves = leavesOf(list);
      const [leaf, size, root] = [leaves[index] as Uint8Array, list.length, hex(naiveRoot(list))];
      const path = inclusionPath(index, treeOf(leaves));
      expect(hex(rootFromInclusion(leaf, { index, size }, path, sha256))).toBe(root);
      const other = sha256(leaf);
      expect(hex(rootFromInclusion(other, { index, size }, path, sha256))).not.toBe(root);
      expect(rootFromInclusion(leaf, { index, size }, [...path, leaf], sha256)).toBeUndefined();
      expect(rootFromInclusion(leaf, { index: size, size }, path, sha256)).toBeUndefined();
      if (path.length === 0) return;
      expect(hex(rootFromInclusion(leaf, { index, size }, path.slice(1), sha256))).not.toBe(root);
      const spoiled = path.map((hash, at) => (at === spoil % path.length ? sha256(hash) : hash));
      expect(hex(rootFromInclusion(leaf, { index, size }, spoiled, sha256))).not.toBe(root);
    }),
  );
});

test("a tree is shown to begin with every earlier one, and with no other", () => {
  fc.assert(
    fc.property(entries, fc.nat(), (list, pick) => {
      const size = pick % (list.length + 1);
      const older = { size, root: naiveRoot(list.slice(0, size)) };
      const newer = { size: list.length, root: naiveRoot(list) };
      const path = consistencyPath(size, treeOf(leavesOf(list)));
      expect(isConsistent(older, newer, path, sha256)).toBe(true);
      expect(isConsistent(older, { ...newer, size: size - 1 }, path, sha256)).toBe(false);
      if (size === 0) return;
      expect(isConsistent({ ...older, root: sha256(older.root) }, newer, path, sha256)).toBe(false);
      expect(isConsistent(older, { ...newer, root: sha256(newer.root) }, path, sha256)).toBe(false);
      expect(isConsistent(older, newer, [...path, newer.root], sha256)).toBe(false);
    }),
  );
});
