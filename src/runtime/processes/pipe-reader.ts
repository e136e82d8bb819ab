/** Reading a pipe's end, or the near end of a terminal of ours, in the event loop: no thread of the pool waits on it, and short outputs cost no more than one read. */

import { closeSync } from "node:fs";
import type { OnReadOpts, Socket, SocketConstructorOpts } from "node:net";
import type { Native } from "./native.ts";

const chunk = 64 * 1024;
// Most commands have ended by then, with all they said still in the pipe: reading it then needs no socket.
const patience = 2;
const F_SETFL = 4;
const O_NONBLOCK = 0o4000;

const shared = Buffer.allocUnsafeSlow(chunk);

export class PipeReader {
  readonly fd: number;
  readonly #native: Native;
  readonly #take: (bytes: Uint8Array) => void;
  #socket: Socket | null = null;
  #timer: NodeJS.Timeout | null = null;
  #closed = false;
  #paused = false;
  #waiting: (() => void)[] = [];
  /** Every writer has closed its end, and all is read. */
  ended = false;

  /** `take` gets each part that is read; the memory is used again afterwards. */
  constructor(native: Native, fd: number, take: (bytes: Uint8Array) => void) {
    this.fd = fd;
    this.#native = native;
    this.#take = take;
    native.fcntl(fd, F_SETFL, O_NONBLOCK);
  }

  /** From now on somebody may write: after a moment, what comes is read as it comes. It never keeps the engine alive by itself. */
  expect(): void {
    if (this.#socket !== null || this.#timer !== null) return;
    this.#timer = setTimeout(() => void this.#listen(), patience).unref();
  }

  /** Nobody is expected to write for now. */
  relax(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Reads what is there now. */
  drain(): void {
    while (!this.ended && !this.#closed && !this.#paused) {
      const size = this.#native.read(this.fd, shared, chunk);
      if (size < 0) return;
      if (size === 0) this.#end();
      else this.#take(shared.subarray(0, size));
    }
  }

  /** Lets the writers wait until `resume`. */
  pause(): void {
    this.#paused = true;
    this.#socket?.pause();
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#socket?.resume();
  }

  get isPaused(): boolean {
    return this.#paused;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** Waits for the end, at most so many milliseconds. */
  wait(milliseconds: number): Promise<void> {
    if (this.ended || this.#closed) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(done, milliseconds);
      this.#waiting.push(done);
      function done(): void {
        clearTimeout(timer);
        resolve();
      }
    });
  }

  /** Closes this end: who still writes gets SIGPIPE. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.relax();
    if (this.#socket === null) closeSync(this.fd);
    else this.#socket.destroy();
    this.#tell();
  }

  async #listen(): Promise<void> {
    // Two milliseconds to load, which short commands never pay.
    const terminals = this.#native.isatty(this.fd) === 1 ? await import("node:tty") : null;
    const net = await import("node:net");
    this.#timer = null;
    if (this.#closed || this.ended || this.#socket !== null) return;
    const buffer = Buffer.allocUnsafeSlow(chunk);
    const options: SocketConstructorOpts & { readonly onread: OnReadOpts } = {
      readable: true,
      writable: false,
      onread: {
        buffer,
        callback: (size) => {
          if (!this.#closed) this.#take(buffer.subarray(0, size));
          return !this.#paused;
        },
      },
    };
    const socket =
      terminals === null ? new net.Socket({ ...options, fd: this.fd }) : new terminals.ReadStream(this.fd, options);
    this.#socket = socket;
    socket.on("end", () => this.#end());
    socket.on("error", () => this.#end());
    socket.unref();
    if (!this.#paused) socket.resume();
  }

  #end(): void {
    this.ended = true;
    this.#tell();
  }

  #tell(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const tell of waiting) tell();
  }
}
