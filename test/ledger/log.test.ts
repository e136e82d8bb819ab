// A log in a folder: appended to by many, opened, and found out where it was changed.
import { appendFileSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inclusionPath, leafHash, rootFromInclusion, rootOf } from "../../src/agreement/index.ts";
import { isProblem, openLog, sha256, verifyLog } from "../../src/ledger/index.ts";
import { naiveRoot } from "../agreement/tree/naive-tree.ts";
import { entry, logOf, newFolder, put } from "./folders.ts";

function opened(folder: string) {
  const log = openLog(folder);
  if (isProblem(log)) throw new Error(log.message);
  return log;
}

/** What `verifyLog` finds, a line each. */
function found(folder: string): readonly string[] {
  const result = verifyLog(folder);
  if (isProblem(result)) return [`${result.code} ${result.message.replaceAll(folder, "LOG")}`];
  return result.findings.map(
    ({ code, message, byte }) => `${code} ${message}${byte === undefined ? "" : ` at ${byte}`}`,
  );
}

/** Behind the checkpoint of no entries and the first entry: the byte that ends its line. */
const firstEnd = 200 + entry(0).length;

function flip(path: string, from: number): void {
  const bytes = readFileSync(path);
  const at = from < 0 ? bytes.length + from : from;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

test("what is appended is there, in its order, and proven", async () => {
  const folder = await logOf(7);
  expect(await put(folder, [entry(7), entry(8)])).toEqual([7, 8]);
  const log = opened(folder);
  const all = Array.from({ length: 9 }, (_, number) => entry(number));
  expect(log.checkpoint.size).toBe(9);
  expect(Buffer.from(log.checkpoint.root)).toEqual(Buffer.from(naiveRoot(all)));
  for (const [index, bytes] of all.entries()) {
    expect(log.entry(index)).toEqual(Buffer.from(bytes));
    const root = rootFromInclusion(leafHash(bytes, sha256), { index, size: 9 }, inclusionPath(index, log.tree), sha256);
    expect(root).toEqual(rootOf(log.range, sha256));
  }
  log.close();
  expect(found(folder)).toEqual([]);
});

test("several writers at once lose nothing", async () => {
  const folder = await logOf(0);
  const results = await Promise.all(
    [0, 1, 2, 3].map((writer) =>
      put(
        folder,
        Array.from({ length: 20 }, (_, at) => entry(100 * writer + at)),
      ),
    ),
  );
  expect(results.flat().toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 80 }, (_, at) => at));
  expect(found(folder)).toEqual([]);
});

test("a torn entry behind the last one is cut off, a whole one is taken up", async () => {
  const folder = await logOf(3);
  const entries = join(folder, "entries.jsonl");
  appendFileSync(entries, Buffer.concat([entry(3), Buffer.from("\n"), entry(4).subarray(0, 50)]));
  expect(verifyLog(folder)).toMatchObject({ size: 3, findings: [], behind: { entries: 1, bytes: 50 } });
  expect(await put(folder, [entry(5)])).toEqual([4]);
  expect(opened(folder).entry(3)).toEqual(Buffer.from(entry(3)));
  const lines = readFileSync(entries, "utf8").split("\n");
  const reasons = [0, 1, 2, 3, 5].map((number) => Buffer.from(entry(number)).toString());
  expect(lines.filter((line) => line.startsWith('{"payload"'))).toEqual(reasons);
  expect(lines.at(-1)).toBe("");
  expect(found(folder)).toEqual([]);
});

test("the files of the tree are made again where they are absent or damaged", async () => {
  const folder = await logOf(11);
  rmSync(join(folder, "hashes"));
  expect(opened(folder).entry(10)).toEqual(Buffer.from(entry(10)));
  expect(await put(folder, [entry(11)])).toEqual([11]);
  flip(join(folder, "hashes"), statSync(join(folder, "hashes")).size - 1);
  expect(await put(folder, [entry(12)])).toEqual([12]);
  truncateSync(join(folder, "ends"), 4);
  expect(opened(folder).entry(12)).toEqual(Buffer.from(entry(12)));
  expect(await put(folder, [entry(13)])).toEqual([13]);
  expect(found(folder)).toEqual([]);
});

describe("a flipped bit is found", () => {
  test.each([
    ["in an entry", "entries.jsonl", 2500],
    ["in a line's end", "entries.jsonl", firstEnd],
    ["in the first checkpoint", "entries.jsonl", 40],
    ["in the newest checkpoint", "entries.jsonl", -40],
    ["in the hashes", "hashes", 40],
    ["in the ends", "ends", 17],
    ["in the checkpoint", "checkpoint", 4100],
    ["in the older checkpoint", "checkpoint", 3],
  ])("%s", async (_, name, at) => {
    const folder = await logOf(4);
    await put(folder, [entry(4)]);
    await put(folder, [entry(5)]);
    flip(join(folder, name), at);
    expect(found(folder)).toMatchSnapshot();
  });

  test("in the log's name or key", async () => {
    const folder = await logOf(1);
    const path = join(folder, "log.json");
    writeFileSync(path, readFileSync(path, "utf8").replace('"example.org/log"', '"example.org/lof"'));
    expect(found(folder)).toMatchSnapshot();
    writeFileSync(path, readFileSync(path, "utf8").replace(/\+[0-9a-f]{8}\+/, "+00000000+"));
    expect(found(folder)).toMatchSnapshot();
  });
});

test("an entry that was cut off, and one that was put in, are found", async () => {
  const folder = await logOf(4);
  const path = join(folder, "entries.jsonl");
  // The first line is a checkpoint.
  const lines = readFileSync(path, "utf8").split("\n");
  writeFileSync(path, [...lines.slice(0, 4), ""].join("\n"));
  expect(found(folder)).toMatchSnapshot();
  writeFileSync(path, [...lines.slice(0, 2), Buffer.from(entry(9)).toString(), ...lines.slice(2)].join("\n"));
  expect(found(folder)).toMatchSnapshot();
  expect(await put(folder, [entry(5)])).toEqual(["LOG-08"]);
});

test("what is no log, or a newer one, is said", async () => {
  const folder = newFolder();
  expect(found(folder).map((each) => each.replace(folder, "LOG"))).toMatchSnapshot();
  writeFileSync(join(folder, "log.json"), '{"dscript":"log","version":2}');
  expect(found(folder)).toMatchSnapshot();
  writeFileSync(join(folder, "log.json"), "[]");
  expect(found(folder)).toMatchSnapshot();
  expect(found(join(folder, "absent"))).toHaveLength(1);
});
