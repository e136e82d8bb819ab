// Web servers of a test: each ends with it. Certificates are made by openssl(1).
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer as createHttp, type RequestListener } from "node:http";
import { createServer as createHttps, type ServerOptions } from "node:https";
import { type AddressInfo, createServer as createTcp, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";

async function listening(server: Server, address = "127.0.0.1"): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  // A server that listens on TCP has such an address.
  return (server.address() as AddressInfo).port;
}

/** The URL of a web server, without a slash at its end. */
export async function webServer(answer: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listening(createHttp(answer))}`;
}

/** The port of a server with TLS. */
export function secureServer(options: ServerOptions, answer: RequestListener): Promise<number> {
  const server = createHttps(options, answer);
  server.on("tlsClientError", () => {});
  return listening(server);
}

/** The port of a server that does with a connection whatever it likes. */
export function rawServer(act: (socket: Socket) => void): Promise<number> {
  return listening(createTcp(act));
}

export interface Certificate {
  readonly key: Buffer;
  readonly cert: Buffer;
}

export interface Authority {
  /** The file that a host would keep it in. */
  readonly file: string;
  /** A certificate for a name, valid from so many days from now on until so many. */
  readonly issue: (names: string, from?: number, until?: number) => Certificate;
  readonly selfSigned: () => Certificate;
}

/** An authority of certificates in a folder. */
export function authority(folder: string): Authority {
  const at = (name: string): string => join(folder, name);
  const date = (days: number): string =>
    new Date(Date.now() + days * 86_400_000).toISOString().replace(/[-:T]/g, "").slice(2, 14).concat("Z");
  const openssl = (...words: readonly string[]): void => {
    const { status, stderr } = spawnSync("openssl", words, { cwd: folder, encoding: "utf8" });
    if (status !== 0) throw new Error(`openssl ${words[0]}: ${stderr}`);
  };
  const makeKey = (name: string): void => openssl("ecparam", "-genkey", "-name", "prime256v1", "-noout", "-out", name);
  makeKey("ca.key");
  openssl("req", "-x509", "-new", "-key", "ca.key", "-subj", "/CN=Test authority", "-days", "100", "-out", "ca.pem");
  writeFileSync(at("index.txt"), "");
  writeFileSync(at("serial"), "01");
  writeFileSync(
    at("ca.conf"),
    "[ca]\ndefault_ca=c\n[c]\ndatabase=index.txt\nserial=serial\nnew_certs_dir=.\ncertificate=ca.pem\nprivate_key=ca.key\ndefault_md=sha256\npolicy=p\nunique_subject=no\n[p]\ncommonName=optional\n",
  );
  let count = 0;
  const read = (name: string): Certificate => ({
    key: readFileSync(at(`${name}.key`)),
    cert: readFileSync(at(`${name}.pem`)),
  });
  return {
    file: at("ca.pem"),
    issue(names, from = -1, until = 30) {
      count += 1;
      const name = `leaf${count}`;
      makeKey(`${name}.key`);
      writeFileSync(at(`${name}.ext`), `subjectAltName=${names}\n`);
      openssl("req", "-new", "-key", `${name}.key`, "-subj", "/CN=leaf", "-out", `${name}.csr`);
      openssl(
        ...["ca", "-batch", "-config", "ca.conf", "-notext", "-in", `${name}.csr`, "-out", `${name}.pem`],
        ...["-startdate", date(from), "-enddate", date(until), "-extfile", `${name}.ext`],
      );
      return read(name);
    },
    selfSigned() {
      makeKey("self.key");
      openssl("req", "-x509", "-new", "-key", "self.key", "-subj", "/CN=localhost", "-days", "10", "-out", "self.pem");
      return read("self");
    },
  };
}
