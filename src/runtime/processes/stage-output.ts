/** Where a group's own printing goes: its stage's descriptor, never blocking the engine on a full pipe. */

import type { ScriptFlow } from "../flow.ts";
import { Output } from "../output.ts";
import type { Live } from "./live.ts";
import { bytesOf } from "./memory.ts";
import { PatientWriter } from "./patient-writer.ts";
import type { StageFiles } from "./redirects.ts";

export interface StageOutput {
  readonly output: Output;
  /** Whether its reader has gone. */
  readonly broken: () => boolean;
  /** Resolves when all is written; throws the system's error. */
  readonly finish: () => Promise<void>;
}

/** Text for a pipe or device. Its reader may be this engine, so that waiting for it in place could be waiting for ever. */
export class PatientOutput extends Output {
  readonly writer: PatientWriter;

  constructor(live: Live, fd: number) {
    super(fd, bytesOf);
    this.writer = new PatientWriter(live.native, fd);
  }

  override write(text: string): void {
    this.writer.push(bytesOf(text));
    this.#check();
  }

  override flush(): void {
    this.#check();
  }

  override get hasPending(): boolean {
    return this.writer.pending > 0;
  }

  #check(): void {
    const { broken } = this.writer;
    if (broken !== null) throw Object.assign(new Error(`write: ${broken}`), { code: broken });
  }
}

/** The output for a descriptor: the flow's own object where the descriptor is the flow's, so that order is kept. */
export function outputFor(
  live: Live,
  flow: ScriptFlow,
  fd: number,
  files: StageFiles,
  piped: boolean,
  other: StageOutput | null,
): StageOutput {
  if (other !== null && other.output.fd === fd) return other;
  if (fd === flow.stdout.fd) return shared(flow.stdout);
  if (fd === flow.stderr.fd) return shared(flow.stderr);
  if (!piped && files.regular.has(fd)) {
    const output = new Output(fd, bytesOf);
    return { output, broken: () => false, finish: async () => output.flush() };
  }
  const output = new PatientOutput(live, fd);
  return {
    output,
    broken: () => output.writer.broken === "EPIPE",
    async finish() {
      await output.writer.drained();
      output.flush();
    },
  };
}

function shared(output: Output): StageOutput {
  return { output, broken: () => false, finish: async () => output.flush() };
}

/** Waits until a flow's outputs have taken what was printed, so that a command's output comes behind it. Throws the system's error. */
export function settleOutputs(flow: ScriptFlow): Promise<void> | undefined {
  const { stdout, stderr } = flow;
  if (!stdout.hasPending && !stderr.hasPending) return undefined;
  stdout.flush();
  stderr.flush();
  const waits = [stdout, stderr].filter(
    (output): output is PatientOutput => output instanceof PatientOutput && output.hasPending,
  );
  if (waits.length === 0) return undefined;
  return Promise.all(waits.map((output) => output.writer.drained())).then(() => {
    for (const output of waits) output.flush();
  });
}
