/** What one run leaves in the state folder for later ones, so that they need not work it out again: a file an entry, of this very build. */

import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { makeFolder, preferredStateFolder } from "./state.ts";

/** Entries of a kind beyond this many are removed, the oldest first. */
const mostEntries = 200;

export interface KeptPlace {
  readonly folder: string;
  readonly file: string;
}

/** Where an entry of that kind ("programs") and key stands; undefined where nothing is kept: no state folder, or sources that were not built. */
export function keptPlace(kind: string, key: string): KeptPlace | undefined {
  const build = buildId();
  const state = preferredStateFolder({ env: process.env, uid: process.geteuid?.() ?? -1 });
  if (build === undefined || state === undefined) return undefined;
  const folder = join(state, kind);
  return { folder, file: join(folder, `${build}-${textHash(`${build} ${key}`)}.json`) };
}

/** An entry that this user wrote, by `keep` of this very build: nobody else may write the file, or put another into its folder. */
export function readKept({ folder, file }: KeptPlace): unknown {
  let fd: number | undefined;
  try {
    fd = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW);
    if (!isOwn(fstatSync(fd)) || !isOwn(lstatSync(folder))) return undefined;
    return JSON.parse(readFileSync(fd, "utf8"));
  } catch {
    return undefined;
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

function isOwn({ uid, mode }: Stats): boolean {
  return uid === process.geteuid?.() && (mode & 0o022) === 0;
}

/** Keeps an entry. A state folder that cannot be written is no reason to complain here. */
export function keep({ folder, file }: KeptPlace, text: string): void {
  try {
    makeFolder(folder);
    const part = `${file}.${process.pid}`;
    writeFileSync(part, text, { mode: 0o600 });
    renameSync(part, file);
    prune(folder);
  } catch {
    // Full, read-only, or not ours: the next run works it out again.
  }
}

/** The built bundle's folder is named by its content; sources that were not built have no id, and keep nothing. */
function buildId(): string | undefined {
  const name = import.meta.dirname.slice(import.meta.dirname.lastIndexOf("/") + 1);
  return /^[0-9a-f]{16}$/.test(name) ? name : undefined;
}

/** FNV-1a over UTF-16 units, twice with different starts: a file name, not a proof; the entry itself is compared. */
function textHash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x01234567;
  for (let at = 0; at < text.length; at += 1) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(at), 0x01000193) ^ (low >>> 7);
  }
  return (low >>> 0).toString(16).padStart(8, "0") + (high >>> 0).toString(16).padStart(8, "0");
}

function prune(folder: string): void {
  const names = readdirSync(folder);
  if (names.length <= mostEntries) return;
  const byAge = names.map((name) => ({ path: join(folder, name), age: statSync(join(folder, name)).mtimeMs }));
  byAge.sort((a, b) => a.age - b.age);
  for (const { path } of byAge.slice(0, names.length - mostEntries / 2)) rmSync(path, { force: true });
}
