// The very same statement is appended once; what it is found by is made again where it is lost.
import { rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { appendTo, createWriter, isProblem, openLog, verifyLog } from "../../src/ledger/index.ts";
import { entry, logKey, logOf, put } from "./folders.ts";

test("an entry that is there is refused with its number, and those beside it are appended", async () => {
  const folder = await logOf(5);
  const writer = createWriter(folder, logKey(folder));
  const results = await Promise.all([entry(3), entry(5), entry(5), entry(6)].map((each) => writer.append(each)));
  const there = (index: number) => ({ code: "LOG-19", entry: index, kind: "data" });
  expect(results).toMatchObject([there(3), 5, there(5), 6]);
  expect(await writer.append(entry(6))).toMatchObject(there(6));
  writer.close();
  expect(verifyLog(folder)).toMatchObject({ size: 7, findings: [] });
});

test("all or none: with one that is there, or that is given twice, nothing is appended", async () => {
  const folder = await logOf(3);
  const append = (...numbers: number[]) => appendTo(folder, logKey(folder), () => numbers.map(entry));
  expect(await append(3, 1)).toMatchObject({ code: "LOG-19", entry: 1 });
  expect(await append(3, 4, 3)).toMatchObject({ code: "LOG-19", message: expect.stringContaining("given twice") });
  expect(verifyLog(folder)).toMatchObject({ size: 3 });
  expect(await append(3, 4)).toMatchObject({ first: 3, size: 5 });
});

test("what a killed writer left whole is there", async () => {
  const folder = await logOf(2);
  writeFileSync(join(folder, "entries.jsonl"), `${Buffer.from(entry(2))}\n`, { flag: "a" });
  expect(await put(folder, [entry(2), entry(3)])).toEqual(["LOG-19", 3]);
  const log = openLog(folder);
  if (isProblem(log)) throw new Error(log.message);
  expect(log.entry(2)).toEqual(Buffer.from(entry(2)));
  log.close();
});

test.each([
  ["is lost", (path: string) => rmSync(path)],
  ["was cut off", (path: string) => truncateSync(path, 100)],
  ["is of fewer entries", (path: string) => writeFileSync(path, Buffer.alloc(8 + 4 * 4096))],
  [
    "holds anything",
    (path: string) => writeFileSync(path, Buffer.alloc(8 + 4 * 4096, Buffer.of(9, 0, 0, 0)), { flag: "r+" }),
  ],
])("a table that %s is made again", async (_, change) => {
  const folder = await logOf(20);
  change(join(folder, "leaves"));
  expect(await put(folder, [entry(20)])).toEqual([20]);
  rmSync(join(folder, "leaves"));
  expect(await put(folder, [entry(0), entry(20), entry(21)])).toEqual(["LOG-19", "LOG-19", 21]);
});

test("the table grows with the log", async () => {
  const folder = await logOf(3000);
  expect(statSync(join(folder, "leaves")).size).toBeGreaterThan(8 + 2 * 4 * 3000);
  expect(await put(folder, [entry(0), entry(2999), entry(3000)])).toEqual(["LOG-19", "LOG-19", 3000]);
});
