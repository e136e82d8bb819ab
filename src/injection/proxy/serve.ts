/** A TCP proxy between a script and its peer, which behaves as badly as it is told. */

import { STATUS_CODES } from "node:http";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import type { ProxyBehaviour } from "./behaviour.ts";

export interface ProxyRequest {
  readonly host: string;
  /** 0 for one that is free. */
  readonly port: number;
  /** Where what it is told to let through goes; null: there is nobody behind it. */
  readonly to: { readonly host: string; readonly port: number } | null;
  readonly behaviour: ProxyBehaviour;
  /** Told of each connection, and whether it was treated badly. */
  readonly onConnection?: (isBad: boolean) => void;
}

export interface RunningProxy {
  readonly host: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

// Connections beyond this many wait: a script that connects without end does not use up this process's descriptors.
const mostConnections = 512;

/** Starts listening; throws what listen(2) says. */
export async function serveProxy(request: ProxyRequest): Promise<RunningProxy> {
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer({ allowHalfOpen: false }, (client) => {
    sockets.add(client);
    client.on("close", () => sockets.delete(client));
    client.on("error", () => client.destroy());
    const { failFirst = Number.POSITIVE_INFINITY } = request.behaviour;
    count += 1;
    const isBad = count <= failFirst;
    request.onConnection?.(isBad);
    treat(client, isBad ? request.behaviour : {}, request.to, sockets);
  });
  server.maxConnections = mostConnections;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(request.port, request.host, resolve);
  });
  // A TCP server that listens has an address of this form.
  const { address, port } = server.address() as AddressInfo;
  return {
    host: address,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function treat(client: Socket, how: ProxyBehaviour, to: ProxyRequest["to"], sockets: Set<Socket>): void {
  if (how.refuse === true) return void client.resetAndDestroy();
  if (how.reset === 0) return void client.once("data", () => client.resetAndDestroy());
  if (how.silent === true) return void client.resume();
  if (how.status !== undefined) return answer(client, how.status, how.latency ?? 0);
  if (to === null) return void client.destroy();
  const peer = connect(to.port, to.host);
  sockets.add(peer);
  peer.on("close", () => sockets.delete(peer));
  peer.on("error", () => client.resetAndDestroy());
  client.on("close", () => peer.destroy());
  client.pipe(peer);
  void relay(peer, client, how).catch(() => client.destroy());
}

/** Milliseconds. */
const aside = 20;
// A part of the answer that is written at once where its bandwidth is bounded: ten parts a second.
const partsPerSecond = 10;

/** The answer on its way back: late, slow, or cut off. */
async function relay(peer: Socket, client: Socket, { latency = 0, bandwidth, reset }: ProxyBehaviour): Promise<void> {
  let sent = 0;
  for await (const chunk of peer as AsyncIterable<Buffer>) {
    if (latency > 0) await pause(latency);
    const size = bandwidth === undefined ? chunk.length : Math.max(1, Math.floor(bandwidth / partsPerSecond));
    for (let at = 0; at < chunk.length; at += size) {
      const part = chunk.subarray(at, at + size);
      if (reset !== undefined && sent + part.length >= reset) {
        client.write(part.subarray(0, reset - sent));
        // Data and RST that come together look like an ordinary end to some clients.
        await pause(aside);
        client.resetAndDestroy();
        return;
      }
      sent += part.length;
      if (!client.write(part)) await new Promise((resolve) => client.once("drain", resolve).once("close", resolve));
      if (client.destroyed) return;
      if (bandwidth !== undefined) await pause(1000 / partsPerSecond);
    }
  }
  client.end();
}

/** Answers each request's head with a status; what is asked does not matter. */
function answer(client: Socket, status: number, latency: number): void {
  let seen = "";
  client.setEncoding("latin1");
  client.on("data", (text) => {
    seen = (seen + String(text)).slice(-4);
    if (!seen.includes("\r\n\r\n") && !String(text).includes("\r\n\r\n")) return;
    setTimeout(() => {
      const line = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "Status"}`;
      client.end(`${line}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
    }, latency);
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
