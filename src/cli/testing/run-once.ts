/** Runs the tests that are meant, reports them, and gives the exit code. */

import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { plainStyle } from "../../diagnostics/index.ts";
import { exitCode, type FileResult, openTesting, type PoolResult } from "../../engine/index.ts";
import { language, refuseWords, tell } from "../language.ts";
import { isTerminal, show, styleFor, write } from "../terminal.ts";
import { type Chosen, chooseTests } from "./chosen.ts";
import { coverageJson, coverageTable, lcovText, percent } from "./coverage-report.ts";
import { addEvidence } from "./evidence.ts";
import { jsonText } from "./json-report.ts";
import { junitText } from "./junit-report.ts";
import type { TestOptions } from "./options.ts";
import { tapText } from "./tap-report.ts";
import { type Ended, fileText, summaryText } from "./text-report.ts";
import { drawingFor, engineWords } from "./worker.ts";

export async function runOnce(options: TestOptions): Promise<number> {
  const chosen = await chooseTests(options);
  if (typeof chosen === "number") return chosen;
  const { code } = await runChosen(options, chosen);
  return code;
}

// A fault stands below its test.
const indent = 4;

/** Runs what was chosen; the results and the exit code. */
export async function runChosen(
  options: TestOptions,
  chosen: readonly Chosen[],
): Promise<{ readonly code: number; readonly results: readonly FileResult[] }> {
  const { runPool, isFailed } = await openTesting();
  // Where a machine reads standard output, a person reads the other one.
  const isForMachine = options.format !== "text" && options.output === undefined;
  const fd = isForMachine ? 2 : 1;
  const style = styleFor(options.color, fd);
  const text = { style, language: language(), verbose: options.verbose };
  const started = Date.now();
  const drawing = {
    color: style.dim("x") !== "x",
    columns: isTerminal(fd) && style.columns !== undefined ? Math.max(20, style.columns - indent) : null,
  };
  const { timeout, bail, update, keep, strict, coverage, parallel } = options;
  const pool = await runPool({
    ...{ files: chosen, engine: engineWords(), timeout, bail, update, keep, strict, coverage, parallel },
    ...drawing,
    ...(options.caseFile === undefined ? {} : { caseFile: resolve(options.caseFile) }),
    language: language().name,
    text: drawingFor(drawing).text,
    onFile: (result) => {
      if (!isForMachine) show(1, fileText(result, text));
    },
  });
  if ("problem" in pool)
    return { code: refuseWords(pool.problem, "let TMPDIR name a folder that is there, and yours"), results: [] };
  const ended = {
    milliseconds: Date.now() - started,
    chosen: chosen.reduce((sum, each) => sum + each.chosen.length, 0),
  };
  if (!isForMachine) show(1, summaryText(pool.files, ended, text));
  const written = writeReports(options, pool, started, ended);
  const covered = coverage ? await reportCoverage(options, pool, fd) : undefined;
  const results = pool.files;
  const isEvidence = options.evidence === undefined || (await addEvidence(options, results, pool.signal));
  if (pool.signal !== undefined) return { code: 128 + (signals[pool.signal] ?? 15), results };
  if (!written || !isEvidence || covered === "unwritten") return { code: exitCode.output, results };
  return { code: results.some(isFailed) || covered === "too little" ? exitCode.testFailed : exitCode.ok, results };
}

const signals: Readonly<Record<string, number>> = { SIGHUP: 1, SIGINT: 2, SIGUSR1: 10, SIGTERM: 15 };

/** Everything that was asked for, to files and standard output; false where a file could not be written. */
function writeReports(options: TestOptions, pool: PoolResult, started: number, ended: Ended): boolean {
  const { files, signal } = pool;
  const host = process.getBuiltinModule("node:os").hostname();
  const plain = { style: plainStyle, language: language(), verbose: options.verbose };
  const texts: Readonly<Record<TestOptions["format"], () => string>> = {
    text: () => files.map((file) => fileText(file, plain)).join("") + summaryText(files, ended, plain),
    tap: () => tapText(files, signal),
    junit: () => junitText(files, started, host),
    json: () => jsonText(files, ended.milliseconds, signal),
  };
  const { format, output, junit, tap } = options;
  let isWritten = true;
  if (output !== undefined) isWritten = writeReport(output, texts[format]()) && isWritten;
  else if (format !== "text") write(1, texts[format]());
  if (junit !== undefined) isWritten = writeReport(junit, texts.junit()) && isWritten;
  if (tap !== undefined) isWritten = writeReport(tap, texts.tap()) && isWritten;
  return isWritten;
}

function writeReport(file: string, text: string): boolean {
  try {
    writeFileSync(file, text);
    return true;
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    refuseWords(`the report ${file} cannot be written: ${code}`, "name a file in a folder that is there, and yours");
    return false;
  }
}

async function reportCoverage(
  options: TestOptions,
  { files: results, signal }: PoolResult,
  fd: 1 | 2,
): Promise<"enough" | "too little" | "unwritten"> {
  const testing = await openTesting();
  const { files } = testing.totalCoverage(results.flatMap(({ coverage }) => coverage));
  const style = styleFor(options.color, fd);
  if (files.length === 0) tell("coverage: no test came by a script that is no test itself\n");
  else show(fd, coverageTable(files, testing, { style, language: language() }));
  // A part of the tests would be taken for all of them.
  if (options.filter === undefined && signal === undefined) keepCoverage(results, testing);
  const { coverageJson: json, lcov, leastCoverage } = options;
  const isWritten =
    (json === undefined || writeReport(json, coverageJson(files, testing))) &&
    (lcov === undefined || writeReport(lcov, lcovText(files)));
  if (!isWritten) return "unwritten";
  const covered = testing.share(...testing.sharesOf(files).lines);
  if (leastCoverage === undefined || covered >= leastCoverage) return "enough";
  tell(`dscript: ${percent(covered)} of the lines are covered, and ${leastCoverage} % are asked for\n`);
  return "too little";
}

function keepCoverage(
  results: readonly FileResult[],
  { keepCoverage: keep, totalCoverage }: Awaited<ReturnType<typeof openTesting>>,
): void {
  for (const { paths, coverage, failure } of results) {
    const [path] = paths;
    if (path !== undefined && failure === undefined) keep(path, totalCoverage(coverage), Date.now());
  }
}
