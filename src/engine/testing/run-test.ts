/** One test: its own folder, its own evaluation of the files, its time limit, and the end of all that it started. */

import { closeSync, constants, openSync } from "node:fs";
import { dirname, join } from "node:path";
import { shippedCommands, withRows } from "../../commands/index.ts";
import { createDiagnosis } from "../../diagnosis/index.ts";
import type { FaultView } from "../../diagnostics/index.ts";
import type { Program } from "../../records/index.ts";
import {
  createRuntime,
  type Fault,
  loadRolesInTest,
  type RunOptions,
  type TestLibrary,
  TestSkip,
} from "../../runtime/index.ts";
import { carryOut, type End } from "../carry-out.ts";
import type { Config } from "../config-shape.ts";
import type { ScriptBody } from "../execute.ts";
import { viewOf } from "../fault-view.ts";
import { callersEnvironment, type takeInherited } from "../inherited.ts";
import { rawEnvironment } from "../raw-arguments.ts";
import { openRecords } from "../records.ts";
import type { Runnable } from "../runnable.ts";
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
  readonly caseFile?: string;
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
  const { folder, runnable } = request;
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
    ...(await loadRolesInTest(folder)),
    runId: state.runId,
    emit: "mistake" in records ? () => undefined : records.emit,
    show: (fault, mask) => shown.set(fault, viewOf(program, fault, mask)),
    onGolden: (path) => goldens.push(path),
  });
  try {
    const runtime = createRuntime(options);
    const ends = await carryOut(runtime, program, request.body);
    const faults = ends.faults.flatMap((fault) => shown.get(fault) ?? []);
    const unseen = [...shown].filter(([fault]) => !ends.faults.includes(fault)).map(([, view]) => view);
    const ended = { ...endedBy(ends.second), ...endedBy(ends.first) };
    return { ...ended, faults, unseen, goldens, milliseconds: performance.now() - started };
  } finally {
    if (!("mistake" in records)) await records.close();
    bounded.end();
    closeSync(output);
    closeSync(input);
  }
}

function endedBy(end: End): Pick<TestEnd, "exit" | "skip" | "signal"> {
  if (end.kind === "signal") return { signal: end.signal };
  if (end.kind !== "exit") return {};
  return end.thrown instanceof TestSkip ? { skip: end.thrown.why } : { exit: end.thrown.status & 0xff };
}

function optionsFor(
  request: TestRequest,
  program: Program,
  siteOfStack: (stack: string) => number,
  descriptorsOfOwn: readonly [number, number, number],
  told: Pick<RunOptions, "runId" | "emit" | "show" | "notifyRole" | "approve"> & {
    readonly onGolden: (path: string) => void;
  },
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
    environment: testEnvironment(callersEnvironment(rawEnvironment(process.env)), folder),
    directory: join(folder, parts.work),
    commands,
    diagnose: createDiagnosis({ commands, rules: config.diagnosis, offline: true }),
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
      ...(request.caseFile === undefined ? {} : { caseFile: request.caseFile }),
      update: request.update,
      onGolden,
      programs: join(dirname(folder), "programs"),
      coverage: request.coverage ? join(folder, parts.coverage) : null,
    },
  };
}
