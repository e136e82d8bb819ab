/** The trace of one command: a pipe that strace writes to, of which the engine keeps the end. */

import { closeSync } from "node:fs";
import type { FailedCall } from "../../records/index.ts";
import { bytesText } from "../processes/decode.ts";
import type { Native } from "../processes/native.ts";
import { createPipe } from "../processes/pipe.ts";
import { PipeReader } from "../processes/pipe-reader.ts";
import { failedCalls, type TracedCommand } from "./calls.ts";

/** Bytes that are kept of one command's trace, the last ones: some thousand lines. */
const mostKept = 1024 * 1024;

/**
 * A pipe and no file: a flood of failing calls is read and forgotten, and never fills a disk. strace opens it by its
 * name in /proc, so that the command itself gets no descriptor of it.
 */
export class StageTrace {
  /** What strace opens for its output. */
  readonly path: string;
  readonly readEnd: number;
  readonly #reader: PipeReader;
  #writeEnd: number;
  #parts: Buffer[] = [];
  #size = 0;
  #isOver = false;

  /** Undefined where the engine has no descriptor left. */
  static open(native: Native): StageTrace | undefined {
    const pipe = createPipe(native);
    return typeof pipe === "string" ? undefined : new StageTrace(native, pipe);
  }

  private constructor(native: Native, [readEnd, writeEnd]: readonly [number, number]) {
    this.path = `/proc/${process.pid}/fd/${writeEnd}`;
    this.readEnd = readEnd;
    this.#writeEnd = writeEnd;
    this.#reader = new PipeReader(native, readEnd, (bytes) => this.#take(bytes));
    this.#reader.expect();
  }

  /**
   * The command has ended: its failed calls, where they are wanted. By then strace has written all of them, since the
   * end of a process reaches its parent through the tracer (ptrace(2)).
   */
  end(command: TracedCommand, wanted: boolean): readonly FailedCall[] {
    this.#reader.drain();
    const text = wanted ? bytesText(Buffer.concat(this.#parts, this.#size)) : "";
    this.#isOver = true;
    this.#parts = [];
    this.#size = 0;
    closeSync(this.#writeEnd);
    this.#writeEnd = -1;
    this.#reader.drain();
    if (this.#reader.ended) this.#reader.close();
    else this.#reader.expect();
    return wanted ? failedCalls(text, command) : [];
  }

  /** The tracer has ended. */
  get isEnded(): boolean {
    return this.#isOver && this.#reader.ended;
  }

  /** Nothing was traced. */
  abandon(): void {
    this.#isOver = true;
    closeSync(this.#writeEnd);
    this.#reader.close();
  }

  /** Whether the tracer has ended; waits so many milliseconds for that. */
  async isLeft(milliseconds: number): Promise<boolean> {
    if (!this.#reader.ended) await this.#reader.wait(milliseconds);
    if (!this.#reader.ended) this.#reader.drain();
    return !this.#reader.ended;
  }

  /** The engine reads no more of it. */
  close(): void {
    this.#reader.close();
  }

  #take(bytes: Uint8Array): void {
    if (this.#isOver) return;
    this.#parts.push(Buffer.from(bytes));
    this.#size += bytes.length;
    while (this.#size - (this.#parts[0]?.length ?? 0) >= mostKept) this.#size -= this.#parts.shift()?.length ?? 0;
  }
}
