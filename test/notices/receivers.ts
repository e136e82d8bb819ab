/** Receivers on loopback for the tests of notifications: SMTP with and without TLS and a user, HTTP and HTTPS, and throw-away certificates. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer as createHttp, type IncomingHttpHeaders, type Server } from "node:http";
import { createServer as createHttps } from "node:https";
import type { AddressInfo, Server as NetServer } from "node:net";
import { join } from "node:path";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** Ways to close what a test has opened. */
export const opened: (() => Promise<void> | void)[] = [];

export async function closeAll(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close();
}

export const hasOpenssl = works("openssl", ["version"]);

function works(program: string, words: readonly string[]): boolean {
  try {
    execFileSync(program, words, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** A certificate for localhost and 127.0.0.1 that signs itself: the paths of key and certificate. */
export function makeCertificate(folder: string): { readonly key: string; readonly cert: string } {
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const words =
    "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1";
  execFileSync("openssl", [...words.split(" "), "-keyout", key, "-out", cert], { stdio: "ignore" });
  return { key, cert };
}

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly user: string | undefined;
  readonly secure: boolean;
}

/** A mail server on loopback; `refused` addressees are not taken. */
export async function mailServer(
  options: SMTPServerOptions = {},
  refused: readonly string[] = [],
): Promise<{ readonly port: number; readonly mails: Mail[] }> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.key === undefined ? ["STARTTLS"] : [],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo: (address, _session, done) =>
      done(refused.includes(address.address) ? new Error("no such mailbox") : undefined),
    onData(stream, session, done) {
      let text = "";
      stream.setEncoding("utf8");
      stream.on("data", (part: string) => {
        text += part;
      });
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map((one) => one.address),
          text,
          user: session.user as string | undefined,
          secure: session.secure,
        });
        done();
      });
    },
    ...options,
  });
  // A client that gives up, as some tests want, is no failure of the server's.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  opened.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port: portOf(server.server), mails };
}

export interface Post {
  readonly path: string;
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface WebAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A web server on loopback that keeps what it gets; without an answer it lets everybody wait. */
export async function webServer(
  answer: WebAnswer | null = { status: 204 },
  tls?: { readonly key: string; readonly cert: string },
): Promise<{ readonly port: number; readonly posts: Post[] }> {
  const posts: Post[] = [];
  const server: Server =
    tls === undefined ? createHttp() : createHttps({ key: readFileSync(tls.key), cert: readFileSync(tls.cert) });
  server.on("request", (request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (part: string) => {
      body += part;
    });
    request.on("end", () => {
      posts.push({ path: request.url ?? "", method: request.method ?? "", headers: request.headers, body });
      if (answer === null) return;
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  opened.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: portOf(server), posts };
}

export function portOf(server: NetServer): number {
  // A server that listens on TCP has such an address.
  return (server.address() as AddressInfo).port;
}
