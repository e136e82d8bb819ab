// Copies of a log, brought to one state by files; and two that differ, which are never made one.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exportLines, importInto, isProblem, openLog, readExport, trust, verifyLog } from "../../src/ledger/index.ts";
import { entry, logKey, logOf, newFolder, put } from "./folders.ts";

function exported(folder: string, from = 0): string {
  const log = openLog(folder);
  if (isProblem(log)) throw new Error(log.message);
  const path = join(newFolder(), "export");
  const lines = [...exportLines(log, from)].map((line) =>
    isProblem(line) ? line.message : Buffer.from(line).toString(),
  );
  writeFileSync(path, `${lines.join("\n")}\n`);
  log.close();
  return path;
}

/** What an import comes to; the key of the other copy counts where that is not asked. */
async function imported(folder: string, path: string, trusts = true): Promise<unknown> {
  const file = readExport(path);
  if (isProblem(file)) return `${file.code} ${file.message.replaceAll(path, "EXPORT")}`;
  if (trusts) trust(folder, file.key);
  const result = await importInto(folder, logKey(folder), file);
  if (!isProblem(result)) return { ...result, note: undefined };
  return `${result.code} ${result.message.replaceAll(folder, "LOG").replace(/\+[0-9a-f]{8}\+\S+/, "+KEY")}`;
}

test("a continuation is appended, whole or from an entry on, and an older state is known", async () => {
  const [one, two] = [await logOf(5), await logOf(0)];
  const whole = exported(one);
  expect(await imported(two, whole)).toMatchObject({ kind: "appended", first: 0, size: 5 });
  expect(await imported(two, whole)).toMatchObject({ kind: "same", behind: 0 });
  await put(one, [entry(5), entry(6)]);
  expect(await imported(two, exported(one, 4))).toMatchObject({ kind: "appended", first: 5, size: 7 });
  expect(await imported(two, whole)).toMatchObject({ kind: "same", behind: 2 });
  expect(await imported(one, exported(two))).toMatchObject({ kind: "same", behind: 0 });
  expect(verifyLog(two)).toMatchObject({ size: 7, findings: [] });
});

test("an export of many entries is appended part by part, and goes on where it was interrupted", async () => {
  const [one, two] = [await logOf(11_000), await logOf(3000)];
  const path = exported(one);
  const file = readExport(path);
  if (isProblem(file)) throw new Error(file.message);
  const { entries } = file;
  trust(two, file.key);
  // It ends early: as many parts as were whole are there.
  function* early() {
    for (const [at, bytes] of [...entries].entries()) if (at < 9000) yield bytes;
  }
  let walks = 0;
  const torn = {
    ...file,
    entries: {
      [Symbol.iterator]: () => (walks++ === 0 ? entries : { [Symbol.iterator]: early })[Symbol.iterator](),
    },
  };
  expect(await importInto(two, logKey(two), torn)).toMatchObject({ code: "LOG-09" });
  expect(verifyLog(two)).toMatchObject({ size: 8000, findings: [] });
  expect(await imported(two, path)).toMatchObject({ kind: "appended", first: 8000, size: 11_000 });
  expect(verifyLog(two)).toMatchObject({ size: 11_000, findings: [] });
});

test("a fork is found with its first entry, and nothing is merged", async () => {
  const [one, two] = [await logOf(4), await logOf(4)];
  await put(one, [entry(100), entry(5)]);
  await put(two, [entry(200), entry(5)]);
  expect(await imported(two, exported(one))).toMatchObject({
    ...{ kind: "fork", entry: 4 },
    ...{ ours: Buffer.from(entry(200)), theirs: Buffer.from(entry(100)) },
  });
  expect(await imported(two, exported(one, 5))).toMatchObject({ kind: "fork", entry: 4, theirs: undefined });
  expect(verifyLog(two)).toMatchObject({ size: 6, findings: [] });
});

describe("an export is refused", () => {
  test("of another log, of an unknown copy, and with a gap", async () => {
    const [one, other, two] = [await logOf(5), await logOf(1, "example.org/other"), await logOf(0)];
    expect(await imported(two, exported(other))).toMatchSnapshot();
    expect(await imported(two, exported(one), false)).toMatchSnapshot();
    expect(await imported(two, exported(one, 3))).toMatchSnapshot();
  });

  test.each<readonly [string, (lines: string[]) => void]>([
    ["with an entry changed", (lines) => lines.splice(2, 1, Buffer.from(entry(99)).toString())],
    ["with an entry that is none", (lines) => lines.splice(2, 1, "hello")],
    ["with an entry left out", (lines) => lines.splice(2, 1)],
    ["that ends early", (lines) => lines.splice(3, 2, (lines[3] ?? "").slice(0, 50))],
    ["of a newer form", (lines) => lines.splice(0, 1, (lines[0] ?? "").replace('"version":1', '"version":2'))],
    ["with a checkpoint changed", (lines) => lines.splice(0, 1, (lines[0] ?? "").replace("\\n3\\n", "\\n4\\n"))],
    ["with a first line changed", (lines) => lines.splice(0, 1, (lines[0] ?? "").replace("+", "-"))],
    ["that is something else", (lines) => lines.splice(0, 5, "hello", "")],
  ])("%s", async (_, change) => {
    const [one, two] = [await logOf(3), await logOf(1)];
    const path = exported(one);
    const lines = readFileSync(path, "utf8").split("\n");
    change(lines);
    writeFileSync(path, lines.join("\n"));
    expect(await imported(two, path)).toMatchSnapshot();
    expect(verifyLog(two)).toMatchObject({ size: 1, findings: [] });
  });
});
