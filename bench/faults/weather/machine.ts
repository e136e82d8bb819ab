// Starts machines that are cut out of this one: their own mounts, processes, name, and network.
import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
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
  const missing = [
    "unshare",
    "nsenter",
    "setpriv",
    "ip",
    "openssl",
    "ssh-keygen",
    "python3",
    "flock",
    "setsid",
    "pivot_root",
  ].filter((program) => !isThere(program));
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

const probe = `mount -t tmpfs x /mnt; cd /mnt; mkdir u w r l
mount -t overlay overlay -o lowerdir=/mnt/l:/,upperdir=/mnt/u,workdir=/mnt/w r; ip link add name v0 type veth peer name v1`;

/** Whether a program, or a file by its path, is there. */
export function isThere(program: string): boolean {
  if (program.includes("/")) return existsSync(program);
  return searchPath()
    .split(":")
    .some((folder) => existsSync(join(folder, program)));
}

/**
 * What all machines have over this one's files: users, names, a CA, keys, locales, and empty folders in the place of ours.
 * It is a layer of an overlay, in memory, since a layer may not lie within another one's file system; whoever made it removes it.
 */
export function prepareLayer(locales: readonly Locale[]): string {
  mkdirSync(cache, { recursive: true });
  certificates(join(cache, "certificates"));
  const layer = folderOfRun("/dev/shm");
  chmodSync(layer, 0o755);
  const file = (name: string, text: string): void => {
    mkdirSync(join(layer, dirname(name)), { recursive: true });
    writeFileSync(join(layer, name), text);
  };
  for (const name of hidden) mkdirSync(join(layer, name), { recursive: true });
  execFileSync("python3", [
    "-c",
    'import os, sys\nfor each in sys.argv[1:]: os.setxattr(each, "trusted.overlay.opaque", b"y")',
    ...hidden.map((name) => join(layer, name)),
  ]);
  for (const name of [
    ".before",
    "run/case",
    "run/lock",
    "srv/job",
    "opt/dscript",
    "home/ops/.ssh",
    "home/ann",
    "root/.ssh",
  ])
    mkdirSync(join(layer, name), { recursive: true });
  const lines = (name: string, more: (user: string, number: number) => string): void => {
    const ours = existsSync(`/etc/${name}`) ? readFileSync(`/etc/${name}`, "utf8") : "";
    file(`etc/${name}`, `${ours}${more("ops", users.ops)}${more("ann", users.ann)}`);
  };
  lines("passwd", (user, number) => `${user}:x:${number}:${number}::/home/${user}:/bin/sh\n`);
  lines("group", (user, number) => `${user}:x:${number}:\n`);
  lines("shadow", (user) => `${user}:*:19000:0:99999:7:::\n`);
  chmodSync(join(layer, "etc/shadow"), 0o640);
  file("etc/hosts", "127.0.0.1 localhost\n10.77.0.1 app1.corp.example app1\n");
  file("etc/resolv.conf", `nameserver ${gateway}\noptions timeout:1 attempts:1\n`);
  file("etc/hostname", "app1\n");
  file(
    "etc/nsswitch.conf",
    "passwd: files\ngroup: files\nshadow: files\nhosts: files dns\nservices: files\nprotocols: files\n",
  );
  const bundle = "/etc/ssl/certs/ca-certificates.crt";
  file(
    "etc/ssl/certs/ca-certificates.crt",
    `${existsSync(bundle) ? readFileSync(bundle, "utf8") : ""}${readFileSync(join(cache, "certificates/ca.pem"), "utf8")}`,
  );
  cpSync(join(cache, "certificates"), join(layer, "etc/weather/certificates"), { recursive: true });
  for (const name of ["id", "host_key"])
    execFileSync("ssh-keygen", [
      ...["-q", "-t", "ed25519", "-N", "", "-C", "ops@app1", "-f", join(layer, "etc/weather", name)],
    ]);
  for (const home of ["root", "home/ops"]) cpSync(join(layer, "etc/weather/id"), join(layer, home, ".ssh/id_ed25519"));
  for (const locale of locales) {
    const folder = localeFolder(locale);
    if (folder !== undefined) cpSync(folder, join(layer, "usr/lib/locale", locale), { recursive: true });
  }
  for (const name of ["root", "root/.ssh", "home/ops", "home/ops/.ssh", "home/ann"])
    chmodSync(join(layer, name), 0o700);
  for (const name of ["home/ops", "home/ops/.ssh", "home/ops/.ssh/id_ed25519"])
    chownSync(join(layer, name), users.ops, users.ops);
  chownSync(join(layer, "home/ann"), users.ann, users.ann);
  for (const name of ["run/lock", "var/tmp"]) chmodSync(join(layer, name), 0o1777);
  return layer;
}

/** Folders of this machine that no other one sees. */
const hidden = ["run", "root", "home", "srv", "mnt", "media", "opt", "var/tmp"];

/** The mounts of a machine, as fstab(5) has them. */
function fstabOf(folder: string, layer: string): string {
  const root = join(folder, "disk/root");
  const modules = realpathSync(join(repository, "node_modules"));
  const node = dirname(dirname(process.execPath));
  const line = (what: string, where: string, type: string, options: string): string =>
    `${[what, join(root, where), type, `${options},x-mount.mkdir`].map((each) => each.replaceAll(" ", "\\040")).join(" ")} 0 0\n`;
  return [
    `overlay ${root} overlay lowerdir=${layer}:/,upperdir=${folder}/disk/up,workdir=${folder}/disk/work 0 0\n`,
    line("proc", "proc", "proc", "defaults"),
    line("/dev", "dev", "none", "rbind"),
    line("/sys", "sys", "none", "rbind"),
    line("shm", "dev/shm", "tmpfs", "mode=1777"),
    line("tmp", "tmp", "tmpfs", "mode=1777"),
    line(repository, "opt/dscript", "none", "bind"),
    ...(modules === join(repository, "node_modules") ? [] : [line(modules, modules, "none", "bind")]),
    ...(searchPath().includes("/opt/node") ? [line(node, "opt/node", "none", "bind")] : []),
    line(folder, "run/case", "none", "bind"),
  ].join("");
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
  readonly layer: string;
  readonly name: string;
  /** A network of its own, or that of the process with this number. */
  readonly network: "own" | "none" | number;
  readonly stdio?: SpawnOptions["stdio"];
}

/** Starts a machine; it ends with all that runs on it when its process is killed, or when this process ends. */
export function startMachine({ folder, layer, name, network, stdio = "ignore" }: MachineOptions): ChildProcess {
  const joined = typeof network === "number";
  mkdirSync(join(folder, "disk"));
  writeFileSync(join(folder, "fstab"), fstabOf(folder, layer));
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
      NAME: name,
      NETWORK: joined ? "joined" : network,
    },
  });
}

/** A folder of this run; those of runs that were killed are removed. */
export function folderOfRun(parent: string): string {
  for (const name of readdirSync(parent)) {
    const [, owner] = /^weather-run-(\d+)-/.exec(name) ?? [];
    if (owner !== undefined && !existsSync(`/proc/${owner}`)) removeFolder(join(parent, name));
  }
  return mkdtempSync(join(parent, `weather-run-${process.pid}-`));
}

export function removeFolder(folder: string): void {
  // Processes of a machine that ends may still be writing.
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
