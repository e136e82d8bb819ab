// The vectors of github.com/google/certificate-transparency (cpp/merkletree/merkle_tree_test.cc), on which RFC 6962's readers agree.
import { expect, test } from "vitest";
import {
  consistencyPath,
  inclusionPath,
  isConsistent,
  leafHash,
  rootFromInclusion,
  rootOf,
} from "../../../src/agreement/index.ts";
import { hex, sha256, treeOf } from "./naive-tree.ts";

const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"].map(
  (text) => new Uint8Array(Buffer.from(text, "hex")),
);
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const [e5, c9, d3, fa, six] = [
  "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
  "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
  roots[4],
  roots[2],
  "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
];
const [bc, ca] = [
  "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
  "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
];
const leaves = inputs.map((input) => leafHash(input, sha256));
const treeWith = (size: number) => treeOf(leaves.slice(0, size));

test.each(roots.map((root, size) => [size, root]))("a tree of %i leaves has its root", (size, root) => {
  expect(hex(rootOf(treeWith(Number(size)).range, sha256))).toBe(root);
});

test.each([
  [0, 1, []],
  [0, 8, [c9, e5, six]],
  [5, 8, [bc, ca, d3]],
  [2, 3, [fa]],
  [1, 5, [roots[1], e5, bc]],
])("leaf %i of %i is proven", (index, size, path) => {
  const found = inclusionPath(index, treeWith(size));
  expect(found.map(hex)).toEqual(path);
  expect(hex(rootFromInclusion(leaves[index] as Uint8Array, { index, size }, found, sha256))).toBe(roots[size]);
});

test.each([
  [1, 1, []],
  [1, 8, [c9, e5, six]],
  [6, 8, ["0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", ca, d3]],
  [2, 5, [e5, bc]],
])("a tree of %i leaves is shown to begin one of %i", (older, newer, path) => {
  const found = consistencyPath(older, treeWith(newer));
  const sized = (size: number) => ({ size, root: new Uint8Array(Buffer.from(roots[size] ?? "", "hex")) });
  expect(found.map(hex)).toEqual(path);
  expect(isConsistent(sized(older), sized(newer), found, sha256)).toBe(true);
});
