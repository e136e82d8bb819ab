// A Merkle tree word for word as RFC 6962 defines it, and one that keeps its hashes as ours does.
import { createHash } from "node:crypto";
import { appended, emptyRange, type Range, type TreeView } from "../../../src/agreement/index.ts";

export function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash("sha256").update(bytes).digest());
}

/** MTH(D[n]) of section 2.1. */
export function naiveRoot(entries: readonly Uint8Array[]): Uint8Array {
  const [first] = entries;
  if (first === undefined) return sha256(new Uint8Array(0));
  if (entries.length === 1) return sha256(Buffer.concat([Buffer.of(0), first]));
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return sha256(Buffer.concat([Buffer.of(1), naiveRoot(entries.slice(0, split)), naiveRoot(entries.slice(split))]));
}

export function treeOf(
  leaves: readonly Uint8Array[],
): TreeView & { readonly range: Range; readonly kept: Uint8Array[] } {
  const kept: Uint8Array[] = [];
  let range = emptyRange;
  for (const leaf of leaves) {
    const next = appended(range, leaf, sha256);
    kept.push(...next.made);
    range = next.range;
  }
  return { size: leaves.length, range, kept, hashOf: sha256, read: (at) => kept[at] as Uint8Array };
}

export function hex(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? "none" : Buffer.from(bytes).toString("hex");
}
