/** Runs the tests of several files beside each other, each file in a process of its own, with the runtime's own means. */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { shippedCommands } from "../../commands/index.ts";
import { createDiagnosis } from "../../diagnosis/index.ts";
import { accept, type Flow, type Program } from "../../records/index.ts";
import { createRuntime, Interruption, isEnding, type Runtime, removeTree } from "../../runtime/index.ts";
import { takeInherited } from "../inherited.ts";
import { rawEnvironment } from "../raw-arguments.ts";
import { watchSignals } from "../signals.ts";
import { createRunState } from "../state.ts";
import { workingDirectory } from "../working-directory.ts";
import type { CoveragePoints, CoverageReport } from "./coverage-report.ts";
import type { Failure, TestOutcome, WorkerEvent, WorkerRequest } from "./events.ts";
import type { TestFile } from "./find.ts";
import { lastOutput } from "./output.ts";
import { workerVariable } from "./test-environment.ts";

export interface PoolRequest extends Omit<WorkerRequest, "file" | "tests" | "folder" | "events"> {
  /** Each with the places of the tests that are to run. */
  readonly files: readonly { readonly file: TestFile; readonly chosen: readonly number[] }[];
  /** How many at a time. */
  readonly parallel: number;
  /** How `dscript` is started. */
  readonly engine: readonly string[];
  /** Says sentences of ours as both a person and a machine read them. */
  readonly text: (text: string) => Pick<Failure, "shown" | "plain">;
  /** Told of each file when its tests have ended. */
  readonly onFile: (result: FileResult) => void;
}

export interface FileResult {
  readonly file: string;
  /** In the order of the file. */
  readonly tests: readonly TestOutcome[];
  /** The file could not be run at all. */
  readonly failure?: Failure;
  readonly milliseconds: number;
  readonly goldens: readonly string[];
  /** What it was read from, by absolute paths. */
  readonly paths: readonly string[];
  readonly coverage: readonly CoveredTest[];
}

/** What a test has covered, of its own program and of scripts that it ran whole. */
export interface CoveredTest {
  readonly passed: boolean;
  readonly reports: readonly CoverageReport[];
}

export interface PoolResult {
  readonly files: readonly FileResult[];
  /** The signal that ended it. */
  readonly signal?: string;
}

/** Runs them all. A signal ends what runs; what is known by then is in the result. */
/** What a pool calls of the library: it waits for its workers as a script for its jobs. */
const joinKey = "Job.join";

export async function runPool(request: PoolRequest): Promise<PoolResult | { readonly problem: string }> {
  const base = process.env["TMPDIR"] || "/tmp";
  let root: string;
  try {
    root = mkdtempSync(join(resolve(base), "dscript-test-"));
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    return { problem: `no folder for tests can be made in ${base}: ${code}` };
  }
  const runtime = createRuntime(optionsOf());
  await runtime.prepare({ code: `rt.library["${joinKey}"]` });
  const { run } = runtime;
  const unwatch = watchSignals(run);
  const results: (FileResult | undefined)[] = request.files.map(() => undefined);
  let next = 0;
  let isOver = false;
  const slot = async (flow: Flow): Promise<number> => {
    for (let at = next++; at < request.files.length && !isOver; at = next++) {
      const { file, chosen } = request.files[at] as (typeof request.files)[number];
      const folder = join(root, String(at + 1));
      mkdirSync(folder);
      const known = new FileRun(runtime, request, file, chosen, folder);
      try {
        await known.run(flow);
      } finally {
        const result = known.result();
        results[at] = result;
        const isCut = run.interruption !== null || isEnding(run);
        if (!isCut || result.tests.length > 0) request.onFile(result);
        if (request.bail && isFailed(result)) isOver = true;
      }
    }
    return 0;
  };
  const waited = async (): Promise<void> => {
    const jobs = Array.from({ length: Math.min(request.parallel, request.files.length) }, () =>
      runtime.api.job(runtime.flow, 0, slot),
    );
    const wait = runtime.api.library[joinKey] as (flow: Flow, site: number, job: unknown) => unknown;
    for (const job of jobs) await wait(runtime.flow, 0, job);
  };
  const ended = (await signalOf(waited)) ?? (await signalOf(runtime.finish));
  // Once it is interrupted, what runs is ended here.
  if (ended !== undefined) await signalOf(runtime.finish);
  unwatch();
  const files = results.filter((each) => each !== undefined);
  if (!files.some(({ tests }) => tests.some(({ kept }) => kept !== undefined))) removeAll(root);
  return ended === undefined ? { files } : { files, signal: ended };
}

/** The signal that ended some work. */
async function signalOf(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (thrown) {
    if (thrown instanceof Interruption) return thrown.signal;
    throw thrown;
  }
}

export function isFailed({ failure, tests }: FileResult): boolean {
  return failure !== undefined || tests.some(({ state }) => state === "failed");
}

// What a process may take beside its tests: a start, a compilation, an end.
const aside = 60_000;
const grace = 10_000;

/** The tests of one file: in one process, and in another one for the rest where that has not lived to its end. */
class FileRun {
  readonly #runtime: Runtime;
  readonly #request: PoolRequest;
  readonly #file: TestFile;
  readonly #chosen: readonly number[];
  readonly #folder: string;
  readonly #outcomes = new Map<number, TestOutcome>();
  readonly #goldens: string[] = [];
  readonly #covered: CoveredTest[] = [];
  readonly #paths = new Set<string>();
  #failure: Failure | undefined;
  readonly #began = performance.now();

  constructor(runtime: Runtime, request: PoolRequest, file: TestFile, chosen: readonly number[], folder: string) {
    this.#runtime = runtime;
    this.#request = request;
    this.#file = file;
    this.#chosen = chosen;
    this.#folder = folder;
  }

  async run(flow: Flow): Promise<void> {
    for (let part = 1; ; part += 1) {
      const left = this.#chosen.filter((test) => !this.#outcomes.has(test));
      // A file without a known test is read all the same: its mistakes are to be told.
      if (part > 1 && (left.length === 0 || this.#failure !== undefined || this.#isBailed())) return;
      await this.#runPart(flow, left, part);
    }
  }

  result(): FileResult {
    const tests = [...this.#outcomes].sort(([a], [b]) => a - b).map(([, outcome]) => outcome);
    return {
      file: this.#file.name,
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
    const folder = join(this.#folder, String(part));
    mkdirSync(folder);
    const events = join(folder, "events");
    const output = join(folder, "output");
    const { update, keep, bail, coverage, strict, color, language, columns } = this.#request;
    const request: WorkerRequest = {
      ...{ file: this.#file.name, tests, folder, events, timeout },
      ...{ update, keep, bail, coverage, strict, color, language, columns },
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
      const isCut = this.#runtime.run.interruption !== null || isEnding(this.#runtime.run);
      if (!isCut) this.#blame(tests, started, status, existsSync(output) ? lastOutput(output) : "");
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
      ...{ kind: "", class: "", message, file: this.#file.name, line: 0 },
    });
    const test = started === undefined ? undefined : this.#file.tests[started];
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

const nothing: Program = {
  files: [{ name: "dscript test", text: "" }],
  code: "",
  map: "",
  sites: [{ file: 0, start: 0, end: 0, line: 1, column: 1, function: "main", api: "dscript", arguments: [] }],
  commands: [],
  parameters: [],
  readsArguments: false,
  about: "",
};

/** The run that starts the processes: it has no script, and records nothing. */
function optionsOf(): Parameters<typeof createRuntime>[0] {
  return {
    program: nothing,
    paths: [""],
    runId: createRunState().runId,
    arguments: [],
    parameters: new Map(),
    environment: rawEnvironment(process.env),
    directory: workingDirectory(),
    commands: shippedCommands,
    diagnose: createDiagnosis({ commands: shippedCommands }),
    emit: () => undefined,
    show: () => undefined,
    captureLimit: 1 << 20,
    grace: grace / 2,
    defines: new Map(),
    ...takeInherited(),
    lockFolder: "/tmp",
  };
}

function removeAll(root: string): void {
  try {
    removeTree(root);
  } catch {
    // Somebody whom a test has started still writes there, with other rights: it stays for the system to remove.
  }
}
