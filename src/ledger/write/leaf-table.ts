/**
 * Where an entry stands, by its hash: a table of indexes with open addressing, in a file that is made of the kept hashes where it
 * is absent or behind. What it says of an entry is compared with the hash that is kept of it.
 */

import { closeSync, constants, fstatSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { isSameHash, storedAt } from "../../agreement/index.ts";
import { names } from "../folder/header.ts";
import type { TreeFiles } from "../folder/tree-files.ts";

export interface LeafTable {
  /** The index of an entry with this hash; undefined where there is none. */
  readonly find: (leaf: Uint8Array) => number | undefined;
  /** Puts the entries in that came since the last time, up to `size`. */
  readonly catchUp: (size: number) => void;
  readonly close: () => void;
}

/** How many entries are in it. */
const headLength = 8;
const slotLength = 4;
const fewestSlots = 4096;
/** Slots that are read at once. */
const atOnce = 32;

export function openLeafTable(folder: string, files: TreeFiles): LeafTable {
  const fd = openSync(join(folder, names.leaves), constants.O_RDWR | constants.O_CREAT, 0o644);
  const leafOf = (index: number): Uint8Array => files.hash(storedAt(0, index));
  const slotsOf = (): number => Math.max(0, Math.floor((fstatSync(fd).size - headLength) / slotLength));
  const head = Buffer.alloc(headLength);
  const readCount = (): number =>
    readSync(fd, head, 0, headLength, 0) < headLength ? 0 : Number(head.readBigUInt64LE(0));
  const writeCount = (count: number): void => {
    head.writeBigUInt64LE(BigInt(count), 0);
    writeSync(fd, head, 0, headLength, 0);
  };
  let size = 0;

  /** Walks from a hash's place on until the visitor has seen enough; an empty slot holds 0. */
  const probe = (leaf: Uint8Array, slots: number, visit: (value: number, slot: number) => boolean): void => {
    const bytes = Buffer.alloc(atOnce * slotLength);
    for (let slot = firstSlot(leaf, slots), seen = 0; seen < slots; ) {
      const count = Math.min(atOnce, slots - slot);
      readSync(fd, bytes, 0, count * slotLength, headLength + slot * slotLength);
      for (let at = 0; at < count; at += 1) if (visit(bytes.readUInt32LE(at * slotLength), slot + at)) return;
      seen += count;
      slot = (slot + count) % slots;
    }
  };
  const put = (index: number, slots: number): void => {
    const value = Buffer.alloc(slotLength);
    value.writeUInt32LE(index + 1, 0);
    probe(leafOf(index), slots, (there, slot) => {
      if (there === 0) writeSync(fd, value, 0, slotLength, headLength + slot * slotLength);
      return there === 0 || there === index + 1;
    });
  };
  /** All of them in memory, and written at once. */
  const makeAnew = (count: number): void => {
    let slots = fewestSlots;
    while (slots < 4 * count) slots *= 2;
    const table = new Uint32Array(slots);
    for (let index = 0; index < count; index += 1) {
      let slot = firstSlot(leafOf(index), slots);
      while (table[slot] !== 0) slot = (slot + 1) % slots;
      table[slot] = index + 1;
    }
    writeCount(0);
    ftruncateSync(fd, headLength + slots * slotLength);
    const bytes = Buffer.from(table.buffer);
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at, headLength + at);
    writeCount(count);
  };

  return {
    find(leaf) {
      let found: number | undefined;
      const slots = slotsOf();
      if (slots === 0) return undefined;
      probe(leaf, slots, (value) => {
        // What a killed writer left behind the end is of no entry.
        if (value > 0 && value <= size && isSameHash(leafOf(value - 1), leaf)) found = value - 1;
        return value === 0 || found !== undefined;
      });
      return found;
    },
    catchUp(wanted) {
      size = wanted;
      const count = readCount();
      const slots = slotsOf();
      if (2 * wanted > slots) return makeAnew(wanted);
      for (let index = count; index < wanted; index += 1) put(index, slots);
      if (count !== wanted) writeCount(wanted);
    },
    close: () => closeSync(fd),
  };
}

/** `slots` is a power of two. */
function firstSlot(leaf: Uint8Array, slots: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = leaf;
  return ((a << 24) | (b << 16) | (c << 8) | d) & (slots - 1);
}
