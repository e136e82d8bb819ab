/** Datagrams to a host: RFC 5426. Nobody tells whether one arrives, but a host may tell that nobody listens. */

import { createSocket, type Socket } from "node:dgram";
import { errnoByName } from "../../records/index.ts";
import { type Channel, ChannelError, pause } from "./channel.ts";
import { addressOf } from "./lookup.ts";
import type { SyslogTarget } from "./target.ts";

/** After the first datagram it is seen, for so many milliseconds, whether the host refuses it. */
const probe = 50;
/** A full send buffer is asked again after so many milliseconds. */
const again = 10;

/** Opens a socket to the host. Rejects with a ChannelError. */
export async function openUdp(target: SyslogTarget, signal: AbortSignal): Promise<Channel> {
  const { address, family } = await addressOf(target.host, signal);
  const socket = createSocket(family === 6 ? "udp6" : "udp4");
  await new Promise<void>((resolve, reject) => {
    socket.once("error", (error) => reject(udpError(error)));
    socket.connect(target.port, address, (error?: Error) =>
      error === undefined ? resolve() : reject(udpError(error)),
    );
  }).catch((error: unknown) => {
    socket.close();
    throw error;
  });
  socket.removeAllListeners("error");
  return new UdpChannel(socket, signal);
}

function udpError(error: Error): ChannelError {
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const known: Readonly<Record<string, string>> = {
    ECONNREFUSED: "nobody listens at that port (start the receiver, or name its port)",
    ENETUNREACH: "there is no network to it",
    EHOSTUNREACH: "there is no route to it",
  };
  return new ChannelError(code, known[code] ?? errnoByName(code)?.text ?? error.message);
}

class UdpChannel implements Channel {
  readonly #socket: Socket;
  readonly #signal: AbortSignal;
  #sent = 0;
  #probing: Promise<void> | undefined;
  #closed = false;
  confirmed = 0;
  broken: Error | undefined;

  constructor(socket: Socket, signal: AbortSignal) {
    this.#socket = socket.unref();
    this.#signal = signal;
    socket.on("error", (error) => this.#break(udpError(error)));
  }

  async send(message: Buffer): Promise<void> {
    for (;;) {
      if (this.broken !== undefined) throw this.broken;
      const error = await this.#sendNow(message);
      if (error === undefined) break;
      if (error.code === "EMSGSIZE") throw error;
      if (error.code !== "EAGAIN" && error.code !== "ENOBUFS") throw this.#break(error);
      await pause(again, this.#signal);
    }
    this.#sent += 1;
    // The first one alone waits to be refused: what follows goes out at once.
    this.#probing ??= this.#probe();
    await this.#probing;
    this.confirmed = this.#sent;
  }

  async #probe(): Promise<void> {
    const until = performance.now() + probe;
    while (this.broken === undefined && performance.now() < until) await pause(5, this.#signal);
    if (this.broken !== undefined) throw this.broken;
  }

  #sendNow(message: Buffer): Promise<ChannelError | undefined> {
    return new Promise((resolve) => {
      try {
        this.#socket.send(message, (error) => resolve(error === null ? undefined : udpError(error)));
      } catch (error) {
        // A socket that was closed meanwhile.
        resolve(new ChannelError("EPIPE", String(error)));
      }
    });
  }

  #break(error: ChannelError): Error {
    this.broken ??= error;
    return this.broken;
  }

  async finish(): Promise<void> {
    this.destroy();
  }

  destroy(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.broken ??= new ChannelError("EPIPE", "it was closed");
    this.#socket.close();
  }
}
