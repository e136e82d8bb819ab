// A run without commands, whose output goes to files, and short ways to call its library.
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { shippedCommands } from "../../../src/commands/index.ts";
import type { Diagnosis, FaultClass, RecordBody, Site } from "../../../src/records/index.ts";
import { controlApi } from "../../../src/runtime/control/index.ts";
import { Fault } from "../../../src/runtime/faults/fault.ts";
import { Environment, ScriptFlow } from "../../../src/runtime/flow.ts";
import { loadedFunctions, loadLibrary } from "../../../src/runtime/library/load.ts";
import { Output } from "../../../src/runtime/output.ts";
import { createRun, type Run, type RunOptions } from "../../../src/runtime/run.ts";
import { encodeUtf8 } from "../../../src/text/index.ts";

// A program that names them has them loaded.
await loadLibrary('const $Json_read = rt.library["Json.read"];\n');

const text = 'var x = 1\nwait until (ready()) timeout 10s\nlock "a" { }\n';

export const sites: readonly Site[] = [
  { file: 0, start: 0, end: 9, line: 1, column: 1, function: "main", api: "+", arguments: [] },
  { file: 0, start: 21, end: 30, line: 2, column: 12, function: "main", api: "wait until", arguments: [] },
  { file: 0, start: 42, end: 54, line: 3, column: 1, function: "main", api: "lock", arguments: [] },
];

export interface Fixture {
  readonly run: Run;
  readonly flow: ScriptFlow;
  readonly folder: string;
  readonly records: RecordBody[];
  readonly shown: Fault[];
  readonly control: ReturnType<typeof controlApi>;
  /** Calls a function of the library at site 0. */
  readonly call: (key: string, ...values: unknown[]) => unknown;
  /** The fault that a call raises. */
  readonly faultOf: (key: string, ...values: unknown[]) => Promise<Fault>;
  readonly out: () => string;
  readonly err: () => string;
  /** Ends the run as the engine does: last added first. */
  readonly end: () => Promise<void>;
}

export function createFixture(changes: Partial<RunOptions> = {}, diagnosed: FaultClass = "SystemFault"): Fixture {
  const folder = mkdtempSync(join(tmpdir(), "dscript-library-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const records: RecordBody[] = [];
  const shown: Fault[] = [];
  const diagnosis: Diagnosis = {
    ranked: [{ class: diagnosed, p: 1, reasons: [] }],
    plausible: [diagnosed],
    advice: "look at it",
    owner: "operator",
    heard: {},
  };
  const environment = new Map([
    ["PATH", "/usr/bin:/bin"],
    ["TMPDIR", folder],
    ["HOME", "/home/a"],
  ]);
  const run = createRun({
    program: {
      files: [{ name: "test.dscript", text }],
      code: "",
      map: "",
      sites,
      commands: [],
      parameters: [],
      readsArguments: false,
      about: "",
    },
    paths: [join(folder, "test.dscript")],
    runId: "TEST",
    arguments: ["one"],
    environment,
    directory: folder,
    commands: shippedCommands,
    diagnose: () => diagnosis,
    emit: (body) => records.push(body),
    show: (fault) => shown.push(fault),
    captureLimit: 1 << 20,
    grace: 300,
    parameters: new Map(),
    ignoredSignals: new Set(),
    descriptors: [],
    outputClosed: false,
    descriptorLimit: undefined,
    defines: new Map(),
    lockFolder: join(folder, "locks"),
    ...changes,
  });
  const [outPath, errPath] = [join(folder, ".out"), join(folder, ".err")];
  const [stdout, stderr] = [outPath, errPath].map((path) => new Output(openSync(path, "a"), encodeUtf8));
  const stdin = openSync("/dev/null", "r");
  if (stdout === undefined || stderr === undefined) throw new Error("no output");
  const flow = new ScriptFlow({
    directory: folder,
    environment: new Environment(environment),
    umask: 0o22,
    stdin,
    stdout,
    stderr,
  });
  const library = loadedFunctions(run);
  const call = (key: string, ...values: unknown[]): unknown => {
    const known = library[key];
    if (known === undefined) throw new Error(`the library has no ${key}`);
    // Tests give what the signature asks for.
    return known(flow, 0, ...(values as never[]));
  };
  return {
    run,
    flow,
    folder,
    records,
    shown,
    control: controlApi(run),
    call,
    faultOf: (key, ...values) => faultFrom(() => call(key, ...values)),
    out: () => written(flow.stdout, outPath),
    err: () => written(flow.stderr, errPath),
    end: async () => {
      for (const act of run.atEnd.splice(0).reverse()) await act();
    },
  };
}

function written(output: Output, path: string): string {
  output.flush();
  return readFileSync(path, "utf8");
}

/** The fault that some work raises; fails the test where it raises none. */
export async function faultFrom(work: () => unknown): Promise<Fault> {
  try {
    await work();
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown;
    throw thrown;
  }
  throw new Error("no fault was raised");
}
