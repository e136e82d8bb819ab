// A run with hand-made sites for tests of the runtime: real processes, in a folder of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shippedCommands } from "../../../src/commands/index.ts";
import type { Diagnosis, RecordBody, RedirectRun, Site, StageRun } from "../../../src/records/index.ts";
import { Fault } from "../../../src/runtime/faults/fault.ts";
import type { ScriptFlow } from "../../../src/runtime/flow.ts";
import { finishProcesses, type ProcessApi, processApi, startMain } from "../../../src/runtime/processes/index.ts";
import { createRun, type Run, type RunOptions } from "../../../src/runtime/run.ts";

export interface Fixture {
  readonly run: Run;
  readonly api: ProcessApi;
  readonly flow: ScriptFlow;
  readonly records: RecordBody[];
  /** Faults that were shown to whoever runs the script. */
  readonly shown: Fault[];
  readonly folder: string;
  /** The output of a pipeline. */
  readonly output: (...stages: StageRun[]) => Promise<string>;
  readonly finish: () => Promise<void>;
  readonly dispose: () => void;
}

const diagnosis: Diagnosis = {
  ranked: [{ class: "SystemFault", p: 1, reasons: [] }],
  plausible: ["SystemFault"],
  advice: "",
  owner: "operator",
  heard: {},
};

export const plainSite: Site = {
  file: 0,
  start: 0,
  end: 1,
  line: 1,
  column: 1,
  function: "main",
  api: "",
  arguments: [],
};

/** A run in a fresh folder; `sites` are those that the test names by index. */
export function createFixture(changes: Partial<RunOptions> = {}, sites: readonly Site[] = [plainSite]): Fixture {
  const folder = mkdtempSync(join(tmpdir(), "dscript-processes-"));
  const records: RecordBody[] = [];
  const shown: Fault[] = [];
  const set = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const run = createRun({
    program: {
      files: [{ name: "test.dscript", text: "x" }],
      code: "",
      map: "",
      sites,
      commands: [],
      parameters: [],
      readsArguments: false,
      about: "",
    },
    paths: [join(folder, "test.dscript")],
    runId: `TEST${String(Math.random()).slice(2)}`,
    arguments: [],
    environment: new Map(set),
    directory: folder,
    commands: shippedCommands,
    diagnose: () => diagnosis,
    emit: (body) => records.push(body),
    show: (fault) => shown.push(fault),
    captureLimit: 64 << 20,
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
  const api = processApi(run);
  const flow = startMain(run);
  return {
    run,
    api,
    flow,
    records,
    shown,
    folder,
    output: (...stages) =>
      api.capture(flow, 0, async (inner) => {
        await api.run(inner, 0, stages, 0);
      }),
    finish: () => finishProcesses(run),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function command(...argv: string[]): StageRun {
  return { argv };
}

export function shell(text: string, ...args: string[]): StageRun {
  return { argv: ["sh", "-c", text, ...args] };
}

export function redirected(stage: StageRun, ...redirects: RedirectRun[]): StageRun {
  return { ...stage, redirects };
}

/** The fault that something raises; fails where it raises none. */
export async function faultOf(action: () => unknown): Promise<Fault> {
  try {
    await action();
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown;
    throw thrown;
  }
  throw new Error("nothing was raised");
}
