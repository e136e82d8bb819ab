/** The process that runs a file's tests, from outside: it is started, heard, and blamed where it ends too early. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { accept, type Flow } from "../../records/index.ts";
import { isEnding, type Run, type Runtime } from "../../runtime/index.ts";
import type { CoveragePoints } from "./coverage-report.ts";
import type { Failure, TestOutcome, WorkerEvent, WorkerRequest } from "./events.ts";
import type { CoveredTest, FileResult } from "./file-result.ts";
import type { TestFile } from "./find.ts";
import { lastOutput } from "./output.ts";
import { workerGrace } from "./pool-options.ts";
import { workerVariable } from "./test-environment.ts";

// What a process may take beside its tests: a start, a compilation, an end.
const aside = 60_000;
const grace = 2 * workerGrace;

/** What holds for all files. */
export interface FileRequest extends Omit<WorkerRequest, "file" | "tests" | "folder" | "events"> {
  /** How `dscript` is started. */
  readonly engine: readonly string[];
  /** Says sentences of ours as both a person and a machine read them. */
  readonly text: (text: string) => Pick<Failure, "shown" | "plain">;
}

export interface WantedFile {
  readonly file: TestFile;
  /** The places of the tests that are to run. */
  readonly chosen: readonly number[];
  /** Made for them. */
  readonly folder: string;
}

/** Whether all that runs is being ended: a process that ends then says nothing of its tests. */
export function isCut(run: Run): boolean {
  return run.interruption !== null || isEnding(run);
}

/** The tests of one file: in one process, and in another one for the rest where that has not lived to its end. */
export class FileRun {
  readonly #runtime: Runtime;
  readonly #request: FileRequest;
  readonly #wanted: WantedFile;
  readonly #outcomes = new Map<number, TestOutcome>();
  readonly #goldens: string[] = [];
  readonly #covered: CoveredTest[] = [];
  readonly #paths = new Set<string>();
  #failure: Failure | undefined;
  readonly #began = performance.now();

  constructor(runtime: Runtime, request: FileRequest, wanted: WantedFile) {
    this.#runtime = runtime;
    this.#request = request;
    this.#wanted = wanted;
  }

  async run(flow: Flow): Promise<void> {
    for (let part = 1; ; part += 1) {
      const left = this.#wanted.chosen.filter((test) => !this.#outcomes.has(test));
      // A file without a known test is read all the same: its mistakes are to be told.
      if (part > 1 && (left.length === 0 || this.#failure !== undefined || this.#isBailed())) return;
      await this.#runPart(flow, left, part);
    }
  }

  result(): FileResult {
    const tests = [...this.#outcomes].sort(([a], [b]) => a - b).map(([, outcome]) => outcome);
    return {
      file: this.#wanted.file.name,
      tests,
      ...(this.#failure === undefined ? {} : { failure: this.#failure }),
      milliseconds: performance.now() - this.#began,
      goldens: this.#goldens,
      paths: [...this.#paths],
      coverage: this.#covered,
    };
  }

  async #runPart(flow: Flow, tests: readonly number[], part: number): Promise<void> {
    const { engine, timeout } = this.#request;
    const folder = join(this.#wanted.folder, String(part));
    mkdirSync(folder);
    const events = join(folder, "events");
    const output = join(folder, "output");
    const { update, keep, bail, coverage, strict, caseFile, color, language, columns } = this.#request;
    const request: WorkerRequest = {
      ...{ file: this.#wanted.file.name, tests, folder, events, timeout },
      ...{ update, keep, bail, coverage, strict, color, language, columns },
      ...(caseFile === undefined ? {} : { caseFile }),
    };
    writeFileSync(events, "");
    writeFileSync(join(folder, "request.json"), JSON.stringify(request));
    const stage = {
      argv: [...engine, "test"],
      env: [[workerVariable, join(folder, "request.json")] as const],
      redirects: [
        { fd: 0, op: "<", target: "/dev/null" } as const,
        { fd: 1, op: ">", target: output } as const,
        { fd: 2, op: "dup", target: 1 } as const,
      ],
      limit: Math.max(1, tests.length) * (timeout + grace) + aside,
    };
    let status = 1;
    try {
      status = await this.#runtime.api.run(flow, 0, [stage], accept);
    } finally {
      const started = this.#read(readFileSync(events, "utf8"));
      if (!isCut(this.#runtime.run)) this.#blame(tests, started, status, existsSync(output) ? lastOutput(output) : "");
    }
  }

  /** Takes what a process has told; the value is the test that was under way at its end. */
  #read(text: string): number | undefined {
    let started: number | undefined;
    let points: CoveragePoints | undefined;
    for (const line of text.split("\n")) {
      const event = line === "" ? undefined : readEvent(line);
      switch (event?.kind) {
        case "files":
          for (const path of event.paths) this.#paths.add(path);
          points = event.points;
          break;
        case "start":
          started = event.test;
          break;
        case "end": {
          started = undefined;
          this.#outcomes.set(event.test, event.outcome);
          this.#goldens.push(...event.goldens);
          const own = points === undefined ? [] : [{ ...points, counts: event.counts }];
          this.#covered.push({ passed: event.outcome.state === "passed", reports: [...own, ...event.reports] });
          break;
        }
        case "unprepared":
          this.#failure = event.failure;
          break;
        case undefined:
      }
    }
    return started;
  }

  /** A process that ends ahead of its tests' end has been ended by one of them; where it has begun none, by a bug of ours. */
  #blame(tests: readonly number[], started: number | undefined, status: number, output: string): void {
    const isDone = this.#failure !== undefined || tests.every((test) => this.#outcomes.has(test)) || this.#isBailed();
    if (isDone) return;
    const isKilled = status > 128;
    const failure = (message: string): Failure => ({
      ...this.#request.text(`${message}\n`),
      ...{ kind: "", class: "", message, file: this.#wanted.file.name, line: 0 },
    });
    const test = started === undefined ? undefined : this.#wanted.file.tests[started];
    if (started === undefined || test === undefined) {
      const what = failure(
        isKilled
          ? `the process that runs these tests was ended by signal ${status - 128}`
          : `the process that runs these tests ended with status ${status}`,
      );
      this.#failure = { ...what, shown: what.shown + output, plain: what.plain + output };
      return;
    }
    this.#outcomes.set(started, {
      ...{ name: test.name, line: test.line, state: "failed", milliseconds: 0, output },
      failures: [
        failure(
          isKilled
            ? `the process that runs the test was ended by signal ${status - 128}`
            : `the test ended the process that runs it, with status ${status}`,
        ),
      ],
    });
  }

  #isBailed(): boolean {
    return this.#request.bail && [...this.#outcomes.values()].some(({ state }) => state === "failed");
  }
}

/** The last line may have been cut off with its process. */
function readEvent(line: string): WorkerEvent | undefined {
  try {
    // A worker of this very version wrote it.
    return JSON.parse(line) as WorkerEvent;
  } catch {
    return undefined;
  }
}
