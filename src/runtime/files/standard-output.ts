/** Writing to standard and error output, with the failures of a write told at the print that filled the buffer. */

import { fstatSync } from "node:fs";
import { errnoByName } from "../../records/index.ts";
import { type Fault, ScriptExit } from "../faults/fault.ts";
import { createFault } from "../faults/raise.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Output } from "../output.ts";
import type { Run } from "../run.ts";

// Which call wrote last to an output: a full device shows when the buffer leaves, which may be long after.
const lastWrites = new WeakMap<Output, { readonly site: number; readonly text: string }>();

/** Adds text to an output. A reader that has gone ends the script as SIGPIPE ends other tools; other errors are faults. */
export function writeOutput(run: Run, output: Output, site: number, text: string): void {
  lastWrites.set(output, { site, text });
  try {
    output.write(text);
  } catch (thrown) {
    if (!isTerminalGone(output, thrown)) throw outputFailure(run, output, thrown);
  }
}

/** Hands what waits in a flow's outputs to the system: ahead of every command, wait and end. */
export function flushOutputs(run: Run, flow: ScriptFlow): void {
  if (flow.stdout.hasPending) flushOutput(run, flow.stdout);
  if (flow.stderr.hasPending) flushOutput(run, flow.stderr);
}

/** Hands what waits in one output to the system. */
export function flushOutput(run: Run, output: Output): void {
  try {
    output.flush();
  } catch (thrown) {
    if (!isTerminalGone(output, thrown)) throw outputFailure(run, output, thrown);
  }
}

/** A closed terminal takes no output, and that is no failure: HUP tells the script, whose finally and defer may print. */
function isTerminalGone(output: Output, thrown: unknown): boolean {
  if ((thrown as NodeJS.ErrnoException).code !== "EIO") return false;
  return fstatSync(output.fd).isCharacterDevice();
}

// What a shell shows for a tool that SIGPIPE ended; finally and defer run on the way.
const readerGone = 128 + 13;

function outputFailure(run: Run, output: Output, thrown: unknown): Fault | ScriptExit {
  // Only fs.writeSync can have thrown: an error with a code.
  const code = (thrown as NodeJS.ErrnoException).code;
  if (code === undefined) throw thrown;
  if (code === "EPIPE") return new ScriptExit(readerGone, false);
  const message = `cannot write to ${output.name}: ${errnoByName(code)?.text ?? code}`;
  const last = lastWrites.get(output);
  const values = last === undefined ? [] : [last.text.replace(/\n$/, "")];
  return createFault(run, last?.site ?? 0, { kind: "IOFault", message, values, errno: code });
}
