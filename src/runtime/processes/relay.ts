/**
 * Seeing what commands write to the error output, for the diagnosis (faults 1.2), without standing in its way:
 * a terminal is left alone, of a file what was added is read back, and only a pipe or socket gets a relay, a pipe of
 * ours that is read as the command writes. Relays are kept and used again by the next command.
 */

import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { type OnReadOpts, Socket, type SocketConstructorOpts } from "node:net";
import { bytesText } from "./decode.ts";
import type { Native } from "./native.ts";
import { PatientWriter } from "./patient-writer.ts";
import { createPipe } from "./pipe.ts";

// What a fault keeps of the text (records: Symptom.stderr).
const kept = 4096;
const chunk = 64 * 1024;

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

  constructor(native: Native) {
    this.#native = native;
  }

  /** Looks at a command's error output. `regular`: the descriptor was just opened and is a file. */
  view(fd: number, regular: boolean): ErrorView {
    const target = regular ? "file" : fd === 2 ? this.#main() : "untouched";
    if (target === "file") return fileView(fd);
    if (target === "untouched") return { fd, end: () => "" };
    const relay = this.#idle.pop() ?? this.#create(fd);
    if (relay === null) return { fd, end: () => "" };
    relay.begin();
    return {
      fd: relay.writeEnd,
      end: () => {
        const text = relay.finish();
        this.#idle.push(relay);
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
  readonly #socket: Socket;
  readonly #buffer = Buffer.allocUnsafeSlow(chunk);
  #tail: Buffer = Buffer.alloc(0);

  constructor(native: Native, pipe: readonly [number, number], target: number) {
    this.#native = native;
    [this.readEnd, this.writeEnd] = pipe;
    this.#writer = new PatientWriter(native, target);
    const buffer = Buffer.allocUnsafeSlow(chunk);
    const options: SocketConstructorOpts & { readonly onread: OnReadOpts } = {
      fd: this.readEnd,
      readable: true,
      writable: false,
      onread: {
        buffer,
        callback: (size) => {
          this.#take(buffer.subarray(0, size));
          return true;
        },
      },
    };
    this.#socket = new Socket(options);
    this.#socket.on("error", () => {});
    this.#socket.unref();
    this.#socket.resume();
  }

  begin(): void {
    this.#tail = Buffer.alloc(0);
  }

  /** Reads what is there, and gives the tail once it has been written on. */
  finish(): string | Promise<string> {
    for (;;) {
      const size = this.#native.read(this.readEnd, this.#buffer, chunk);
      if (size <= 0) break;
      this.#take(this.#buffer.subarray(0, size));
    }
    const text = this.#tail.length === 0 ? "" : bytesText(this.#tail);
    return this.#writer.pending === 0 ? text : this.#writer.drained().then(() => text);
  }

  /** Closes the engine's write end; whether somebody else still holds one. */
  close(): boolean {
    closeSync(this.writeEnd);
    const poll = new Int32Array(new ArrayBuffer(256));
    poll[0] = this.readEnd;
    poll[1] = 1;
    this.#native.poll(poll, 1, 0);
    const POLLHUP = 0x10;
    return ((poll[1] ?? 0) >>> 16 & POLLHUP) === 0;
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #take(bytes: Uint8Array): void {
    const copy = Buffer.from(bytes);
    this.#tail = Buffer.concat([this.#tail, copy]).subarray(-kept);
    this.#writer.push(copy);
    // A reader that is slower than the command slows the command down, not the engine.
    if (this.#writer.pending < chunk) return;
    this.#socket.pause();
    void this.#writer.drained().then(() => this.#socket.resume());
  }
}

/** A regular file: what was added behind its end since the command began. */
function fileView(fd: number): ErrorView {
  const before = sizeOf(fd);
  return {
    fd,
    end(wanted) {
      if (!wanted) return "";
      try {
        return addedText(fd, before);
      } catch {
        // Not readable for us: then the text is not seen.
        return "";
      }
    },
  };
}

function sizeOf(fd: number): number {
  try {
    return fstatSync(fd).size;
  } catch {
    return 0;
  }
}

function addedText(fd: number, before: number): string {
  // The descriptor itself may be for writing only.
  const own = openSync(`/proc/self/fd/${fd}`, constants.O_RDONLY);
  try {
    const end = fstatSync(own).size;
    const from = Math.max(before, end - kept);
    const bytes = Buffer.alloc(Math.max(0, end - from));
    return bytesText(bytes.subarray(0, readSync(own, bytes, 0, bytes.length, from)));
  } finally {
    closeSync(own);
  }
}
