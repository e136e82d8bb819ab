/** The standard output of a flow whose output the engine itself reads: printing goes straight to what was read, in order. */

import { Output } from "../output.ts";
import { bytesOf } from "./memory.ts";

// How often a writer looks whether its reader has room again.
const lookEvery = 5;

/** What was captured so far; both calls read what the pipe holds first. */
export interface History {
  size(): number;
  /** The last 4 KiB of what came behind this position. */
  textFrom(position: number): string;
}

export class CaptureOutput extends Output {
  readonly #take: (bytes: Uint8Array) => void;
  /** The script has stopped reading: commands that still write end by SIGPIPE, which is no failure. */
  readerLeft = false;

  readonly #history: History | null;
  readonly #isFull: () => boolean;

  /** `isFull`: its reader has enough for now. `take` gets printed bytes, after it has read what the pipe `fd` holds. */
  constructor(
    fd: number,
    take: (bytes: Uint8Array) => void,
    history: History | null = null,
    isFull: () => boolean = () => false,
  ) {
    super(fd, bytesOf);
    this.#take = take;
    this.#isFull = isFull;
    this.#history = history;
  }

  /** From now on: what gives the end of what will have been captured. */
  follow(): () => string {
    const history = this.#history;
    if (history === null) return () => "";
    const from = history.size();
    return () => history.textFrom(from);
  }

  override write(text: string): void {
    if (this.readerLeft) throw Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
    this.#take(bytesOf(text));
    if (this.isStalled) this.noteStalled(true);
  }

  override flush(): void {
    // Nothing ever waits here.
  }

  override get hasPending(): boolean {
    return this.isStalled;
  }

  override get isStalled(): boolean {
    return this.#isFull();
  }

  /** When its reader, the script itself, has room again, or has left. */
  override async drained(): Promise<void> {
    while (this.isStalled && !this.readerLeft) await new Promise((resolve) => setTimeout(resolve, lookEvery));
    this.noteStalled(false);
  }
}

export function hasReaderLeft(output: Output): boolean {
  return output instanceof CaptureOutput && output.readerLeft;
}
