/** The flow that a script starts in: the engine's own descriptors 0 to 2. */

import { openSync } from "node:fs";
import { startDescriptorLimit } from "../files/descriptor-limit.ts";
import { startHere } from "../files/here.ts";
import { Environment, ScriptFlow } from "../flow.ts";
import { Output } from "../output.ts";
import type { Run } from "../run.ts";
import { mayDealWithInterrupt } from "./deal-with.ts";
import { markFlow } from "./marks.ts";
import { bytesOf } from "./memory.ts";
import { processesOf } from "./processes.ts";

/** A descriptor that no write succeeds on, for the engine and for commands, as on a closed one; its number stays taken. */
function unwritable(): number {
  return openSync("/dev/null", "r");
}

/** Makes a run's main flow. */
export function startMain(run: Run): ScriptFlow {
  startHere(run.options.directory);
  startDescriptorLimit(run.options.descriptorLimit);
  const [input, output, error] = run.options.descriptorsOfOwn ?? [0, 1, 2];
  const flow = new ScriptFlow({
    directory: run.options.directory,
    environment: new Environment(run.options.environment),
    umask: process.umask(),
    stdin: input,
    stdout: new Output(run.options.outputClosed ? unwritable() : output, bytesOf),
    stderr: new Output(error, bytesOf, "error output"),
  });
  const processes = processesOf(run);
  processes.main = flow;
  run.onInterrupt.add((signal) => {
    processes.signalled = signal;
    if (signal === "SIGHUP") {
      processes.hungUp = true;
      processes.live?.ignore([signal]);
    }
    processes.certain = signal !== "SIGINT" || !mayDealWithInterrupt(processes);
  });
  const descriptors: number[] = [];
  for (const fd of run.options.descriptors) descriptors[fd] = fd;
  if (descriptors.length > 0) markFlow(flow, { descriptors });
  return flow;
}
