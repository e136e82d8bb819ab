/** Messages over a connection: TCP with octet counting (RFC 6587), TLS (RFC 5425), a local socket of a stream. */

import type { Socket } from "node:net";
import { type Channel, ChannelError, pause } from "./channel.ts";
import { connectTo } from "./connect.ts";
import { unacknowledged } from "./native.ts";
import { streamError } from "./stream-error.ts";
import type { SyslogTarget } from "./target.ts";

/** A message counts as arrived when the peer's system has acknowledged it and the connection held so long after it (milliseconds). */
const doubt = 1000;
/** Of acknowledged messages no more than about so many bytes are kept in doubt. */
const mostDoubt = 2 ** 20;
/** A peer that has acknowledged everything is given so long to close its side. */
const closing = 300;
/** How often the end looks whether everything is acknowledged. */
const look = 10;

/** Connects to a target. Rejects with a ChannelError. */
export async function openStream(target: SyslogTarget, signal: AbortSignal): Promise<Channel> {
  return new StreamChannel(await connectTo(target, signal), target);
}

/** RFC 6587, section 3.4.1; to a local socket a newline behind each message, as its daemons read it. */
function framed(message: Buffer, target: SyslogTarget): Buffer {
  return target.way === "local"
    ? Buffer.concat([message, Buffer.from("\n")])
    : Buffer.concat([Buffer.from(`${message.length} `), message]);
}

interface Sent {
  readonly at: number;
  readonly size: number;
}

class StreamChannel implements Channel {
  readonly #socket: Socket;
  readonly #target: SyslogTarget;
  /** What was sent and may still be lost, oldest first. */
  #doubtful: Sent[] = [];
  #doubtfulSize = 0;
  #confirmed = 0;
  #ended = false;
  #finishing = false;
  broken: Error | undefined;

  constructor(socket: Socket, target: SyslogTarget) {
    this.#socket = socket;
    this.#target = target;
    socket.on("error", (error) => this.#break(streamError(error, target)));
    // A receiver of syslog says nothing; whatever it says is read, so that its end is seen.
    socket.resume();
    socket.on("end", () => {
      this.#ended = true;
      if (!this.#finishing) void this.#closedByPeer();
    });
    socket.on("close", () => {
      const isInOrder = this.#finishing && this.#ended;
      this.#ended = true;
      // An error was told already; a peer that ended after us did as it should.
      if (!isInOrder) this.#break(new ChannelError("ECONNRESET", "the receiver closed the connection"));
    });
    socket.unref();
  }

  get confirmed(): number {
    this.#settle();
    return this.#confirmed;
  }

  send(message: Buffer): Promise<void> | undefined {
    if (this.broken !== undefined) return Promise.reject(this.broken);
    if (this.#ended) return this.#closedByPeer().then(() => Promise.reject(this.broken ?? new Error("closed")));
    const frame = framed(message, this.#target);
    const flows = this.#socket.write(frame);
    this.#doubtful.push({ at: performance.now(), size: frame.length });
    this.#doubtfulSize += frame.length;
    return flows ? undefined : this.#drained();
  }

  #drained(): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        this.#socket.off("drain", settle);
        this.#socket.off("close", settle);
        if (this.broken === undefined) resolve();
        else reject(this.broken);
      };
      this.#socket.on("drain", settle);
      this.#socket.on("close", settle);
    });
  }

  /** Takes out of doubt what is acknowledged and old enough. */
  #settle(): void {
    if (this.#doubtful.length === 0 || this.broken !== undefined) return;
    const before = performance.now() - doubt;
    let acknowledged = this.#doubtfulSize - this.#unacknowledged();
    let count = 0;
    for (const { at, size } of this.#doubtful) {
      acknowledged -= size;
      if (acknowledged < 0 || (at > before && this.#doubtfulSize <= mostDoubt)) break;
      this.#doubtfulSize -= size;
      count += 1;
    }
    this.#doubtful.splice(0, count);
    this.#confirmed += count;
  }

  /** How many bytes have not left, or the peer's system has not said that it has them; with TLS, some more than were handed over. */
  #unacknowledged(): number {
    // Node keeps the descriptor to itself; without it, time has to do.
    const { _handle: handle } = this.#socket as unknown as { _handle?: { fd?: number } | null };
    const fd = handle?.fd;
    const sent = fd === undefined || fd < 0 ? 0 : (unacknowledged(fd) ?? 0);
    return this.#socket.writableLength + sent;
  }

  #isAcknowledged(): boolean {
    return this.#unacknowledged() === 0;
  }

  #confirmAll(): void {
    this.#confirmed += this.#doubtful.length;
    this.#doubtful = [];
    this.#doubtfulSize = 0;
  }

  /** The peer ended in good order: what its system had acknowledged by then, it has read; else it would have reset the connection. */
  async #closedByPeer(): Promise<void> {
    const until = performance.now() + closing;
    while (this.broken === undefined && performance.now() < until && !this.#isAcknowledged()) await pause(look);
    if (this.broken !== undefined) return;
    if (this.#isAcknowledged()) this.#confirmAll();
    this.#break(new ChannelError("ECONNRESET", "the receiver closed the connection"));
    this.#socket.destroy();
  }

  async finish(): Promise<void> {
    this.#finishing = true;
    this.#socket.ref();
    this.#socket.end();
    let until = Number.POSITIVE_INFINITY;
    while (this.broken === undefined && !this.#ended && performance.now() < until) {
      if (until === Number.POSITIVE_INFINITY && this.#isAcknowledged()) until = performance.now() + closing;
      await pause(look);
    }
    if (this.broken === undefined && this.#isAcknowledged()) this.#confirmAll();
    this.destroy();
  }

  #break(error: Error): void {
    this.broken ??= error;
  }

  destroy(): void {
    this.#break(new ChannelError("EPIPE", "it was closed"));
    this.#socket.destroy();
  }
}
