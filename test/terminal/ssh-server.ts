// An ssh server on this machine, on a free port, with throw-away keys.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { freePorts } from "../free-ports.ts";

export interface SshServer {
  readonly port: number;
  readonly stop: () => void;
}

/** A server for this user alone, with keys that nobody else has: `key` in the folder opens it, once `phrase` opens the key. */
export async function startServer(folder: string, phrase: string): Promise<SshServer> {
  // What sshd, as root, wants to be there.
  if (process.getuid?.() === 0 && !existsSync("/run/sshd")) mkdirSync("/run/sshd");
  for (const [name, opens] of [
    ["host", ""],
    ["key", phrase],
  ] as const)
    spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", opens, "-f", join(folder, name)]);
  const [port = 0] = await freePorts(1);
  const options = [
    "StrictModes=no",
    "UsePAM=no",
    "PermitRootLogin=yes",
    "PidFile=none",
    `AuthorizedKeysFile=${folder}/key.pub`,
  ];
  const path = `${process.env["PATH"] ?? ""}:/usr/sbin`;
  const sshd = spawnSync("sh", ["-c", "command -v sshd"], { env: { PATH: path }, encoding: "utf8" }).stdout.trim();
  const words = ["-D", "-e", "-f", "/dev/null", "-h", join(folder, "host"), "-p", String(port)];
  const server = spawn(sshd, [...words, ...options.flatMap((option) => ["-o", option])], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  server.stderr.on("data", (data: Buffer) => {
    said += data.toString();
  });
  const seen = new Promise<void>((resolve, reject) => {
    server.stderr.on("data", () => said.includes("Server listening on 0.0.0.0") && resolve());
    server.on("exit", () => reject(new Error(`sshd ended: ${said}`)));
  });
  await seen;
  return { port, stop: () => void server.kill() };
}
