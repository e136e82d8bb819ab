/** The files that a run has open, and its standard streams as files. */

import { fstatSync, openSync } from "node:fs";
import type { Fault } from "../faults/fault.ts";
import { ScriptFile } from "../files/file.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";

/** Which output a file of this sort stands for. */
export class StandardOutput extends ScriptFile {
  readonly output: "stdout" | "stderr";

  constructor(run: Run, output: "stdout" | "stderr") {
    super(run, { fd: output === "stdout" ? 1 : 2, seekable: false, nonBlocking: false }, output, "w", false, true);
    this.output = output;
  }
}

export interface OpenFiles {
  /** Notes an opened file; `failed` makes the fault of a close that goes wrong at the run's end. */
  add(file: ScriptFile, failed: (thrown: unknown) => Fault | unknown): void;
  /** Forgets a file that the script has closed. */
  remove(file: ScriptFile): void;
  /** The file of a flow's standard input, with what was read ahead. */
  stdin(flow: ScriptFlow): ScriptFile;
  readonly stdout: ScriptFile;
  readonly stderr: ScriptFile;
}

/** Files that the script leaves open are closed, and what waits is written, when the run ends; the first failure is raised then. */
export function openFiles(run: Run): OpenFiles {
  const open = new Map<ScriptFile, (thrown: unknown) => unknown>();
  let watched = false;
  let mainInput: ScriptFile | undefined;
  const inputs = new WeakMap<ScriptFlow, { readonly fd: number; readonly file: ScriptFile }>();

  const closeAll = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const [file, failed] of open) {
      try {
        await file.close();
      } catch (thrown) {
        failures.push(failed(thrown));
      }
    }
    open.clear();
    if (failures.length > 0) throw failures[0];
  };

  return {
    add(file, failed) {
      if (!watched) run.atEnd.push(closeAll);
      watched = true;
      open.set(file, failed);
    },
    remove: (file) => void open.delete(file),
    stdin(flow) {
      if (flow.stdin === 0) {
        mainInput ??= inputOf(run, 0);
        return mainInput;
      }
      let known = inputs.get(flow);
      if (known?.fd !== flow.stdin) {
        known = { fd: flow.stdin, file: inputOf(run, flow.stdin) };
        inputs.set(flow, known);
      }
      return known.file;
    },
    stdout: new StandardOutput(run, "stdout"),
    stderr: new StandardOutput(run, "stderr"),
  };
}

// `<&-`: reading from it fails as on a closed descriptor.
let unreadable: number | undefined;

function inputOf(run: Run, flowFd: number): ScriptFile {
  if (flowFd < 0) unreadable ??= openSync("/dev/null", "w");
  const fd = flowFd < 0 ? (unreadable ?? flowFd) : flowFd;
  const status = fstatSync(fd);
  const seekable = status.isFile() || status.isBlockDevice();
  return new ScriptFile(run, { fd, seekable, nonBlocking: false }, "standard input", "r", false, true);
}
