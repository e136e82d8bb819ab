/** A real rsyslogd in a folder of its own: it listens on a socket, UDP, TCP and TLS, and writes each message's parts as JSON. */

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePorts } from "../free-ports.ts";

/** Why there is no rsyslogd to test with; undefined where there is one. */
export function missingRsyslog(): string | undefined {
  const has = (program: string) => spawnSync("sh", ["-c", `command -v ${program}`], { env: withSbin() }).status === 0;
  if (!has("rsyslogd")) return "there is no rsyslogd (Debian package rsyslog)";
  if (!has("openssl")) return "there is no openssl (Debian package openssl)";
  return undefined;
}

/** Whether rsyslogd can speak TLS. */
export function missingTls(): string | undefined {
  const found = spawnSync("sh", ["-c", "ls /usr/lib/*/rsyslog/lmnsd_gtls.so /usr/lib*/rsyslog/lmnsd_gtls.so"]);
  return found.stdout.toString().includes("lmnsd_gtls.so")
    ? undefined
    : "rsyslogd has no driver for TLS (Debian package rsyslog-gnutls)";
}

function withSbin(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${process.env["PATH"] ?? ""}:/usr/sbin:/sbin` };
}

/** A message as rsyslogd took it apart. */
export interface Received {
  readonly msg: string;
  readonly hostname: string;
  readonly pri: string;
  readonly timereported: string;
  readonly msgid: string;
  readonly procid: string;
  readonly "app-name": string;
  readonly "structured-data": string;
  readonly "protocol-version": string;
  readonly inputname: string;
  readonly "$!": { readonly "rfc5424-sd"?: Readonly<Record<string, Readonly<Record<string, string>>>> };
}

export interface Rsyslog {
  readonly socket: string;
  readonly udp: number;
  readonly tcp: number;
  readonly tls: number;
  readonly folder: string;
  readonly received: () => readonly Received[];
  readonly pid: () => number;
  readonly start: () => Promise<void>;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

/** Throw-away certificates: a CA, one for localhost, one for a client. */
function makeCertificates(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const openssl = (...words: readonly string[]) => execFileSync("openssl", words, { cwd: folder, stdio: "ignore" });
  const key = ["-newkey", "rsa:2048", "-nodes"];
  openssl("req", "-x509", ...key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=a test CA");
  for (const [name, subject, use] of [
    ["server", "/CN=localhost", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
    ["client", "/CN=client.test", "subjectAltName=DNS:client.test"],
  ] as const) {
    openssl("req", ...key, "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", subject);
    writeFileSync(join(folder, `${name}.ext`), `${use}\n`);
    const ca = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial"];
    openssl(
      "x509",
      "-req",
      "-in",
      `${name}.csr`,
      ...ca,
      "-out",
      `${name}.pem`,
      "-days",
      "2",
      "-extfile",
      `${name}.ext`,
    );
  }
}

/** Sets an rsyslogd up; `start` starts it, also again. */
export async function prepareRsyslog(folder: string, withTls: boolean): Promise<Rsyslog> {
  const [udp = 0, tcp = 0, tls = 0] = await freePorts(3);
  const socket = join(folder, "log.sock");
  const output = join(folder, "received.jsonl");
  const configuration = join(folder, "rsyslog.conf");
  if (withTls) makeCertificates(folder);
  const tlsLines = `
global(DefaultNetstreamDriverCAFile="${folder}/ca.pem" DefaultNetstreamDriverCertFile="${folder}/server.pem" DefaultNetstreamDriverKeyFile="${folder}/server.key")
input(type="imtcp" port="${tls}" address="127.0.0.1" StreamDriver.Name="gtls" StreamDriver.Mode="1" StreamDriver.AuthMode="x509/name" PermittedPeer=["client.test"])`;
  writeFileSync(
    configuration,
    `global(workDirectory="${folder}" maxMessageSize="256k")
module(load="imuxsock" SysSock.Use="off")
module(load="imudp")
module(load="imtcp")
module(load="mmpstrucdata")
${withTls ? tlsLines : ""}
input(type="imuxsock" Socket="${socket}" UseSpecialParser="off" UseSysTimeStamp="off" IgnoreTimestamp="off" RateLimit.Interval="0")
input(type="imudp" port="${udp}" address="127.0.0.1")
input(type="imtcp" port="${tcp}" address="127.0.0.1" StreamDriver.Mode="0")
template(name="parts" type="string" string="%jsonmesg%\\n")
action(type="mmpstrucdata" sd_name.lowercase="off")
action(type="omfile" file="${output}" template="parts" flushOnTXEnd="on" asyncWriting="off")
`,
  );
  let child: ReturnType<typeof spawn> | undefined;
  let problems = "";
  return {
    ...{ socket, udp, tcp, tls, folder },
    received() {
      const text = existsSync(output) ? readFileSync(output, "utf8") : "";
      const lines = text.split("\n").slice(0, -1);
      return lines.map((line) => JSON.parse(line) as Received).filter((one) => one["app-name"] !== "rsyslogd");
    },
    pid() {
      // Zero would be the group of this process.
      if (child?.pid === undefined) throw new Error("rsyslogd does not run");
      return child.pid;
    },
    async start() {
      problems = "";
      const started = spawn("rsyslogd", ["-n", "-f", configuration, "-i", join(folder, "pid")], {
        env: withSbin(),
        stdio: ["ignore", "ignore", "pipe"],
      });
      started.stderr.on("data", (text: Buffer) => {
        problems += text.toString();
      });
      child = started;
      for (let turn = 0; turn < 3000; turn += 1) {
        const table = ["/proc/net/tcp", "/proc/net/udp"].map((path) => readFileSync(path, "latin1")).join("");
        const has = (port: number) => table.includes(`:${port.toString(16).toUpperCase().padStart(4, "0")} 00000000`);
        if (existsSync(socket) && has(udp) && has(tcp) && (!withTls || has(tls))) return;
        if (started.exitCode !== null) break;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`rsyslogd did not start: ${problems}`);
    },
    async stop(signal = "SIGTERM") {
      const running = child;
      child = undefined;
      if (running === undefined || running.exitCode !== null) return;
      const ended = new Promise((resolve) => running.once("close", resolve));
      running.kill(signal);
      await ended;
    },
  };
}
