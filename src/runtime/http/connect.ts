/** The way to a host: its name looked up, the connection made, through a proxy where there is one, and TLS on top. */

import { promises as dns, type LookupAddress } from "node:dns";
import { request } from "node:http";
import { connect, isIP, type Socket } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";
import type { Environment } from "../flow.ts";
import type { HttpProxy } from "./proxy.ts";
import type { Session } from "./session.ts";
import { addressOf } from "./target.ts";
import { handshakeFailed, untrusted } from "./tls-trouble.ts";
import { brokenOff, NetworkRefusal, unconnected, unresolved } from "./trouble.ts";
import { trustOf } from "./trust.ts";

/** A connection over which a request to the URL may go. */
export async function connectTo(
  session: Session,
  url: URL,
  proxy: HttpProxy | null,
  environment: Environment,
): Promise<Socket> {
  const { host, port } = addressOf(url);
  const isSecure = url.protocol === "https:";
  if (proxy === null) {
    const socket = await connectPlainly(session, host, port, `connecting to ${JSON.stringify(placeOf(host, port))}`);
    return isSecure ? secured(session, socket, host, environment) : socket;
  }
  const step = `connecting to the proxy ${JSON.stringify(placeOf(proxy.host, proxy.port))}`;
  const way = await connectPlainly(session, proxy.host, proxy.port, step);
  if (!isSecure) return way;
  return secured(session, await tunnel(session, way, proxy, placeOf(host, port)), host, environment);
}

function placeOf(host: string, port: number): string {
  return `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

/** A connection to a host; `step` says in messages what goes on. */
async function connectPlainly(session: Session, host: string, port: number, step: string): Promise<Socket> {
  const addresses = await resolve(session, host);
  session.enter(step);
  const socket = session.own(
    connect({
      host,
      port,
      autoSelectFamily: true,
      // Node asks for all of them where it is to try one after the other.
      lookup: (_name, options, answer) => {
        const [first] = addresses;
        if (options.all === true) answer(null, [...addresses]);
        else answer(null, first?.address ?? "", first?.family ?? 4);
      },
    }),
  );
  await session.within(
    new Promise<void>((done, failed) => {
      socket.once("connect", done);
      socket.once("error", (thrown) => failed(unconnected(thrown, step)));
    }),
  );
  return quiet(socket);
}

/** An error that comes while nobody waits is told at the next step, which fails then. */
function quiet<T extends Socket>(socket: T): T {
  socket.removeAllListeners("error");
  socket.on("error", () => {});
  return socket;
}

async function resolve(session: Session, host: string): Promise<readonly LookupAddress[]> {
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  session.enter(`looking up the name ${JSON.stringify(host)}`);
  try {
    return await session.within(dns.lookup(host, { all: true }));
  } catch (thrown) {
    // What the time limit says goes on as it is.
    if (thrown instanceof Error && "syscall" in thrown) throw unresolved(thrown, host);
    throw thrown;
  }
}

/** A way through an HTTP proxy to a place (RFC 9110, 9.3.6). */
async function tunnel(session: Session, way: Socket, proxy: HttpProxy, place: string): Promise<Socket> {
  const name = placeOf(proxy.host, proxy.port);
  session.enter(`waiting for the proxy ${JSON.stringify(name)}`);
  const asking = session.own(
    request({
      createConnection: () => way,
      method: "CONNECT",
      path: place,
      setHost: false,
      headers: {
        host: place,
        ...(proxy.authorization === undefined ? {} : { "proxy-authorization": proxy.authorization }),
      },
    }),
  );
  const [socket, status] = await session.within(
    new Promise<readonly [Socket, number]>((done, failed) => {
      asking.once("connect", (answer, raw: Socket) => done([raw, answer.statusCode ?? 0]));
      asking.once("response", (answer) => done([answer.socket, answer.statusCode ?? 0]));
      asking.on("error", (thrown) => failed(brokenOff(thrown, name, null)));
      asking.end();
    }),
  );
  session.release(asking);
  if (status >= 200 && status < 300) return quiet(socket);
  throw new NetworkRefusal(
    "NetworkFault",
    `the proxy ${JSON.stringify(name)} refused the way to ${JSON.stringify(place)} with ${status}`,
    { answer: status },
  );
}

async function secured(session: Session, socket: Socket, host: string, environment: Environment): Promise<TLSSocket> {
  session.enter(`the TLS handshake with ${JSON.stringify(host)}`);
  const secure = session.own(
    connectTls({
      socket,
      host,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      secureContext: trustOf(environment),
      ALPNProtocols: ["http/1.1"],
      // What does not hold is refused below, where its dates and names can still be told.
      rejectUnauthorized: false,
    }),
  );
  // It ends with the other: Node does not survive it when what lies below TLS goes first.
  session.release(socket);
  await session.within(
    new Promise<void>((done, failed) => {
      secure.once("secureConnect", done);
      secure.once("error", (thrown) =>
        failed(handshakeFailed(thrown, host) ?? unconnected(thrown, `connecting to ${JSON.stringify(host)}`)),
      );
      secure.once("close", () => failed(brokenOff(new Error("closed"), host, null)));
    }),
  );
  secure.removeAllListeners("close");
  if (!secure.authorized) {
    const reason: unknown = secure.authorizationError;
    throw untrusted(secure, reason instanceof Error ? codeOf(reason) : String(reason), host);
  }
  return quiet(secure);
}

function codeOf(error: Error): string {
  return "code" in error ? String(error.code) : error.message;
}
