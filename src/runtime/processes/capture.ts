/** `$( … )`: the output of commands, read by the engine through real pipes (language 3). */

import { closeSync } from "node:fs";
import { accept, type Flow, type Policy, type ResultValue, raise } from "../../records/index.ts";
import { steadyNow } from "../clock.ts";
import { type Fault, isExit } from "../faults/fault.ts";
import { createFault, exitFault } from "../faults/raise.ts";
import { forget, settle } from "../faults/settle.ts";
import { flushOutputs } from "../files/standard-output.ts";
import type { ScriptFlow } from "../flow.ts";
import { Bound } from "./bound.ts";
import { CaptureOutput } from "./capture-output.ts";
import { bytesText } from "./decode.ts";
import { endEverything } from "./end-everything.ts";
import { errnoText } from "./errno.ts";
import type { Live } from "./live.ts";
import { createAccount, forkMarked, marksOf } from "./marks.ts";
import { isFault } from "./outcome.ts";
import { createPipe } from "./pipe.ts";
import { waitForEnd } from "./pipe-holders.ts";
import { PipeReader } from "./pipe-reader.ts";
import { type Processes, throwIfStopped } from "./processes.ts";
import { commandsWithin } from "./stage.ts";
import { startLive } from "./start-live.ts";
import { waitIn } from "./wait-in.ts";

/** The output of the body's commands. */
export async function captureBytes(
  processes: Processes,
  flow: ScriptFlow,
  site: number,
  body: (flow: Flow) => Promise<unknown>,
  policy: Policy = raise,
): Promise<Buffer> {
  const live = await prepare(processes, flow, site);
  const bound = new Bound(marksOf(flow).bound);
  const out = new Capture(processes, live, site, bound);
  try {
    await body(forkMarked(flow, { stdout: out.output }, { bound }));
  } catch (thrown) {
    if (bound.over !== null && bound.over !== thrown) forget(processes.run, thrown);
    if (!isExit(thrown) || bound.over !== null || !passes(processes, site, thrown.status, policy)) {
      out.abandon();
      throw bound.over ?? (isExit(thrown) ? exitFault(processes.run, site, "$( … )", thrown.status) : thrown);
    }
  }
  return out.finish(flow);
}

/** Whether a capture that ended with `exit` goes on: it ended well, or its failure is accepted or reported. */
function passes({ run }: Processes, site: number, status: number, policy: Policy): boolean {
  if (status === 0) return true;
  if (policy === raise) return false;
  settle(run, exitFault(run, site, "$( … )", status), policy === accept);
  if (policy !== accept) run.unseen += 1;
  return true;
}

/** Output and error output, status and usage; a failure is accepted. */
export async function captureResult(
  processes: Processes,
  flow: ScriptFlow,
  site: number,
  body: (flow: Flow) => Promise<number>,
): Promise<ResultValue> {
  const live = await prepare(processes, flow, site);
  const began = steadyNow();
  const bound = new Bound(marksOf(flow).bound);
  const account = createAccount();
  const out = new Capture(processes, live, site, bound);
  const err = new Capture(processes, live, site, bound);
  let status: number;
  try {
    const inner = forkMarked(flow, { stdout: out.output, stderr: err.output }, { bound, account });
    status = await acceptedStatus(processes, () => body(inner), bound);
  } catch (thrown) {
    out.abandon();
    err.abandon();
    if (bound.over !== null && bound.over !== thrown) forget(processes.run, thrown);
    throw bound.over ?? thrown;
  }
  const [outBytes, errBytes] = await Promise.all([out.finish(flow), err.finish(flow)]);
  const { user, system, memory, stages } = account;
  return {
    status,
    out: trimmedText(outBytes),
    err: trimmedText(errBytes),
    elapsed: steadyNow() - began,
    usage: { user, system, memory },
    stages: stages.length === 0 ? [status] : stages,
  };
}

async function acceptedStatus(processes: Processes, body: () => Promise<number>, bound: Bound): Promise<number> {
  try {
    return await body();
  } catch (thrown) {
    if (isExit(thrown)) return thrown.status;
    if (!isFault(thrown) || thrown === bound.over) throw thrown;
    settle(processes.run, thrown, true);
    return thrown.status;
  }
}

async function prepare(processes: Processes, flow: ScriptFlow, site: number): Promise<Live> {
  throwIfStopped(processes, flow);
  flushOutputs(processes.run, flow);
  return processes.live ?? (await startLive(processes, site));
}

/** A text without the newlines at its end (language 3). */
export function trimmedText(bytes: Uint8Array): string {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0x0a) end -= 1;
  return bytesText(bytes.subarray(0, end));
}

// What a fault keeps of the error output (records: Symptom.stderr).
const kept = 4096;

/** One captured stream: a pipe whose reader is this engine. */
class Capture {
  readonly output: CaptureOutput;
  readonly #processes: Processes;
  readonly #live: Live;
  readonly #site: number;
  readonly #bound: Bound;
  readonly #reader: PipeReader;
  readonly #parts: Buffer[] = [];
  #size = 0;
  #writeEnd: number;

  constructor(processes: Processes, live: Live, site: number, bound: Bound) {
    const [readEnd, writeEnd] = pipeOrFault(processes, live, site);
    this.#processes = processes;
    this.#live = live;
    this.#site = site;
    this.#bound = bound;
    this.#writeEnd = writeEnd;
    this.#reader = new PipeReader(live.native, readEnd, (bytes) => this.#take(bytes));
    this.#reader.expect();
    const print = (bytes: Uint8Array): void => {
      // What commands wrote earlier stands ahead of it.
      this.#reader.drain();
      this.#take(bytes);
      if (this.#bound.over !== null) throw this.#bound.over;
    };
    this.output = new CaptureOutput(writeEnd, print, {
      size: () => {
        this.#reader.drain();
        return this.#size;
      },
      textFrom: (position) => {
        this.#reader.drain();
        return this.#tail(Math.max(position, this.#size - kept));
      },
    });
  }

  /** All output, when its end has come: see `waitForEnd`. */
  async finish(flow: ScriptFlow): Promise<Buffer> {
    this.#closeWriteEnd();
    this.#reader.drain();
    try {
      if (!this.#reader.ended)
        await waitIn(this.#processes, flow, waitForEnd(this.#processes, this.#live, this.#site, this.#reader));
    } finally {
      this.#reader.close();
    }
    if (this.#bound.over !== null) throw this.#bound.over;
    return this.#parts.length === 1 ? (this.#parts[0] as Buffer) : Buffer.concat(this.#parts, this.#size);
  }

  abandon(): void {
    this.#closeWriteEnd();
    this.#reader.close();
  }

  #closeWriteEnd(): void {
    if (this.#writeEnd < 0) return;
    closeSync(this.#writeEnd);
    this.#writeEnd = -1;
  }

  #tail(from: number): string {
    let before = this.#size;
    let at = this.#parts.length;
    for (; at > 0 && before > from; at -= 1) before -= (this.#parts[at - 1] as Buffer).length;
    return bytesText(Buffer.concat(this.#parts.slice(at)).subarray(Math.max(0, from - before)));
  }

  #take(bytes: Uint8Array): void {
    if (this.#bound.over !== null) return;
    const { captureLimit } = this.#processes.run.options;
    if (this.#size + bytes.length <= captureLimit) {
      this.#size += bytes.length;
      this.#parts.push(Buffer.from(bytes));
      return;
    }
    this.#bound.over = limitFault(this.#processes, this.#site, captureLimit, this.#size + bytes.length);
    this.#reader.close();
    endWithin(this.#processes, this.#live, this.#bound);
  }
}

export function pipeOrFault(processes: Processes, live: Live, site: number): readonly [number, number] {
  const pipe = createPipe(live.native);
  if (typeof pipe !== "string") return pipe;
  throw createFault(processes.run, site, {
    kind: "CommandFault",
    message: `cannot capture output: ${errnoText(pipe)}`,
    errno: pipe,
  });
}

/** Ends what still runs of a bounded flow. */
export function endWithin(processes: Processes, live: Live, bound: Bound, signal = "SIGTERM"): void {
  const roots = commandsWithin(live, bound);
  const numbers = roots.map((root) => root.number);
  if (roots.length > 0) void endEverything(processes.run, live, numbers, processes.run.options.grace, roots, signal);
}

/** The fault of output that is larger than one value may be, and the ways out. */
export function limitFault(processes: Processes, site: number, limit: number, seen: number): Fault {
  const size = limit % (1 << 20) === 0 ? `${limit / (1 << 20)} MiB` : `${limit} bytes`;
  return createFault(processes.run, site, {
    kind: "CaptureFault",
    message: `the output is larger than one value may hold: more than ${size} (${seen} bytes came before the command was ended); read it with "for (String line in $(…))", or redirect it to a file`,
  });
}
