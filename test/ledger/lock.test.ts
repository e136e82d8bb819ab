// One writer at a time, in the order in which they came; whoever waits too long is told so.
import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFile } from "../../src/ledger/write/lock.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dscript-lock-"));
  file = join(folder, "entries.jsonl");
  closeSync(openSync(file, "w"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that holds the lock until it is told to end. */
async function holder() {
  const child = spawn("flock", [file, "sh", "-c", "echo held; cat > /dev/null"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return { release: () => child.stdin.end(), ended: new Promise((resolve) => child.once("exit", resolve)) };
}

describe("the lock of a log", () => {
  it("is waited for", async () => {
    const other = await holder();
    const fd = openSync(file, "r+");
    const held = lockFile(fd, folder);
    expect(await Promise.race([held, new Promise((resolve) => setTimeout(() => resolve("waits"), 100))])).toBe("waits");
    other.release();
    expect(await held).toBeUndefined();
    closeSync(fd);
  });

  it("is given up in time, and what waited for it holds it from nobody afterwards", async () => {
    const other = await holder();
    const fd = openSync(file, "r+");
    expect(await lockFile(fd, folder, 50)).toMatchObject({ code: "LOG-10", kind: "busy" });
    closeSync(fd);
    other.release();
    await other.ended;
    const next = openSync(file, "r+");
    expect(await lockFile(next, folder)).toBeUndefined();
    closeSync(next);
  });
});
