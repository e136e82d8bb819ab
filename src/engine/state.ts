/** Where a run keeps what it writes down: the state folder, and in it a folder a run. */

import { existsSync, lstatSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { makeFolders } from "../runtime/index.ts";
import { createUlids } from "./ulid.ts";

/** What the choice of the folder depends on. */
export interface StateSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The effective user id. */
  readonly uid: number;
}

/** The folder of one run; nothing is created ahead of the first `folder()`. */
export interface RunState {
  /** A ULID. */
  readonly runId: string;
  /** The run's folder (mode 0700), created at the first call; undefined where none can be written. Never throws. */
  folder(): string | undefined;
  /** The run's folder as `folder` gives it, where the chosen state folder takes it; else undefined, without a word and without a spare. Never throws. */
  quietFolder(): string | undefined;
  /** The state folder in use; undefined where nothing was kept. */
  root(): string | undefined;
  /** The run's `records.jsonl`, not created, in that folder. Never throws. */
  recordsPath(): string | undefined;
  /** The folder of the sinks' queues, which need not be there; undefined where there is no state folder. Never throws. */
  queues(): string | undefined;
  /** The same folder, made; undefined where none can be written. Never throws. */
  makeQueues(): string | undefined;
  /** What a person should know of a folder that was replaced or left out; known after the first `folder()`. */
  warning(): string | undefined;
}

const nextRunId = createUlids();

/** Opens the state of a new run. Cheap: one id; the folder costs one to four mkdir calls when it is asked for. */
export function createRunState(surroundings: StateSurroundings = ownSurroundings()): RunState {
  const runId = nextRunId();
  let found: Found | undefined;
  const find = (): Found => {
    found ??= findFolder(surroundings, runId);
    return found;
  };
  return {
    runId,
    folder: () => find().folder,
    quietFolder: () => {
      if (found !== undefined) return found.folder;
      const preferred = preferredStateFolder(surroundings);
      const folder = preferred === undefined ? undefined : join(preferred, "runs", runId);
      if (preferred === undefined || folder === undefined || tryMaking(folder) !== undefined) return undefined;
      found = { root: preferred, folder };
      return folder;
    },
    root: () => found?.root,
    recordsPath: () => {
      const { folder } = find();
      return folder === undefined ? undefined : join(folder, "records.jsonl");
    },
    queues: () => {
      const root = found === undefined ? preferredStateFolder(surroundings) : found.root;
      return root === undefined ? undefined : join(root, "queue");
    },
    makeQueues: () => {
      const { root } = find();
      return root !== undefined && tryMaking(join(root, "queue")) === undefined ? join(root, "queue") : undefined;
    },
    warning: () => found?.warning,
  };
}

/** The state of a run that is taken up again: its folder is there. */
export function knownRunState(root: string, runId: string): RunState {
  const folder = join(root, "runs", runId);
  return {
    runId,
    folder: () => folder,
    quietFolder: () => folder,
    root: () => root,
    recordsPath: () => join(folder, "records.jsonl"),
    queues: () => join(root, "queue"),
    makeQueues: () => (tryMaking(join(root, "queue")) === undefined ? join(root, "queue") : undefined),
    warning: () => undefined,
  };
}

/** A run's `records.jsonl`, where it is there. Never throws. */
export function recordsIn(state: RunState): { readonly records?: string } {
  const path = state.recordsPath();
  return path === undefined || !existsSync(path) ? {} : { records: path };
}

/** The state folder that holds this user's runs: the preferred one; where that has none, its spare in the folder for temporary files, if it is ours. */
export function historyFolder(surroundings: StateSurroundings = ownSurroundings()): string | undefined {
  const preferred = preferredStateFolder(surroundings);
  if (preferred !== undefined && existsSync(join(preferred, "runs"))) return preferred;
  const spare = spareFolder(surroundings);
  const isOurs = existsSync(join(spare, "runs")) && notOurs(spare, surroundings.uid) === undefined;
  return isOurs ? spare : preferred;
}

/** The state folder as configured: `$XDG_STATE_HOME/dscript`, /var/lib/dscript for root, `~/.local/state/dscript`; undefined without HOME. */
export function preferredStateFolder({ env, uid }: StateSurroundings): string | undefined {
  const xdg = env["XDG_STATE_HOME"];
  // The XDG base directory specification: a path that is not absolute is to be ignored.
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, "dscript");
  if (uid === 0) return "/var/lib/dscript";
  const home = env["HOME"];
  return home !== undefined && isAbsolute(home) ? join(home, ".local", "state", "dscript") : undefined;
}

interface Found {
  /** The state folder that was chosen. */
  readonly root?: string;
  readonly folder?: string;
  readonly warning?: string;
}

function findFolder(surroundings: StateSurroundings, runId: string): Found {
  const preferred = preferredStateFolder(surroundings);
  const reason = preferred === undefined ? "HOME is not set" : tryMaking(join(preferred, "runs", runId));
  if (reason === undefined && preferred !== undefined)
    return { root: preferred, folder: join(preferred, "runs", runId) };
  const trouble = preferred === undefined ? reason : `the state folder ${preferred} cannot be written (${reason})`;
  const spare = spareFolder(surroundings);
  const spareReason = notOurs(spare, surroundings.uid) ?? tryMaking(join(spare, "runs", runId));
  if (spareReason === undefined)
    return {
      root: spare,
      folder: join(spare, "runs", runId),
      warning: `${trouble}; this run's records go to ${spare}/runs/${runId}`,
    };
  return { warning: `${trouble}, nor can ${spare} (${spareReason}); this run's records are not kept` };
}

function spareFolder({ env, uid }: StateSurroundings): string {
  const folder = env["TMPDIR"];
  return join(folder !== undefined && isAbsolute(folder) ? folder : "/tmp", `dscript-state-${uid}`);
}

/** Where locks are: they hold across all users' runs of a host, so that this folder is everybody's. */
export const lockFolder = "/tmp/dscript-locks";

/** All folders in which the engine itself keeps something, whichever of them are there. */
export function ownFolders(surroundings: StateSurroundings = ownSurroundings()): readonly string[] {
  const preferred = preferredStateFolder(surroundings);
  return [...(preferred === undefined ? [] : [preferred]), spareFolder(surroundings), lockFolder];
}

/** Creates a folder and those above it; why that failed, or undefined. */
function tryMaking(folder: string): string | undefined {
  // The mode of a new folder must not depend on the caller's umask: 0700 and nothing less.
  const umask = process.umask(0o077);
  try {
    makeFolder(folder);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  } finally {
    process.umask(umask);
  }
}

/** A folder of the state's own, with those above it. Throws what mkdir throws. */
export function makeFolder(path: string): void {
  makeFolders(path, 0o700);
}

/** In a folder that everybody may write to, somebody else may have been there first. */
function notOurs(folder: string, uid: number): string | undefined {
  try {
    const stat = lstatSync(folder, { throwIfNoEntry: false });
    if (stat === undefined) return undefined;
    if (!stat.isDirectory()) return "it is no folder";
    if (stat.uid !== uid) return `it belongs to uid ${stat.uid}`;
    return (stat.mode & 0o077) === 0 ? undefined : "others have rights on it";
  } catch (error) {
    return reasonOf(error);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "not permitted",
  EROFS: "read-only file system",
  ENOSPC: "no space left",
  EDQUOT: "quota exceeded",
  ENOTDIR: "a part of the path is no folder",
  EEXIST: "a file stands in its place",
  ENOENT: "no such folder",
  ELOOP: "too many symbolic links",
  ENAMETOOLONG: "the name is too long",
};

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return code === undefined ? String(error) : (reasons[code] ?? code);
}

/** The name of a system call's error. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

function ownSurroundings(): StateSurroundings {
  return { env: process.env, uid: process.geteuid?.() ?? -1 };
}
