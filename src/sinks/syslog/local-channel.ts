/** Datagrams to a local socket, as syslog(3) sends them to /dev/log. */

import { errnoByName } from "../../records/index.ts";
import { type Channel, ChannelError, pause } from "./channel.ts";
import { closeDatagram, openDatagram, sendDatagram } from "./native.ts";

/** A receiver whose buffer is full (it holds some ten messages) is asked again so often at once, and then after milliseconds. */
const soon = 50;
const later = 5;

/** Connects to a socket of datagrams; undefined where it is one of a stream. Rejects with a ChannelError. */
export async function openLocal(path: string): Promise<Channel | undefined> {
  const fd = openDatagram(path);
  if (fd === "EPROTOTYPE") return undefined;
  if (typeof fd === "string") throw localError(fd);
  return new LocalChannel(fd);
}

/** Why a local socket does not take messages. */
export function localError(code: string): ChannelError {
  const known: Readonly<Record<string, string>> = {
    ENOENT: "there is no such socket (start the syslog daemon, or name its socket: syslog:PATH)",
    ENOTSOCK: "it is no socket",
    ECONNREFUSED: "nobody listens there (start the syslog daemon)",
    EACCES: "you may not write there (change its rights, or name another socket)",
  };
  return new ChannelError(code, known[code] ?? errnoByName(code)?.text ?? code);
}

class LocalChannel implements Channel {
  readonly #fd: number;
  #closed = false;
  confirmed = 0;
  broken: Error | undefined;

  constructor(fd: number) {
    this.#fd = fd;
  }

  send(message: Buffer): Promise<void> | undefined {
    const code = this.#try(message);
    if (code === undefined) return undefined;
    return isFull(code) ? this.#sendLater(message) : Promise.reject(this.#refused(code));
  }

  async #sendLater(message: Buffer): Promise<void> {
    for (let turn = 0; ; turn += 1) {
      await (turn < soon ? new Promise((resolve) => setImmediate(resolve)) : pause(later));
      const code = this.#try(message);
      if (code === undefined) return;
      if (!isFull(code)) throw this.#refused(code);
    }
  }

  /** One try: undefined, or the name of the error number. */
  #try(message: Buffer): string | undefined {
    const code = this.#closed ? "EPIPE" : sendDatagram(this.#fd, message);
    if (code === undefined) this.confirmed += 1;
    return code;
  }

  #refused(code: string): Error {
    const error = localError(code);
    // A message that is too large says nothing about the next one.
    if (code !== "EMSGSIZE") this.broken = error;
    return error;
  }

  async finish(): Promise<void> {
    this.destroy();
  }

  destroy(): void {
    if (this.#closed) return;
    this.#closed = true;
    closeDatagram(this.#fd);
  }
}

function isFull(code: string): boolean {
  return code === "EAGAIN" || code === "ENOBUFS" || code === "EINTR";
}
