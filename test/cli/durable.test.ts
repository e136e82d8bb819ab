/** With `--durable`, a record is on disk ahead of the change that it announces: the order of the system calls shows it. */

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runDscript } from "../run-dscript.ts";

const dscript = fileURLToPath(new URL("../../dscript", import.meta.url));
let folder = "";

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "dscript-durable-")));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** strace is there, and may look at processes here. */
const canTrace = (() => {
  try {
    execFileSync("strace", ["-f", "-o", "/dev/null", "true"], { stdio: "ignore", timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
})();

/** The calls of a run that sync, start programs or change names, in order, with the files' names: "fdatasync records.jsonl". */
function callsOf(script: string, words: readonly string[]): readonly string[] {
  writeFileSync(join(folder, "s.dscript"), script);
  const trace = join(folder, "trace");
  const calls = "trace=fdatasync,fsync,execve,rename,renameat,renameat2,unlink,unlinkat,openat";
  const env = { PATH: process.env["PATH"], HOME: folder, XDG_STATE_HOME: join(folder, "state"), LC_ALL: "C" };
  execFileSync("strace", ["-f", "-y", "-s", "300", "-o", trace, "-e", calls, dscript, "run", ...words, "s.dscript"], {
    cwd: folder,
    env,
    timeout: 100_000,
  });
  return readFileSync(trace, "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, call = "", rest = ""] = /^\d+ +(\w+)\((.*)/.exec(line) ?? [];
      const name = (text: string): string => text.slice(text.lastIndexOf("/") + 1);
      const sync = /^\d+<([^>]*)>/.exec(rest)?.[1];
      if (call.endsWith("sync")) return sync?.startsWith("/") !== true ? [] : [`${call} ${name(sync)}`];
      if (call === "openat") return /"([^"]*target)".*O_TRUNC/.test(rest) ? ["truncate target"] : [];
      const first = /"([^"]*)"/.exec(rest)?.[1];
      return first === undefined ? [] : [`${call.replace(/at2?$/, "")} ${name(first)}`];
    });
}

/** Where each of the calls stands first, in this order; -1 for one that is not there. */
const firsts = (calls: readonly string[], wanted: readonly string[]): readonly number[] => {
  let from = 0;
  return wanted.map((one) => {
    const at = calls.findIndex((call, index) => index >= from && call === one);
    if (at !== -1) from = at + 1;
    return at;
  });
};

const rising = (places: readonly number[], calls: readonly string[]): void => {
  expect(places, calls.join("\n")).toEqual([...places].sort((a, b) => a - b));
  expect(places, calls.join("\n")).not.toContain(-1);
};

describe("--durable", { timeout: 120_000 }, () => {
  it.skipIf(!canTrace)("syncs ahead of each command that changes something, and at the end", () => {
    const calls = callsOf("touch a\nls\nrm a\n", ["--durable"]);
    const run = readdirSync(join(folder, "state/dscript/runs"))[0] ?? "";
    // A new file's name is in its folder, the new folder's in runs/.
    rising(
      firsts(calls, [
        "fdatasync records.jsonl",
        `fsync ${run}`,
        "fsync runs",
        "execve touch",
        "fdatasync records.jsonl",
        "execve rm",
        "fsync records.jsonl",
        `fsync ${run}`,
      ]),
      calls,
    );
    const reads = calls.slice(calls.indexOf("execve touch"), calls.indexOf("execve ls"));
    expect(reads.filter((call) => call.includes("sync"))).toEqual([]);
  });

  it.skipIf(!canTrace)(
    "syncs ahead of a file that a redirection empties or replaces, and of the library's calls",
    () => {
      writeFileSync(join(folder, "target"), "old\n");
      rising(firsts(callsOf("echo new > target\n", ["--durable"]), ["fdatasync records.jsonl", "truncate target"]), []);
      const replaced = callsOf("printf new >= target\n", ["--durable"]);
      const [sync = -1] = firsts(replaced, ["fdatasync records.jsonl"]);
      const rename = replaced.findIndex((call) => /^rename \.target\./.test(call));
      expect(sync, replaced.join("\n")).toBeGreaterThan(-1);
      expect(rename, replaced.join("\n")).toBeGreaterThan(sync);
      const removed = callsOf('System.unlink("target")\n', ["--durable"]);
      rising(firsts(removed, ["fdatasync records.jsonl", "unlink target"]), removed);
    },
  );

  it.skipIf(!canTrace)("syncs log files too, and without it nothing is synced", () => {
    const both = callsOf("touch a\n", ["--durable", "--log", "file:log.jsonl"]);
    rising(firsts(both, ["fdatasync log.jsonl", "execve touch", "fsync log.jsonl"]), both);
    expect(callsOf("touch a\n", []).filter((call) => call.includes("sync"))).toEqual([]);
  });

  it("comes from dscript.yaml, too, and records what a redirection that cannot be opened announced", async () => {
    writeFileSync(join(folder, "dscript.yaml"), "durable: true\n");
    writeFileSync(join(folder, "s.dscript"), "echo a > none/b\n");
    const { code, error } = await runDscript(folder, ["run", "s.dscript"]);
    expect(code, error).toBeGreaterThan(64);
    const [run = ""] = readdirSync(join(folder, "state/dscript/runs"));
    const records = readFileSync(join(folder, "state/dscript/runs", run, "records.jsonl"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records.map((record) => [record["LogPoint"], record["Phase"], record["path"]])).toEqual([
      ["SystemChangePoint", "before", "none/b"],
      ["SystemChangePoint", "after", "none/b"],
      ["ErrorPoint", undefined, "none/b"],
    ]);
    expect(existsSync(join(folder, "none"))).toBe(false);
  });

  it("bears sinks that have no disk", async () => {
    writeFileSync(join(folder, "s.dscript"), "touch a\n");
    const ended = await runDscript(folder, [
      "run",
      "--durable",
      "--log",
      "stderr",
      "--log",
      "file:/dev/null",
      "s.dscript",
    ]);
    expect(ended.code).toBe(0);
    expect(ended.error.trimEnd().split("\n")).toHaveLength(2);
  });
});
