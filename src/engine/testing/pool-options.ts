/** The run that starts the processes of tests: it has no script, and records nothing. */

import { shippedCommands } from "../../commands/index.ts";
import { createDiagnosis } from "../../diagnosis/index.ts";
import type { Program } from "../../records/index.ts";
import type { RunOptions } from "../../runtime/index.ts";
import { takeInherited } from "../inherited.ts";
import { rawEnvironment } from "../raw-arguments.ts";
import { createRunState } from "../state.ts";
import { workingDirectory } from "../working-directory.ts";

/** Milliseconds that a process of tests has from TERM to KILL. */
export const workerGrace = 5_000;

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

/** Takes what this process has inherited. */
export function poolOptions(): RunOptions {
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
    grace: workerGrace,
    defines: new Map(),
    ...takeInherited(),
    lockFolder: "/tmp",
  };
}
