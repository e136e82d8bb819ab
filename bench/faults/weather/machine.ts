// Starts machines that are cut out of this one: their own mounts, processes, name, and network.
import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locale } from "../case.ts";
import { certificates } from "./certificates.ts";
import { gateway } from "./names.ts";

const repository = realpathSync(fileURLToPath(new URL("../../../", import.meta.url)));
const cache = join(repository, "build/faults");
export const users = { root: 0, ops: 2001, ann: 2002 } as const;

/** The PATH of every machine: Debian's, with Node's folder where that is elsewhere. */
export const searchPath = (): string => {
  const usual = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  return usual.split(":").includes(dirname(process.execPath)) ? usual : `${usual}:/opt/node/bin`;
};

/** Why machines cannot be made here; null where they can. */
export function obstacle(): string | null {
  if (process.getuid?.() !== 0) return "machines need root";
  const missing = ["unshare", "nsenter", "setpriv", "ip", "openssl", "ssh-keygen", "python3", "flock", "setsid"].filter(
    (program) => !isThere(program),
  );
  if (missing.length > 0) return `not installed: ${missing.join(", ")}`;
  try {
    execFileSync("unshare", ["--mount", "--pid", "--uts", "--net", "--fork", "--kill-child", "sh", "-ec", probe], {
      stdio: "pipe",
    });
    return null;
  } catch (error) {
    return `no namespaces, overlay or veth: ${String(error).trim().split("\n").at(-1)}`;
  }
}

const probe = `mount -t tmpfs x /mnt; cd /mnt; mkdir u w r
mount -t overlay overlay -o lowerdir=/,upperdir=/mnt/u,workdir=/mnt/w r; ip link add name v0 type veth peer name v1`;

/** Whether a program, or a file by its path, is there. */
export function isThere(program: string): boolean {
  if (program.includes("/")) return existsSync(program);
  return searchPath()
    .split(":")
    .some((folder) => existsSync(join(folder, program)));
}

/** What all machines share: files of /etc with users, names, a CA; made anew for each run of the benchmark. */
export function prepareEtc(): string {
  mkdirSync(cache, { recursive: true });
  certificates(join(cache, "certificates"));
  const etc = mkdtempSync(join(cache, "etc-"));
  const file = (name: string, text: string, mode = 0o644): void => writeFileSync(join(etc, name), text, { mode });
  for (const name of ["passwd", "group", "shadow"])
    if (existsSync(`/etc/${name}`)) cpSync(`/etc/${name}`, join(etc, name));
  for (const [name, number] of [
    ["ops", 2001],
    ["ann", 2002],
  ] as const) {
    appendFileSync(join(etc, "passwd"), `${name}:x:${number}:${number}::/home/${name}:/bin/sh\n`);
    appendFileSync(join(etc, "group"), `${name}:x:${number}:\n`);
    appendFileSync(join(etc, "shadow"), `${name}:*:19000:0:99999:7:::\n`);
  }
  file("hosts", "127.0.0.1 localhost\n10.77.0.1 app1.corp.example app1\n");
  file("resolv.conf", `nameserver ${gateway}\noptions timeout:1 attempts:1\n`);
  file("hostname", "app1\n");
  file(
    "nsswitch.conf",
    "passwd: files\ngroup: files\nshadow: files\nhosts: files dns\nservices: files\nprotocols: files\n",
  );
  mkdirSync(join(etc, "ssl/certs"), { recursive: true });
  const bundle = "/etc/ssl/certs/ca-certificates.crt";
  file(
    "ssl/certs/ca-certificates.crt",
    `${existsSync(bundle) ? readFileSync(bundle, "utf8") : ""}${readFileSync(join(cache, "certificates/ca.pem"), "utf8")}`,
  );
  mkdirSync(join(etc, "weather"));
  cpSync(join(cache, "certificates"), join(etc, "weather/certificates"), { recursive: true });
  for (const name of ["id", "host_key"])
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "ops@app1", "-f", join(etc, "weather", name)]);
  return etc;
}

/** A locale's folder for /usr/lib/locale, made once; undefined where it cannot be made. */
export function localeFolder(locale: Locale): string | undefined {
  const folder = join(cache, "locales", locale);
  if (existsSync(folder)) return folder;
  const [name = "", charset = ""] = locale.split(".");
  mkdirSync(dirname(folder), { recursive: true });
  try {
    execFileSync("localedef", ["-c", "-i", name, "-f", charset, folder], { stdio: "pipe" });
  } catch {
    // It warns of much, and ends with 1 then.
  }
  return existsSync(join(folder, "LC_CTYPE")) ? folder : undefined;
}

export interface MachineOptions {
  /** Its folder on this machine, which it sees as /run/case; `inside.sh` in it is what runs. */
  readonly folder: string;
  readonly etc: string;
  readonly name: string;
  /** A network of its own, or that of the process with this number. */
  readonly network: "own" | "none" | number;
  readonly stdio?: SpawnOptions["stdio"];
}

/** Starts a machine; it ends with all that runs on it when its process is killed, or when this process ends. */
export function startMachine({ folder, etc, name, network, stdio = "ignore" }: MachineOptions): ChildProcess {
  const joined = typeof network === "number";
  const words = [
    ...["--pdeathsig", "KILL"],
    ...(joined ? ["nsenter", `--net=/proc/${network}/ns/net`] : []),
    ...["unshare", "--mount", "--pid", "--uts", "--ipc", "--fork", "--kill-child", ...(joined ? [] : ["--net"])],
    ...["sh", join(repository, "bench/faults/weather/isolate.sh")],
  ];
  return spawn("setpriv", words, {
    stdio,
    env: {
      PATH: searchPath(),
      LC_ALL: "C",
      FOLDER: folder,
      REPOSITORY: repository,
      MODULES: realpathSync(join(repository, "node_modules")),
      NODE: dirname(dirname(process.execPath)),
      ETC: etc,
      NAME: name,
      NETWORK: joined ? "joined" : network,
    },
  });
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
