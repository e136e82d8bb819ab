// A log that only grew since an older checkpoint, one that was taken back, and the entries since then.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  growthTrouble,
  isConsistent,
  readCheckpoint,
  readGrowth,
  type SignedCheckpoint,
  writeGrowth,
} from "../../src/agreement/index.ts";
import { entriesFrom, isProblem, openLog, provesGrowth, sha256 } from "../../src/ledger/index.ts";
import { entry, logOf, newFolder, put } from "./folders.ts";

function noteOf(folder: string): string {
  const log = openLog(folder);
  if (isProblem(log)) throw new Error(log.message);
  log.close();
  return log.note;
}

function checkpointIn(note: string): SignedCheckpoint {
  const read = readCheckpoint(note);
  if ("code" in read) throw new Error(read.message);
  return read;
}

/** The indexes that are given, each with whether it is what was appended; and what ends them. */
function walked(folder: string, from: Parameters<typeof entriesFrom>[1]): readonly string[] {
  const part = entriesFrom(folder, from);
  if (isProblem(part)) return [`${part.code} ${part.message.replaceAll(folder, "LOG")}`];
  return [...part.entries].map((each) =>
    isProblem(each)
      ? `${each.code} ${each.message.replaceAll(folder, "LOG")}`
      : `${each.index} ${Buffer.from(each.entry).equals(entry(each.index)) ? "as appended" : "other"}`,
  );
}

test("growth is proven from every earlier checkpoint, and the proof holds without the log", async () => {
  const folder = await logOf(0);
  const notes = [noteOf(folder)];
  for (let number = 0; number < 9; number += 1) {
    await put(folder, [entry(number)]);
    notes.push(noteOf(folder));
  }
  for (const [size, note] of notes.entries()) {
    const growth = provesGrowth(folder, note);
    if (isProblem(growth)) throw new Error(growth.message);
    expect(isConsistent(growth.older, growth.newer, growth.path, sha256)).toBe(true);
    const read = readGrowth(writeGrowth({ size, path: growth.path, checkpoint: growth.note }));
    if ("code" in read) throw new Error(read.message);
    expect(growthTrouble(checkpointIn(note), read, sha256)).toBeUndefined();
    const other = checkpointIn(notes[(size + 1) % notes.length] ?? "");
    expect(growthTrouble(other, read, sha256)).toMatchObject({ code: "LOG-03" });
  }
});

test("a proof of growth that is none is refused", async () => {
  const folder = await logOf(3);
  const growth = provesGrowth(folder, noteOf(folder));
  if (isProblem(growth)) throw new Error(growth.message);
  const text = writeGrowth({ size: 3, path: [new Uint8Array(32)], checkpoint: growth.note });
  expect(readGrowth(text)).toMatchObject({ proof: { size: 3 } });
  for (const bad of ["", "old x\n\n", text.replace("old 3", "old 03"), text.replace("AAA", "A"), text.slice(0, 60)])
    expect(readGrowth(bad)).toMatchObject({ code: expect.stringMatching(/^LOG-0[12]$/) });
});

test("a folder that was put back, or has other entries, is found by whoever kept a checkpoint", async () => {
  const folder = await logOf(4);
  const before = join(newFolder(), "before");
  cpSync(folder, before, { recursive: true });
  await put(folder, [entry(4), entry(5)]);
  const kept = noteOf(folder);
  rmSync(folder, { recursive: true });
  cpSync(before, folder, { recursive: true });
  const said = (): unknown => {
    const growth = provesGrowth(folder, kept);
    return isProblem(growth) ? `${growth.code} ${growth.message.replaceAll(folder, "LOG")}` : "grown";
  };
  expect(said()).toBe("LOG-18 LOG had 6 entries, and has 4: entries were taken back");
  await put(folder, [entry(14), entry(15), entry(16)]);
  expect(said()).toBe("LOG-18 the first 6 entries of LOG are not those that were signed before: the log was changed");
  expect(walked(folder, checkpointIn(kept))).toEqual([said()]);
  expect(provesGrowth(await logOf(4), kept)).toMatchObject({ code: "LOG-07" });
  expect(provesGrowth(await logOf(4, "example.org/other"), kept)).toMatchObject({ code: "LOG-12" });
  expect(provesGrowth(folder, "hello")).toMatchObject({ code: "LOG-01" });
});

test("entries are given from one on, with the checkpoint that holds them", async () => {
  const folder = await logOf(1200);
  const part = entriesFrom(folder, 1198);
  if (isProblem(part)) throw new Error(part.message);
  expect(part.checkpoint.size).toBe(1200);
  part.close();
  expect(walked(folder, 1198)).toEqual(["1198 as appended", "1199 as appended"]);
  expect(walked(folder, 1200)).toEqual([]);
  expect(new Set(walked(folder, 0)).size).toBe(1200);
  expect(walked(folder, 1201)).toEqual(["LOG-18 LOG had 1201 entries, and has 1200: entries were taken back"]);
});

test("entries that were changed together with the hashes beside them are not given", async () => {
  const folder = await logOf(5);
  const path = join(folder, "entries.jsonl");
  const other = Buffer.from(entry(7)).toString();
  writeFileSync(path, readFileSync(path, "utf8").replace(Buffer.from(entry(2)).toString(), other));
  expect(walked(folder, 0)).toEqual(["LOG-08 entry 2 of LOG is not what was appended"]);
  const hashes = readFileSync(join(folder, "hashes"));
  // The leaf of entry 2 is the fourth hash that is kept.
  sha256(Buffer.concat([Buffer.of(0), entry(7)])).forEach((byte, at) => {
    hashes[3 * 32 + at] = byte;
  });
  writeFileSync(join(folder, "hashes"), hashes);
  expect(walked(folder, 0)).toEqual(["LOG-08 entry 0 of LOG is not what was appended"]);
});
