// A key that does not sign a log here: refused at once, whoever holds the lock, and nothing is made for it.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  appendTo,
  createWriter,
  exportLines,
  importInto,
  isProblem,
  openLog,
  readExport,
} from "../../src/ledger/index.ts";
import { entry, logKey, logOf } from "./folders.ts";

/** Another process that writes to the log, as long as this runs. */
async function whileLocked<T>(folder: string, run: () => Promise<T>): Promise<T> {
  const child = spawn("flock", [join(folder, "entries.jsonl"), "sh", "-c", "echo held; cat > /dev/null"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  try {
    return await run();
  } finally {
    child.stdin.end();
    await new Promise((resolve) => child.once("exit", resolve));
  }
}

/** A log whose files beside the entries are away, as a copy of the two files that matter is. */
async function bareLog(): Promise<string> {
  const folder = await logOf(3);
  for (const name of ["hashes", "ends", "leaves"]) rmSync(join(folder, name), { force: true });
  return folder;
}

const contentOf = (folder: string) =>
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString("base64")]);
const refused = { code: "LOG-07", kind: "words" };

test("is refused ahead of the lock, and makes no file", async () => {
  const [folder, other] = [await bareLog(), await logOf(0)];
  const before = contentOf(folder);
  await whileLocked(folder, async () => {
    const begun = performance.now();
    expect(await appendTo(folder, logKey(other), () => [entry(9)])).toMatchObject(refused);
    expect(await createWriter(folder, logKey(other)).append(entry(9))).toMatchObject(refused);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
  expect(contentOf(folder)).toEqual(before);
});

test("imports nothing", async () => {
  const [folder, other] = [await bareLog(), await logOf(0)];
  const before = contentOf(folder);
  const file = join(other, "export");
  const log = openLog(folder);
  if (isProblem(log)) throw new Error(log.message);
  const lines = [...exportLines(log, 0)].map((line) => Buffer.from(line as string | Uint8Array));
  writeFileSync(file, lines.map((line) => `${line}\n`).join(""));
  log.close();
  const read = readExport(file);
  if (isProblem(read)) throw new Error(read.message);
  expect(await importInto(folder, logKey(other), read)).toMatchObject(refused);
  expect(contentOf(folder)).toEqual(before);
});

test("is refused also where the log became another one between two appends", async () => {
  const [folder, other] = [await logOf(1), await logOf(1, "example.org/other")];
  const writer = createWriter(folder, logKey(folder));
  expect(await writer.append(entry(5))).toBe(1);
  for (const name of ["log.json", "entries.jsonl", "checkpoint", "hashes", "ends", "leaves"])
    writeFileSync(join(folder, name), readFileSync(join(other, name)));
  expect(await writer.append(entry(6))).toMatchObject(refused);
  expect(await writer.append(entry(6))).toMatchObject(refused);
});
