/** What the diagnosis may ask of this host: cheap questions that change nothing; tests answer them themselves. */

import fs, { constants, readFileSync, type Stats, statfsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { variableIn } from "./environment.ts";
import { type Mount, mountOf, parseMounts } from "./mounts.ts";
import { hasAuthorities } from "./probes/authorities.ts";
import { isClockBehind } from "./probes/clock.ts";
import { late as sockets } from "./probes/late-sockets.ts";
import { askNameHere, type NameAnswer } from "./probes/names.ts";
import type { PortAnswer } from "./probes/sockets.ts";
import { availableMemory, networkIsUp } from "./probes/state.ts";
import { type Way, wayTo } from "./probes/ways.ts";

/** What a look at a path found; where the path is not there, the rest is about the nearest folder above it. */
export interface PathLook {
  readonly exists: boolean;
  /** The path itself, or the nearest folder above it that is there. */
  readonly place: string;
  readonly isDirectory: boolean;
  readonly owner: number;
  /** The last four octal digits. */
  readonly mode: number;
  readonly readable: boolean;
  readonly writable: boolean;
  readonly executable: boolean;
  /** A folder on the way may not be searched: whether the path exists is not known. */
  readonly hidden: boolean;
  readonly readOnlyMount: boolean;
  /** On a file server: nothing was asked of it, since it may never answer. */
  readonly remote: boolean;
  /** Bytes that the user may still write; absent where the file system does not say. */
  readonly free?: number;
  /** Files that may still be made; absent where the file system does not count them. */
  readonly freeInodes?: number;
}

/** This host, as far as a diagnosis looks at it. */
export interface Host {
  readonly uid: number;
  /** The variables that the run was started with. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** A path, absolute or relative to `cwd`; undefined where nothing can be said. */
  look(path: string, cwd?: string): PathLook | undefined;
  /** What a small file holds, 64 KiB at most; undefined of any other, and of what cannot be read. */
  content?(path: string, cwd?: string): string | undefined;
  /** Whether a host name or address means this host. */
  isSelf(name: string): boolean;
  /** Whether anything but loopback is up and routed. */
  hasNetwork(): boolean;
  /** Processes that want to run, a processor (1 minute). */
  load(): number;
  /** Whether files of this host were written later than now, by its clock. */
  isClockBehind(): boolean;
  /** The share of memory that is free, 0 to 1. */
  memory(): number;
  /** What the name servers say of a name, of the root where it is empty: they are asked, for 20 ms at most; 100 ms with `isPatient`. */
  askName(name: string, isPatient: boolean): NameAnswer | undefined;
  /** Whether a TCP port takes a connection: it is tried, for 20 ms at most. */
  askPort(address: string, port: number): PortAnswer | undefined;
  /** Whether this host has a list of authorities that certificates are checked by. */
  hasAuthorities(): boolean;
  /** The environment variable whose value names this, as a word of its own; PATH and its like are not looked at. */
  variableWith(text: string): string | undefined;
  /** Whether this host's own routes lead to an address; nothing is sent. */
  wayTo(address: string): Way | undefined;
}

/** How long a look at the surroundings may serve. */
const freshFor = 1000;
/** For one question to the network. */
const oneQuestion = 20;
const patientQuestion = 100;
const answersFor = 5000;
const mostAnswers = 256;

/** Looks at files, as node:fs does; a run that writes trees apart has its own. */
export type FileLooks = Pick<typeof fs, "accessSync" | "readFileSync" | "statSync">;

/** The host that this process runs on. Never throws. */
export function systemHost(files: FileLooks = fs): Host {
  const mounts = cached(() => parseMounts(readFileSync("/proc/self/mounts", "utf8")));
  const names = cached(ownNames);
  const network = cached(networkIsUp);
  const authorities = cached(hasAuthorities);
  const clock = cached(isClockBehind);
  const load = cached(() => (os().loadavg()[0] ?? 0) / Math.max(1, os().cpus().length));
  const uid = process.getuid?.() ?? 0;
  return {
    uid,
    environment: process.env,
    look: (path, cwd) => {
      try {
        return lookAt(files, cwd === undefined ? resolve(path) : resolve(cwd, path), mounts() ?? []);
      } catch {
        return undefined;
      }
    },
    content: (path, cwd) => {
      try {
        return contentOf(files, cwd === undefined ? resolve(path) : resolve(cwd, path), mounts() ?? []);
      } catch {
        return undefined;
      }
    },
    isSelf: (name) => isLoopback(name) || names()?.has(plainName(name)) === true,
    hasNetwork: () => network() ?? true,
    isClockBehind: () => clock() === true,
    load: () => load() ?? 0,
    memory: () => availableMemory(),
    askName: remembered((name, isPatient) => askNameHere(name, isPatient ? patientQuestion : oneQuestion)),
    askPort: remembered((address, port) => sockets.load().askPort(address, port, oneQuestion)),
    wayTo: remembered((address) => wayTo(address)),
    hasAuthorities: () => authorities() ?? true,
    variableWith: (text) => variableIn(process.env, text),
  };
}

function lookAt(files: FileLooks, path: string, mounts: readonly Mount[]): PathLook | undefined {
  if (path.includes("\0") || path.length > 8192) return undefined;
  const mount = mountOf(mounts, path);
  if (mount?.remote === true) return remoteLook(path, mount);
  let place = path;
  let hidden = false;
  for (;;) {
    const found = statOrHidden(files, place);
    if (found === "hidden") hidden = true;
    else if (found !== undefined) {
      const look = {
        exists: place === path,
        place,
        isDirectory: found.isDirectory(),
        owner: found.uid,
        mode: found.mode & 0o7777,
        readable: may(files, place, constants.R_OK),
        writable: may(files, place, constants.W_OK),
        executable: may(files, place, constants.X_OK) && (found.mode & 0o111) !== 0,
        hidden,
        readOnlyMount: mountOf(mounts, place)?.readOnly === true,
        remote: false,
      };
      return { ...look, ...room(place, found.isFile() || found.isDirectory()) };
    }
    const above = dirname(place);
    if (above === place) return undefined;
    place = above;
  }
}

/** A list, a configuration or a script: larger files are data. */
const mostContent = 64 * 1024;

function contentOf(files: FileLooks, path: string, mounts: readonly Mount[]): string | undefined {
  if (path.includes("\0") || mountOf(mounts, path)?.remote === true) return undefined;
  const found = files.statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size <= mostContent ? files.readFileSync(path, "utf8") : undefined;
}

function remoteLook(path: string, mount: Mount): PathLook {
  const unknown = {
    isDirectory: false,
    owner: 0,
    mode: 0,
    readable: true,
    writable: true,
    executable: true,
    hidden: false,
  };
  return { ...unknown, exists: true, place: path, readOnlyMount: mount.readOnly, remote: true };
}

function statOrHidden(files: FileLooks, path: string): Stats | "hidden" | undefined {
  try {
    return files.statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    return code === "EACCES" ? "hidden" : undefined;
  }
}

function may(files: FileLooks, path: string, mode: number): boolean {
  try {
    files.accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

function room(path: string, stored: boolean): Pick<PathLook, "free" | "freeInodes"> {
  if (!stored) return {};
  try {
    const { blocks, bavail, bsize, files, ffree } = statfsSync(path);
    // A file system without blocks (proc, sys) says nothing of space, and one that makes inodes as it needs them counts none.
    return { ...(blocks === 0 ? {} : { free: bavail * bsize }), ...(files === 0 ? {} : { freeInodes: ffree }) };
  } catch {
    return {};
  }
}

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/%.*$/, "")
    .replace(/\.$/, "");
}

/** 127.0.0.0/8, ::1, the unspecified addresses (which connect to this host), and the names that RFC 6761 keeps for loopback. */
function isLoopback(name: string): boolean {
  const plain = plainName(name);
  return /^(?:127(?:\.\d{1,3}){1,3}|0\.0\.0\.0|0|::1?|0:0:0:0:0:0:0:1|::ffff:127(?:\.\d{1,3}){3}|(?:.+\.)?localhost|localhost\.localdomain|ip6-(?:localhost|loopback))$/.test(
    plain,
  );
}

function ownNames(): ReadonlySet<string> {
  const own = os().hostname().toLowerCase();
  const found = new Set([own, own.split(".")[0] ?? own]);
  for (const addresses of Object.values(os().networkInterfaces())) {
    for (const { address } of addresses ?? []) found.add(plainName(address));
  }
  try {
    for (const line of readFileSync("/etc/hosts", "utf8").slice(0, 65_536).split("\n")) {
      const [address = "", ...aliases] = line.replace(/#.*/, "").trim().split(/\s+/);
      if (isLoopback(address) || found.has(address)) for (const alias of aliases) found.add(alias.toLowerCase());
    }
  } catch {
    // No such file: names resolve in other ways.
  }
  return found;
}

/** Answers hold for a while: a script that tries again and again asks once. */
function remembered<A extends readonly (string | number | boolean)[], T>(
  ask: (...words: A) => T,
): (...words: A) => T | undefined {
  const known = new Map<string, () => T | undefined>();
  return (...words) => {
    const key = words.join(" ");
    let answer = known.get(key);
    if (answer === undefined) {
      answer = cached(() => ask(...words), answersFor);
      if (known.size >= mostAnswers) known.clear();
      known.set(key, answer);
    }
    return answer();
  };
}

function cached<T>(ask: () => T, time = freshFor): () => T | undefined {
  let at = Number.NEGATIVE_INFINITY;
  let value: T | undefined;
  return () => {
    const now = performance.now();
    if (now - at > time) {
      at = now;
      try {
        value = ask();
      } catch {
        value = undefined;
      }
    }
    return value;
  };
}

/** Loaded with the first diagnosis: most runs have none. */
function os(): typeof import("node:os") {
  return process.getBuiltinModule("node:os");
}
