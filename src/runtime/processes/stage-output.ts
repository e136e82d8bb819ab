/** Where a group's own printing goes: its stage's descriptor, never blocking the engine on a full pipe. */

import { flushOutput, flushOutputs } from "../files/standard-output.ts";
import type { ScriptFlow } from "../flow.ts";
import { Output, type OutputName } from "../output.ts";
import type { Live } from "./live.ts";
import { bytesOf } from "./memory.ts";
import { PatientWriter } from "./patient-writer.ts";
import type { Processes } from "./processes.ts";
import type { StageFiles } from "./redirects.ts";
import { waitIn } from "./wait-in.ts";

/** Where a group stands. */
interface OutputPlace {
  readonly processes: Processes;
  readonly live: Live;
  readonly flow: ScriptFlow;
  readonly files: StageFiles;
}

export interface StageOutput {
  readonly output: Output;
  /** Resolves when all is written; throws the fault of a write, or what a reader that has gone comes to. */
  readonly finish: () => Promise<void>;
}

/** Text for a pipe or device. Its reader may be this engine, so that waiting for it in place could be waiting for ever. */
export class PatientOutput extends Output {
  readonly writer: PatientWriter;

  constructor(live: Live, fd: number, name: OutputName) {
    super(fd, bytesOf, name);
    this.writer = new PatientWriter(live.native, fd);
  }

  override write(text: string): void {
    this.writer.push(bytesOf(text));
    this.#check();
    if (this.writer.pending > 0) this.noteStalled(true);
  }

  override flush(): void {
    this.#check();
  }

  override async drained(): Promise<void> {
    await this.writer.drained();
    this.noteStalled(false);
  }

  override get hasPending(): boolean {
    return this.writer.pending > 0;
  }

  override get isStalled(): boolean {
    return this.writer.pending > 0;
  }

  #check(): void {
    const { broken } = this.writer;
    if (broken !== null) throw Object.assign(new Error(`write: ${broken}`), { code: broken });
  }
}

/** The output for a descriptor: the flow's own object where the descriptor is the flow's, so that order is kept. */
export function outputFor(
  { processes, live, flow, files }: OutputPlace,
  fd: number,
  name: OutputName,
  piped: boolean,
  other: StageOutput | null,
): StageOutput {
  if (other !== null && other.output.fd === fd) return other;
  const own = [flow.stdout, flow.stderr].find((output) => output.fd === fd);
  // -1: closed. Writing there fails as the system has it, at the first write.
  const output =
    own ??
    (piped || (fd >= 0 && !files.regular.has(fd)) ? new PatientOutput(live, fd, name) : new Output(fd, bytesOf, name));
  return {
    output,
    async finish() {
      await output.drained();
      flushOutput(processes.run, output);
      await output.drained();
    },
  };
}

/** Waits until a flow's outputs have taken what was printed, so that a command's output comes behind it. Throws what stops the flow, or the fault of a write. */
export async function settleOutputs(processes: Processes, flow: ScriptFlow): Promise<void> {
  flushOutputs(processes.run, flow);
  for (const output of [flow.stdout, flow.stderr]) {
    if (!output.isStalled) continue;
    await waitIn(processes, flow, output.drained());
    flushOutput(processes.run, output);
  }
}
