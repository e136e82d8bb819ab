/** `for (String line in $( … ))`: lines as they are written, with no limit on their number; a slow reader slows the writer (language 3). */

import { closeSync } from "node:fs";
import type { Flow } from "../../records/index.ts";
import { Fault, isExit, ScriptExit } from "../faults/fault.ts";
import { exitFault } from "../faults/raise.ts";
import { flushOutputs } from "../files/standard-output.ts";
import type { ScriptFlow } from "../flow.ts";
import { Bound } from "./bound.ts";
import { endWithin, limitFault, pipeOrFault } from "./capture.ts";
import { CaptureOutput } from "./capture-output.ts";
import { bytesText } from "./decode.ts";
import { after } from "./limit.ts";
import type { Live } from "./live.ts";
import { forkMarked, marksOf } from "./marks.ts";
import { isFault } from "./outcome.ts";
import { waitForEnd } from "./pipe-holders.ts";
import { PipeReader } from "./pipe-reader.ts";
import { type Processes, throwIfStopped } from "./processes.ts";
import { startLive } from "./start-live.ts";

// Lines that wait for the script, in bytes; beyond, the writer waits.
const enough = 256 * 1024;
const newline = 0x0a;

/** The lines of the body's output. The body starts with the first line that is asked for. */
export function linesOf(
  processes: Processes,
  flow: ScriptFlow,
  site: number,
  body: (flow: Flow) => Promise<unknown>,
): AsyncIterable<string> {
  return {
    [Symbol.asyncIterator](): AsyncIterator<string> {
      let reading: LineReader | null = null;
      return {
        async next() {
          if (reading === null) {
            throwIfStopped(processes, flow);
            flushOutputs(processes.run, flow);
            const live = processes.live ?? (await startLive(processes, site));
            reading = new LineReader(processes, live, flow, site);
            reading.start(body);
          }
          const line = await reading.next();
          return line === null ? { done: true, value: undefined } : { done: false, value: line };
        },
        async return() {
          await reading?.leave();
          return { done: true, value: undefined };
        },
      };
    },
  };
}

const pipeStatus = 128 + 13;

/** What printing to a reader that has left comes to. */
function isBrokenPipe(thrown: unknown): boolean {
  return (
    (thrown instanceof ScriptExit && thrown.status === pipeStatus) ||
    (isFault(thrown) && thrown.symptom.errno === "EPIPE")
  );
}

class LineReader {
  readonly #processes: Processes;
  readonly #live: Live;
  readonly #site: number;
  readonly #bound: Bound;
  readonly #reader: PipeReader;
  readonly #output: CaptureOutput;
  readonly #inner: ScriptFlow;
  #lines: string[] = [];
  #at = 0;
  #waitingBytes = 0;
  /** The parts of a line whose end has not come yet. */
  #begun: Buffer[] = [];
  #begunSize = 0;
  #writeEnd: number;
  #wake: (() => void) | null = null;
  #closed = false;
  #failure: { readonly thrown: unknown } | null = null;
  #body: Promise<void> = Promise.resolve();

  constructor(processes: Processes, live: Live, flow: ScriptFlow, site: number) {
    const [readEnd, writeEnd] = pipeOrFault(processes, live, site);
    this.#processes = processes;
    this.#live = live;
    this.#site = site;
    this.#writeEnd = writeEnd;
    this.#bound = new Bound(marksOf(flow).bound);
    this.#reader = new PipeReader(live.native, readEnd, (bytes) => this.#take(bytes));
    this.#reader.expect();
    const print = (bytes: Uint8Array): void => {
      this.#reader.drain();
      this.#take(bytes);
    };
    this.#output = new CaptureOutput(writeEnd, print, null, () => this.#waitingBytes >= enough);
    this.#inner = forkMarked(flow, { stdout: this.#output }, { bound: this.#bound });
  }

  start(body: (flow: Flow) => Promise<unknown>): void {
    this.#body = (async () => {
      try {
        await body(this.#inner);
      } catch (thrown) {
        if (!isExit(thrown)) this.#failure = { thrown };
        else if (thrown.status !== 0)
          this.#failure = { thrown: exitFault(this.#processes.run, this.#site, "$( … )", thrown.status) };
      }
      closeSync(this.#writeEnd);
      if (!this.#closed) await this.#readToEnd();
      this.#closed = true;
      this.#reader.close();
      this.#wakeUp();
    })();
  }

  /** The next line, or null after the last one; then the body's failure is thrown. */
  async next(): Promise<string | null> {
    for (;;) {
      const line = this.#lines[this.#at];
      if (line !== undefined) {
        this.#at += 1;
        if (this.#at === this.#lines.length) this.#emptied();
        return line;
      }
      if (this.#closed) break;
      this.#reader.drain();
      if (this.#at < this.#lines.length) continue;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    await this.#body;
    if (this.#bound.over instanceof Fault) throw this.#bound.over;
    if (this.#failure !== null) throw this.#failure.thrown;
    return null;
  }

  /** The script wants no more: the pipe is closed, as SIGPIPE tells the writer. */
  async leave(): Promise<void> {
    this.#output.readerLeft = true;
    this.#closed = true;
    this.#reader.close();
    // What the script itself does there is told at its next command, wait or turn of a loop.
    this.#bound.over ??= new ScriptExit(pipeStatus, false);
    // A command that writes nothing any more would never notice.
    const cancel = after(this.#processes.run.options.grace, () =>
      endWithin(this.#processes, this.#live, this.#bound, "SIGPIPE"),
    );
    await this.#body;
    cancel();
    if (this.#failure !== null && !isBrokenPipe(this.#failure.thrown)) throw this.#failure.thrown;
  }

  /** All that comes until the end, while the script takes the lines. */
  async #readToEnd(): Promise<void> {
    this.#reader.drain();
    if (!this.#reader.ended) await waitForEnd(this.#processes, this.#live, this.#site, this.#reader);
    if (this.#begunSize === 0) return;
    this.#push(Buffer.concat(this.#begun));
    this.#begun = [];
    this.#begunSize = 0;
  }

  #take(bytes: Uint8Array): void {
    let from = 0;
    for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, from)) {
      const rest = bytes.subarray(from, at);
      if (this.#begunSize === 0) this.#push(rest);
      else {
        this.#begun.push(Buffer.from(rest));
        this.#push(Buffer.concat(this.#begun));
        this.#begun = [];
        this.#begunSize = 0;
      }
      from = at + 1;
    }
    if (from < bytes.length) this.#keep(bytes.subarray(from));
    if (this.#waitingBytes >= enough) this.#reader.pause();
    this.#wakeUp();
  }

  #keep(bytes: Uint8Array): void {
    const { captureLimit } = this.#processes.run.options;
    this.#begunSize += bytes.length;
    if (this.#begunSize <= captureLimit) {
      this.#begun.push(Buffer.from(bytes));
      return;
    }
    this.#bound.over = limitFault(this.#processes, this.#site, captureLimit, this.#begunSize);
    this.#begun = [];
    this.#begunSize = 0;
    this.#closed = true;
    this.#reader.close();
    endWithin(this.#processes, this.#live, this.#bound);
  }

  #push(bytes: Uint8Array): void {
    this.#lines.push(bytesText(bytes));
    this.#waitingBytes += bytes.length + 1;
  }

  #emptied(): void {
    this.#lines = [];
    this.#at = 0;
    this.#waitingBytes = 0;
    this.#reader.resume();
  }

  #wakeUp(): void {
    const wake = this.#wake;
    this.#wake = null;
    wake?.();
  }
}
