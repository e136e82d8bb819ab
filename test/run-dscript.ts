/** The built program, run as a user runs it, in a folder that is its home; and what its runs left there. */

import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const dscript = fileURLToPath(new URL("../dscript", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
  readonly milliseconds: number;
}

/** Runs it; `started` may signal it. */
export function runDscript(
  folder: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  started: (kill: (signal: NodeJS.Signals) => void) => void = () => {},
  input = "",
): Promise<Ended> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(dscript, words, {
      cwd: folder,
      stdio: ["pipe", "pipe", "pipe"],
      env: { PATH: process.env["PATH"], HOME: folder, XDG_STATE_HOME: join(folder, "state"), LC_ALL: "C", ...env },
    });
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    let [out, error] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      out += part;
    });
    child.stderr.setEncoding("utf8").on("data", (part: string) => {
      error += part;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, error, milliseconds: performance.now() - began }));
    started((signal) => child.kill(signal));
  });
}

/** The records of all runs that had this folder. */
export function recordsIn(folder: string): readonly Record<string, unknown>[] {
  const runs = join(folder, "state/dscript/runs");
  return readdirSync(runs)
    .filter((id) => existsSync(join(runs, id, "records.jsonl")))
    .flatMap((id) =>
      readFileSync(join(runs, id, "records.jsonl"), "utf8")
        .trimEnd()
        .split("\n"),
    )
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Whether a process runs; whoever has ended and waits for its parent runs no more. */
export function isRunning(pid: string): boolean {
  const status = join("/proc", pid, "status");
  return existsSync(status) && !/^State:\s+[ZX]/m.test(readFileSync(status, "utf8"));
}
