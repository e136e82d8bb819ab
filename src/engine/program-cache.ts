/** Programs of earlier runs, kept in the state folder: a script that has not changed starts without being compiled again. */

import { isUtf8 } from "node:buffer";
import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Program } from "../records/index.ts";
import { caseText } from "./argument/case-text.ts";
import { type Look, looksTheSame } from "./modules/looks.ts";
import type { PrepareRequest } from "./prepare.ts";
import { programsOnPath } from "./programs.ts";
import { readScript } from "./read-file.ts";
import type { Runnable } from "./runnable.ts";
import { makeFolder, preferredStateFolder } from "./state.ts";
import { absolutePath } from "./working-directory.ts";

/** Entries beyond this many are removed, the oldest first. */
const mostEntries = 200;
/** A larger program is not kept: reading it back would cost what compiling does. */
const largestEntry = 4 * 1024 * 1024;

interface Entry {
  readonly name: string;
  readonly strict: boolean;
  /** The roles with an address, as it was checked with them. */
  readonly roles: string;
  readonly paths: readonly string[];
  readonly program: Program;
  readonly commandRows: Runnable["commandRows"];
  /** What was seen while its modules were looked for. */
  readonly looks: readonly Look[];
  /** The text of its D-Case. */
  readonly argument?: string;
}

/** The program of a request, where an earlier run left it, its files are byte for byte the same, and its commands are still there. */
export function cachedProgram(request: PrepareRequest): Runnable | undefined {
  const place = placeOf(request);
  const entry = place === undefined ? undefined : readEntry(place.file);
  if (entry?.name !== request.name || entry.strict !== request.strict || entry.roles !== rolesOf(request))
    return undefined;
  const files = entry.paths.map((path, index) => unchangedFile(path, entry.program.files[index]?.text));
  const programs = programsOnPath();
  if (!entry.program.commands.every((command) => command.optional || programs.has(command.name))) return undefined;
  const known = files.filter((file) => file !== undefined);
  if (known.length < files.length || !looksTheSame(entry.looks)) return undefined;
  const { program: kept, commandRows, looks, argument } = entry;
  const path = request.case?.path;
  if (path !== undefined && (argument === undefined || caseText(path) !== argument)) return undefined;
  const of = path === undefined || argument === undefined ? {} : { case: { path, text: argument } };
  return { files: known, program: kept, definedValues: new Map(), commandRows, functions: [], looks, ...of };
}

/** Keeps a program for later runs. A state folder that cannot be written is no reason to complain here. */
export function keepProgram(request: PrepareRequest, runnable: Runnable): void {
  const { files, program, commandRows, looks } = runnable;
  const place = placeOf(request);
  if (place === undefined) return;
  // A package's JavaScript has to be run again for its functions.
  if (files.length > program.files.length) return;
  const paths = files.map((file) => file.path);
  const { name, strict } = request;
  const argument = runnable.case === undefined ? {} : { argument: runnable.case.text };
  const entry: Entry = { name, strict, roles: rolesOf(request), paths, program, commandRows, looks, ...argument };
  const text = JSON.stringify(entry);
  if (text.length > largestEntry) return;
  try {
    makeFolder(place.folder);
    const part = `${place.file}.${process.pid}`;
    writeFileSync(part, text, { mode: 0o600 });
    renameSync(part, place.file);
    prune(place.folder);
  } catch {
    // Full, read-only, or not ours: the next run compiles again.
  }
}

interface Place {
  readonly folder: string;
  readonly file: string;
}

/** Where a request's program is kept; undefined where it may not be: other commands, constants or rows than the script's own. */
function placeOf(request: PrepareRequest): Place | undefined {
  const build = buildId();
  const state = preferredStateFolder({ env: process.env, uid: process.geteuid?.() ?? -1 });
  if (build === undefined || state === undefined || request.name === "-") return undefined;
  if (request.commandList !== undefined || request.defines.size > 0 || request.ownRows || request.coverage === true)
    return undefined;
  const folder = join(state, "programs");
  const versions = [...request.packages].map(([name, range]) => `${name}@${range}`).join(" ");
  const key = `${build} ${request.strict} ${request.name} ${absolutePath(request.name)} ${versions} ${rolesOf(request)}${request.case === undefined ? "" : ` ${request.case.path}`}`;
  return { folder, file: join(folder, `${build}-${textHash(key)}.json`) };
}

/** "operator,teacher"; "*" where nobody is told, so that any role will do. */
function rolesOf({ roles }: PrepareRequest): string {
  return roles === undefined ? "*" : roles.toSorted().join(",");
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

/** An entry that this user wrote and nobody else may write. */
function readEntry(file: string): Entry | undefined {
  let fd: number | undefined;
  try {
    fd = openSync(file, "r");
    const status = fstatSync(fd);
    if (status.uid !== process.geteuid?.() || (status.mode & 0o022) !== 0) return undefined;
    // Written by keepProgram of this very build.
    return JSON.parse(readFileSync(fd, "utf8")) as Entry;
  } catch {
    return undefined;
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

function unchangedFile(path: string, text: string | undefined): { path: string; bytes: Uint8Array } | undefined {
  // Looking into a pipe would use up what it holds: only a file can be read again to be compiled.
  if (!isRegularFile(path)) return undefined;
  const bytes = readScript(path);
  if (!(bytes instanceof Uint8Array) || !isUtf8(bytes)) return undefined;
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  return (found.startsWith("\ufeff") ? found.slice(1) : found) === text ? { path, bytes } : undefined;
}

function isRegularFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function prune(folder: string): void {
  const names = readdirSync(folder);
  if (names.length <= mostEntries) return;
  const byAge = names.map((name) => ({ path: join(folder, name), age: statSync(join(folder, name)).mtimeMs }));
  byAge.sort((a, b) => a.age - b.age);
  for (const { path } of byAge.slice(0, names.length - mostEntries / 2)) rmSync(path, { force: true });
}
