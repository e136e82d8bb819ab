/** `Test.run` and `Test.watch`: a whole script in a process of its own, within what the test has set up. */

import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { accept, type ResultValue } from "../../records/index.ts";
import { siteAt } from "../faults/raise.ts";
import { nameOf } from "../files/bytes.ts";
import { Refusal } from "../files/refusal.ts";
import type { ScriptFlow } from "../flow.ts";
import { flowOf } from "../flow.ts";
import { captureResult } from "../processes/capture.ts";
import { runPipeline } from "../processes/pipeline.ts";
import { processesOf } from "../processes/processes.ts";
import type { Run, TestOptions } from "../run.ts";
import { clockFile, type SandboxFile, sandboxVariable } from "./sandbox.ts";

export async function runWhole(
  run: Run,
  test: TestOptions,
  flow: ScriptFlow,
  site: number,
  script: string,
  command: readonly string[],
  words: readonly string[],
): Promise<ResultValue> {
  const path = resolve(dirname(run.options.paths[siteAt(run, site).file] ?? "/"), script);
  if (!existsSync(nameOf(path)))
    throw new Refusal("IOFault", `there is no ${path}; a script is found from the test's own file`, "ENOENT", "script");
  const file = writeSandbox(run, test);
  sharePrograms(test);
  const argv = [...test.engine, ...command, path, ...words];
  const stage = { argv, env: [[sandboxVariable, file] as const] };
  const result = await captureResult(processesOf(run), flow, site, (inner) =>
    runPipeline(processesOf(run), flowOf(inner), site, [stage], false, accept),
  );
  takeClock(run, file);
  return result;
}

function writeSandbox(run: Run, test: TestOptions): string {
  const file = `${test.folder}/sandbox.json`;
  const content: SandboxFile = {
    fakes: `${test.folder}/bin`,
    allowed: run.only === null ? null : [...run.only.allowed],
    time: run.clock.isHeld ? run.clock.now() : null,
    coverage: test.coverage,
    ...(test.caseFile === undefined ? {} : { caseFile: test.caseFile }),
  };
  writeFileSync(file, JSON.stringify(content));
  rmSync(clockFile(file), { force: true });
  return file;
}

/** What was compiled for one test serves the next: it is found by content, and nothing of a run is in it. */
function sharePrograms({ folder, programs }: TestOptions): void {
  const state = `${folder}/state/dscript`;
  if (existsSync(`${state}/programs`)) return;
  for (const each of [state, programs]) mkdirSync(each, { recursive: true, mode: 0o700 });
  symlinkSync(programs, `${state}/programs`);
}

/** The script's sleeping has moved the clock on: it is one clock. */
function takeClock(run: Run, file: string): void {
  if (!run.clock.isHeld || !existsSync(clockFile(file))) return;
  const time = Number(readFileSync(clockFile(file), "utf8"));
  if (Number.isSafeInteger(time) && time > run.clock.now()) run.clock.set(time);
}
