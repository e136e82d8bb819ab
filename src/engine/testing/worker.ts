/** The process that runs a file's tests, one after the other; what it sees it writes down at once, so that its own end loses nothing. */

import { appendFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic, FaultView } from "../../diagnostics/index.ts";
import { loadTestLibrary } from "../../runtime/index.ts";
import { placeOf } from "../../text/index.ts";
import { functionOf } from "../execute.ts";
import { takeInherited } from "../inherited.ts";
import type { LoadProblem } from "../unprepared.ts";
import { type CoverageReport, countersFor, countsOf } from "./coverage-report.ts";
import type { Failure, TestOutcome, WorkerEvent, WorkerRequest } from "./events.ts";
import { lastOutput } from "./output.ts";
import { prepareTests, type UnpreparedTests } from "./prepare-tests.ts";
import { runTest, type TestEnd } from "./run-test.ts";
import { workerVariable } from "./test-environment.ts";
import { createTestFolders, outputFile, parts } from "./test-folder.ts";

/** How a worker has its failures drawn; only the command line draws. */
export interface Drawing {
  readonly fault: (view: FaultView) => { readonly shown: string; readonly plain: string };
  readonly diagnostic: (diagnostic: Diagnostic) => { readonly shown: string; readonly plain: string };
  /** Sentences of ours. */
  readonly text: (text: string) => { readonly shown: string; readonly plain: string };
}

/** The request of this process, where it is a worker; reads it once. */
export function workerRequest(): WorkerRequest | undefined {
  const file = process.env[workerVariable];
  delete process.env[workerVariable];
  // The pool of this very version wrote it.
  return file === undefined ? undefined : (JSON.parse(readFileSync(file, "utf8")) as WorkerRequest);
}

/** Runs the tests that are asked for; the value is the exit code. */
export async function runWorker(request: WorkerRequest, engine: readonly string[], draw: Drawing): Promise<number> {
  const tell = (event: WorkerEvent): void => appendFileSync(request.events, `${JSON.stringify(event)}\n`);
  const prepared = await prepareTests(request.file, request);
  if (!("runnable" in prepared)) {
    tell({ kind: "files", paths: prepared.paths });
    tell({ kind: "unprepared", failure: failureOf(prepared, draw, request.file) });
    return 0;
  }
  const { runnable, config, covered } = prepared;
  const { program } = runnable;
  const points = request.coverage ? { points: { files: covered, points: program.points ?? [] } } : {};
  tell({ kind: "files", paths: runnable.files.map(({ path }) => path), ...points });
  const body = functionOf(program);
  const inherited = takeInherited();
  const folders = createTestFolders();
  const library = await loadTestLibrary();
  for (const index of request.tests) {
    const test = program.tests?.[index];
    if (test === undefined) continue;
    tell({ kind: "start", test: index });
    const counters = countersFor(program);
    const folder = join(request.folder, String(index + 1));
    const { timeout, update, coverage, caseFile } = request;
    folders.make(folder, coverage);
    const end = await runTest({
      ...{ index, runnable, config, body, folder, timeout, engine, update, coverage, counters, inherited, library },
      ...(caseFile === undefined ? {} : { caseFile }),
    });
    // The whole run of tests is ending: this one has no end of its own.
    if (end.signal !== undefined) return 1;
    const outcome = outcomeOf(end, test, folder, draw);
    const reports = coverage ? reportsIn(join(folder, parts.coverage)) : [];
    const isKept = request.keep && outcome.state === "failed";
    if (!isKept) folders.leave(folder);
    tell({
      kind: "end",
      test: index,
      outcome: isKept ? { ...outcome, kept: folder } : outcome,
      goldens: end.goldens,
      counts: countsOf(counters),
      reports,
    });
    if (request.bail && outcome.state === "failed") break;
  }
  folders.end();
  return 0;
}

function outcomeOf(end: TestEnd, test: Pick<TestOutcome, "name" | "line">, folder: string, draw: Drawing): TestOutcome {
  const base = { ...test, milliseconds: end.milliseconds, output: "", failures: [] };
  const failures = end.faults.map((view) => ofFault(view, draw));
  if (end.exit !== undefined) failures.push(ofExit(end.exit, draw));
  if (failures.length > 0) {
    const unseen = end.unseen.map((view) => draw.fault(view).plain).join("");
    return { ...base, state: "failed", failures, output: lastOutput(join(folder, outputFile)) + unseen };
  }
  return end.skip === undefined ? { ...base, state: "passed" } : { ...base, state: "skipped", why: end.skip };
}

function ofFault(view: FaultView, draw: Drawing): Failure {
  const line = view.source === undefined || view.span === undefined ? 0 : placeOf(view.source, view.span.start).line;
  const base = { kind: view.kind, class: view.ranked[0]?.class ?? "", message: view.message, line };
  return { ...base, file: view.source?.name ?? "", ...draw.fault(view) };
}

function ofExit(status: number, draw: Drawing): Failure {
  const message = `the test ended with \`exit ${status}\`; where that is meant, ask for it: Test.exit(() => …)`;
  return { ...draw.text(`${message}\n`), kind: "", class: "", message, file: "", line: 0 };
}

function failureOf({ diagnostics, problem }: UnpreparedTests, draw: Drawing, file: string): Failure {
  const drawn = diagnostics.map(draw.diagnostic);
  if (problem !== undefined) drawn.push(draw.text(problemText(problem)));
  const [first] = diagnostics;
  const message = first?.message ?? problem?.problem ?? "";
  return {
    shown: drawn.map(({ shown }) => shown).join("\n"),
    plain: drawn.map(({ plain }) => plain).join("\n"),
    kind: first?.code ?? "",
    class: "",
    message,
    file: first?.source.name ?? file,
    line: first === undefined ? 0 : placeOf(first.source, first.span.start).line,
  };
}

function problemText({ problem, next }: LoadProblem): string {
  return `${problem}\n  ${next}\n`;
}

function reportsIn(folder: string): readonly CoverageReport[] {
  if (!existsSync(folder)) return [];
  // Runs of this very version wrote them.
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as CoverageReport);
}
