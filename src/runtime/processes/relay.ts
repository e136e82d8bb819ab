/**
 * Seeing what commands write to the error output, for the diagnosis (faults 1.2), without standing in its way:
 * a terminal is left alone, of a file what was added is read back, and only a pipe or socket gets a relay, a pipe of
 * ours that is read as the command writes. Relays are kept and used again by the next command.
 */

import { closeSync, constants, fstatSync, openSync, readSync, statSync } from "node:fs";
import { bytesText } from "./decode.ts";
import type { Native } from "./native.ts";
import { PatientWriter } from "./patient-writer.ts";
import { createPipe } from "./pipe.ts";
import { PipeReader } from "./pipe-reader.ts";

// What a fault keeps of the text (records: Symptom.stderr).
const kept = 4096;
const mostWaiting = 64 * 1024;
const POLLIN = 1;
const POLLHUP = 0x10;

/** How one command's error output is seen. */
export interface ErrorView {
  /** The descriptor that the command gets. */
  readonly fd: number;
  /** The end of what was written since the view began; all of it has then reached its target. Call it once, when the command has ended. */
  end(wanted: boolean): string | Promise<string>;
}

type Target = "untouched" | "file" | "relay";

export class Relays {
  readonly #native: Native;
  readonly #targets = new Map<number, Target>();
  #idle: Relay[] = [];
  readonly #all = new Set<Relay>();
  /** The error output's reader has gone: commands then get it directly. */
  #broken = false;

  constructor(native: Native) {
    this.#native = native;
  }

  /** Looks at a command's error output. `regular`: the descriptor was just opened and is a file. */
  view(fd: number, regular: boolean): ErrorView {
    const target = regular ? "file" : fd === 2 ? this.#main() : "untouched";
    if (target === "file") return fileView(fd);
    if (target === "untouched" || this.#broken) return { fd, end: () => "" };
    const relay = this.#idle.pop() ?? this.#create(fd);
    if (relay === null) return { fd, end: () => "" };
    relay.begin();
    return {
      fd: relay.writeEnd,
      end: () => {
        const text = relay.finish();
        if (relay.isBroken) this.#broken = true;
        if (typeof text === "string") this.#idle.push(relay);
        else void text.then(() => this.#idle.push(relay));
        return text;
      },
    };
  }

  /** Ends the relays; those that a daemon still holds go on in a process of their own, which `handOver` starts. */
  async close(handOver: (readEnd: number) => void): Promise<void> {
    for (const relay of this.#all) {
      await relay.finish();
      if (relay.close()) handOver(relay.readEnd);
      relay.destroy();
    }
    this.#all.clear();
    this.#idle = [];
  }

  #create(fd: number): Relay | null {
    const pipe = createPipe(this.#native);
    // Without a descriptor for it the text is not seen; the command still runs.
    if (typeof pipe === "string") return null;
    const relay = new Relay(this.#native, pipe, fd);
    this.#all.add(relay);
    return relay;
  }

  /** How the engine's own error output is treated: found out once. */
  #main(): Target {
    let target = this.#targets.get(2);
    if (target === undefined) {
      target = targetOf(2);
      this.#targets.set(2, target);
    }
    return target;
  }
}

function targetOf(fd: number): Target {
  try {
    const status = fstatSync(fd);
    if (status.isFile()) return "file";
    // What is thrown away is read on its way: /dev/null must not make a diagnosis another one.
    if (status.isCharacterDevice() && status.rdev === statSync("/dev/null").rdev) return "relay";
    if (!status.isFIFO() && !status.isSocket()) return "untouched";
    const output = fstatSync(1);
    // Where both outputs are one pipe, a relay would change the order in which lines arrive.
    return output.dev === status.dev && output.ino === status.ino ? "untouched" : "relay";
  } catch {
    return "untouched";
  }
}

class Relay {
  readonly readEnd: number;
  readonly writeEnd: number;
  readonly #native: Native;
  readonly #writer: PatientWriter;
  readonly #reader: PipeReader;
  #tail: Buffer = Buffer.alloc(0);

  constructor(native: Native, pipe: readonly [number, number], target: number) {
    this.#native = native;
    [this.readEnd, this.writeEnd] = pipe;
    this.#writer = new PatientWriter(native, target);
    this.#reader = new PipeReader(native, this.readEnd, (bytes) => this.#take(bytes));
  }

  get isBroken(): boolean {
    return this.#reader.isClosed;
  }

  begin(): void {
    this.#tail = Buffer.alloc(0);
    this.#reader.expect();
  }

  /** Reads what is there, and gives the tail once it has been written on. */
  finish(): string | Promise<string> {
    this.#reader.relax();
    this.#reader.drain();
    if (this.#writer.pending === 0) return this.#text();
    return this.#finishLater();
  }

  async #finishLater(): Promise<string> {
    while (this.#writer.pending > 0) {
      await this.#writer.drained();
      this.#reader.resume();
      this.#reader.drain();
    }
    return this.#text();
  }

  /** Closes the engine's write end; whether somebody else still holds one. */
  close(): boolean {
    closeSync(this.writeEnd);
    this.#reader.drain();
    return !this.#reader.ended && hasWriters(this.#native, this.readEnd);
  }

  destroy(): void {
    this.#reader.close();
  }

  #text(): string {
    return this.#tail.length === 0 ? "" : bytesText(this.#tail);
  }

  #take(bytes: Uint8Array): void {
    const copy = Buffer.from(bytes);
    this.#tail = copy.length >= kept ? copy.subarray(-kept) : Buffer.concat([this.#tail, copy]).subarray(-kept);
    this.#writer.push(copy);
    if (this.#writer.broken !== null) {
      // Nobody reads the error output any more: whoever writes to it is told so, as without a relay.
      this.#reader.close();
      return;
    }
    // A reader that is slower than the command slows the command down, not the engine.
    if (this.#writer.pending < mostWaiting) return;
    this.#reader.pause();
    void this.#writer.drained().then(() => this.#reader.resume());
  }
}

/** Whether anybody still holds a pipe's write end. */
function hasWriters(native: Native, readEnd: number): boolean {
  const poll = new Int32Array(new ArrayBuffer(256));
  poll[0] = readEnd;
  poll[1] = POLLIN;
  native.poll(poll, 1, 0);
  return (((poll[1] ?? 0) >>> 16) & POLLHUP) === 0;
}

/** A regular file: what was added behind its end since the command began, its output included where both go there. */
function fileView(fd: number): ErrorView {
  const before = sizeOf(fd);
  // A redirection's descriptor is closed before the command ends; the engine's own stays.
  const early = fd === 2 ? -1 : reopened(fd);
  return {
    fd,
    end(wanted) {
      const own = wanted && early < 0 ? reopened(fd) : early;
      if (own < 0) return "";
      try {
        return wanted ? addedText(own, before) : "";
      } finally {
        closeSync(own);
      }
    },
  };
}

/** The same file for reading, since the descriptor itself may be for writing only; -1 where we may not. */
function reopened(fd: number): number {
  try {
    return openSync(`/proc/self/fd/${fd}`, constants.O_RDONLY);
  } catch {
    return -1;
  }
}

function sizeOf(fd: number): number {
  try {
    return fstatSync(fd).size;
  } catch {
    return 0;
  }
}

function addedText(fd: number, before: number): string {
  const end = fstatSync(fd).size;
  const from = Math.max(before, end - kept);
  const bytes = Buffer.alloc(Math.max(0, end - from));
  return bytesText(bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, from)));
}
