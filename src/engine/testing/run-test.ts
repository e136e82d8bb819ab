/** One test: its own folder, its own evaluation of the files, its time limit, and the end of all that it started. */

import { closeSync, constants, openSync } from "node:fs";
import { dirname, join } from "node:path";
import { shippedCommands, withRows } from "../../commands/index.ts";
import { createDiagnosis } from "../../diagnosis/index.ts";
import type { FaultView } from "../../diagnostics/index.ts";
import type { Program } from "../../records/index.ts";
import {
  asFault,
  createRuntime,
  type Fault,
  Interruption,
  interrupt,
  isEnding,
  type RunOptions,
  type Runtime,
  ScriptExit,
  settle,
  settleLost,
  startRunLimit,
  type TestLibrary,
  TestSkip,
} from "../../runtime/index.ts";
import type { Config } from "../config-shape.ts";
import type { ScriptBody } from "../execute.ts";
import { codeOfSignal } from "../exit-code.ts";
import { viewOf } from "../fault-view.ts";
import type { takeInherited } from "../inherited.ts";
import { rawEnvironment } from "../raw-arguments.ts";
import { openRecords } from "../records.ts";
import type { Runnable } from "../runnable.ts";
import { watchSignals } from "../signals.ts";
import { withStackSites } from "../stack-site.ts";
import { createRunState } from "../state.ts";
import { neutralParameters } from "./neutral.ts";
import { boundOutput } from "./output.ts";
import { testEnvironment } from "./test-environment.ts";
import { outputFile, parts } from "./test-folder.ts";

export interface TestRequest {
  readonly index: number;
  readonly runnable: Runnable;
  readonly config: Config;
  /** The body of the program, which is evaluated anew for each test. */
  readonly body: ScriptBody;
  /** Its own folder, made for it. */
  readonly folder: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly engine: readonly string[];
  readonly update: boolean;
  readonly coverage: boolean;
  readonly counters: Float64Array;
  readonly inherited: ReturnType<typeof takeInherited>;
  readonly library: TestLibrary;
}

/** How a test ended. */
export interface TestEnd {
  /** What it raised; where it is empty and `exit` and `skip` are undefined, it passed. */
  readonly faults: readonly FaultView[];
  /** The status with which it ended the script. */
  readonly exit?: number;
  readonly skip?: string;
  /** The signal that ended the whole run of tests. */
  readonly signal?: string;
  /** Failures that a status-style function did not look at: they do not fail a test. */
  readonly unseen: readonly FaultView[];
  readonly goldens: readonly string[];
  readonly milliseconds: number;
}

/** Runs a test to its end. Throws only for a bug of ours. */
export async function runTest(request: TestRequest): Promise<TestEnd> {
  const { folder, runnable, timeout } = request;
  Error.stackTraceLimit = 100;
  const { O_CREAT, O_WRONLY, O_APPEND, O_TRUNC } = constants;
  const output = openSync(join(folder, outputFile), O_CREAT | O_WRONLY | O_APPEND | O_TRUNC);
  const input = openSync("/dev/null", "r");
  const bounded = boundOutput(output);
  const started = performance.now();
  const { program, siteOfStack } = withStackSites(runnable.program);
  const shown = new Map<Fault, FaultView>();
  const goldens: string[] = [];
  const state = createRunState({ env: { XDG_STATE_HOME: join(folder, parts.state) }, uid: -1 });
  const records = await openRecords({
    ...{ specs: [], files: runnable.files.map((file) => file.bytes), state, durable: false, say: () => undefined },
    ...{ script: program.files[0]?.name ?? "", path: runnable.files[0]?.path ?? "" },
  });
  const options = optionsFor(request, program, siteOfStack, [input, output, output], {
    runId: state.runId,
    emit: "mistake" in records ? () => undefined : records.emit,
    show: (fault, mask) => shown.set(fault, viewOf(program, fault, mask)),
    onGolden: (path) => goldens.push(path),
  });
  try {
    const runtime = createRuntime(options);
    await runtime.prepare(program);
    const ended = await runBody(runtime, request.body, options, timeout);
    const faults = ended.faults.flatMap((fault) => shown.get(fault) ?? []);
    const unseen = [...shown].filter(([fault]) => !ended.faults.includes(fault)).map(([, view]) => view);
    return { ...ended, faults, unseen, goldens, milliseconds: performance.now() - started };
  } finally {
    if (!("mistake" in records)) await records.close();
    bounded.end();
    closeSync(output);
    closeSync(input);
  }
}

type Ended = Pick<TestEnd, "exit" | "skip" | "signal"> & { readonly faults: readonly Fault[] };

async function runBody(runtime: Runtime, body: ScriptBody, options: RunOptions, timeout: number): Promise<Ended> {
  const { run } = runtime;
  const unwatch = watchSignals({
    ignored: options.ignoredSignals,
    notify: (signal) => interrupt(run, signal),
    isEnding: () => isEnding(run),
    forced: (signal) => process.exit(codeOfSignal(signal)),
  });
  const { maxTime } = options;
  const limit = maxTime === undefined ? undefined : await startRunLimit(run, { ...maxTime, milliseconds: timeout });
  const within = <T>(work: () => Promise<T>): Promise<T> => (limit === undefined ? work() : limit.within(work));
  const first = await endOf(runtime, () => within(async () => void (await body(runtime.api, runtime.flow))));
  limit?.bodyEnded();
  const second = await endOf(runtime, () => within(runtime.finish));
  limit?.end();
  settleLost(run);
  unwatch();
  return { ...second, ...first, faults: [...new Set([...first.faults, ...second.faults])] };
}

async function endOf({ run, flush }: Runtime, work: () => Promise<void>): Promise<Ended> {
  try {
    await work();
    return { faults: [] };
  } catch (thrown) {
    if (thrown instanceof TestSkip) return { faults: [], skip: thrown.why };
    if (thrown instanceof ScriptExit) return { faults: [], exit: thrown.status & 0xff };
    if (thrown instanceof Interruption) return { faults: [], signal: thrown.signal };
    const fault = asFault(run, thrown);
    flush();
    settle(run, fault, false);
    return { faults: [fault] };
  }
}

function optionsFor(
  request: TestRequest,
  program: Program,
  siteOfStack: (stack: string) => number,
  descriptorsOfOwn: readonly [number, number, number],
  told: Pick<RunOptions, "runId" | "emit" | "show"> & { readonly onGolden: (path: string) => void },
): RunOptions {
  const { folder, runnable, config, timeout, inherited } = request;
  const commands = withRows(withRows(shippedCommands, config.commands), runnable.commandRows);
  const { onGolden, ...rest } = told;
  return {
    ...rest,
    program,
    paths: runnable.files.map((file) => file.path),
    arguments: [],
    parameters: neutralParameters(program.parameters),
    environment: testEnvironment(rawEnvironment(process.env), folder),
    directory: join(folder, parts.work),
    commands,
    diagnose: createDiagnosis({ commands }),
    captureLimit: config.captureLimit,
    grace: config.timeoutGrace,
    durable: false,
    maxTime: { milliseconds: timeout, subject: "the test", siteOfStack },
    defines: new Map(),
    functions: runnable.functions,
    ...inherited,
    outputClosed: false,
    lockFolder: join(folder, "locks"),
    descriptorsOfOwn,
    counters: request.counters,
    sandbox: { fakes: join(folder, "bin"), allowed: null, time: null },
    test: {
      index: request.index,
      folder,
      engine: request.engine,
      library: request.library,
      update: request.update,
      onGolden,
      programs: join(dirname(folder), "programs"),
      coverage: request.coverage ? join(folder, parts.coverage) : null,
    },
  };
}
