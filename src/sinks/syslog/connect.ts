/** Connecting to a syslog receiver: a local stream, TCP, or TLS with the peer's certificate verified. */

import { readFileSync } from "node:fs";
import { connect, isIP, type Socket } from "node:net";
import { type ConnectionOptions, connect as connectTls } from "node:tls";
import { codeOf } from "../descriptor.ts";
import { printable } from "../spec.ts";
import { ChannelError, pause } from "./channel.ts";
import { addressOf } from "./lookup.ts";
import { streamError } from "./stream-error.ts";
import type { SyslogTarget } from "./target.ts";

/** A peer that answers neither yes nor no is given up after so many milliseconds. */
const patience = 10_000;
/** An idle connection is asked after so many milliseconds whether its peer still lives. */
const keepAlive = 30_000;

/** A connected socket, its handshake done. Rejects with a ChannelError, also where the signal gives it up. */
export async function connectTo(target: SyslogTarget, signal: AbortSignal): Promise<Socket> {
  if (target.way === "local")
    return opened(connect({ path: target.path, allowHalfOpen: true }), "connect", target, signal);
  const options = target.way === "tls" ? tlsOptions(target) : {};
  const { address, family } = await addressOf(target.host, signal);
  const plain = connect({ host: address, family, port: target.port, allowHalfOpen: true, noDelay: true });
  plain.setKeepAlive(true, keepAlive);
  await opened(plain, "connect", target, signal);
  if (target.way === "tcp") return plain;
  const before = performance.now();
  const secure = await opened(connectTls({ ...options, socket: plain }), "secureConnect", target, signal);
  return accepted(secure, target, performance.now() - before, signal);
}

/**
 * A receiver of TLS may look at this side's certificate when the handshake is over, and close: then nothing may have been sent.
 * It is given three times what the handshake took, from 50 to 500 ms.
 */
async function accepted(socket: Socket, target: SyslogTarget, handshake: number, signal: AbortSignal): Promise<Socket> {
  let refused: Error | undefined;
  const onEnd = (): void => {
    refused ??= Object.assign(new Error("refused"), { code: "ECONNRESET" });
  };
  const onError = (error: Error): void => {
    refused ??= error;
  };
  socket.on("error", onError).on("end", onEnd).on("close", onEnd).resume();
  const until = performance.now() + Math.min(500, Math.max(50, 3 * handshake));
  while (refused === undefined && performance.now() < until && !signal.aborted) await pause(5, signal);
  if (refused !== undefined) {
    socket.destroy();
    throw streamError(refused, target);
  }
  socket.off("error", onError).off("end", onEnd).off("close", onEnd);
  return socket;
}

function opened(
  socket: Socket,
  event: "connect" | "secureConnect",
  target: SyslogTarget,
  signal: AbortSignal,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(new ChannelError("ETIMEDOUT", "it does not answer")), patience);
    const giveUp = (): void => fail(new ChannelError("ETIMEDOUT", "it does not answer"));
    const closed = (): void => fail(new ChannelError("ECONNRESET", "the receiver broke the connection"));
    signal.addEventListener("abort", giveUp, { once: true });
    socket.once("error", fail);
    socket.once("close", closed);
    socket.once(event, () => {
      settle();
      resolve(socket);
    });
    if (signal.aborted) giveUp();
    function settle(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", giveUp);
      socket.off("error", fail);
      socket.off("close", closed);
    }
    function fail(error: Error): void {
      settle();
      // What it says from now on concerns nobody.
      socket.on("error", () => undefined);
      socket.destroy();
      reject(streamError(error, target));
    }
  });
}

/** The files are read at each connection, so that renewed ones count. */
function tlsOptions(target: SyslogTarget): ConnectionOptions {
  const name = target.peer ?? target.host;
  return {
    ...(target.ca === undefined ? {} : { ca: pem(target.ca) }),
    ...(target.cert === undefined ? {} : { cert: pem(target.cert) }),
    ...(target.key === undefined ? {} : { key: pem(target.key) }),
    rejectUnauthorized: target.verify,
    minVersion: "TLSv1.2",
    // The name that its certificate must carry; an address is no name to ask for (RFC 6066).
    host: name,
    ...(isIP(name) === 0 ? { servername: name } : {}),
  };
}

function pem(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = codeOf(error);
    throw new ChannelError(code, `the file ${printable(path)} cannot be read: ${code}`);
  }
}
