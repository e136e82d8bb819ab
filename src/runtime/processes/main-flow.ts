/** The flow that a script starts in: the engine's own descriptors 0 to 2. */

import { Environment, ScriptFlow } from "../flow.ts";
import { Output } from "../output.ts";
import type { Run } from "../run.ts";
import { bytesOf } from "./memory.ts";
import { processesOf } from "./processes.ts";

/** Makes a run's main flow. */
export function startMain(run: Run): ScriptFlow {
  const flow = new ScriptFlow({
    directory: run.options.directory,
    environment: new Environment(run.options.environment),
    umask: process.umask(),
    stdin: 0,
    stdout: new Output(1, bytesOf),
    stderr: new Output(2, bytesOf),
  });
  const processes = processesOf(run);
  processes.main = flow;
  run.onInterrupt.add((signal) => {
    processes.signalled = signal;
  });
  return flow;
}
