// A run with hand-made sites for tests of the runtime: real processes in a folder of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandTable, shippedCommands } from "../../../src/commands/index.ts";
import type { Diagnosis, RecordBody, RedirectRun, Site, StageRun } from "../../../src/records/index.ts";
import { createRun, type Run, type RunOptions } from "../../../src/runtime/run.ts";

export interface Fixture {
  readonly run: Run;
  readonly records: RecordBody[];
  readonly shown: Error[];
  readonly folder: string;
  readonly dispose: () => void;
}

const diagnosis: Diagnosis = {
  ranked: [{ class: "SystemFault", p: 1, reasons: [] }],
  plausible: ["SystemFault"],
  advice: "",
};

const site: Site = {
  file: 0,
  start: 0,
  end: 1,
  line: 1,
  column: 1,
  function: "main",
  api: "",
  arguments: [],
};

/** A run in a fresh folder. `sites` are those that the test names by index; one plain site where none is given. */
export function createFixture(changes: Partial<RunOptions> = {}, sites: readonly Site[] = [site]): Fixture {
  const folder = mkdtempSync(join(tmpdir(), "dscript-processes-"));
  const records: RecordBody[] = [];
  const shown: Error[] = [];
  const environment = new Map(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
  environment.delete("DSCRIPT_COOKIE");
  const run = createRun({
    program: { files: [{ name: "test.dscript", text: "x" }], code: "", map: "", sites, commands: [] },
    paths: [join(folder, "test.dscript")],
    runId: `TEST${Math.random().toString(36).slice(2)}`,
    arguments: [],
    environment,
    directory: folder,
    commands: shippedCommands,
    diagnose: () => diagnosis,
    emit: (body) => records.push(body),
    show: (fault) => shown.push(fault),
    captureLimit: 64 << 20,
    grace: 300,
    defines: new Map(),
    lockFolder: join(folder, "locks"),
    ...changes,
  });
  return { run, records, shown, folder, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}

export function command(...argv: string[]): StageRun {
  return { argv };
}

export function redirected(stage: StageRun, ...redirects: RedirectRun[]): StageRun {
  return { ...stage, redirects };
}

export { commandTable, site };
