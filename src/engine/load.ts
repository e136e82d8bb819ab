/** Reading a script and the files that it imports: each once, as bytes that are hashed and decoded. */

import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/index.ts";
import { type ImportStatement, parse, type Script } from "../syntax/index.ts";
import { createSource, decodeUtf8, firstInvalidUtf8, type SourceFile } from "../text/index.ts";

/** Sources larger than this are refused: nobody wrote them by hand, and nobody could agree to them. */
export const sourceLimit = 16 * 1024 * 1024;

export interface LoadedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly source: SourceFile;
  readonly script: Script;
  /** The index of each imported file that could be loaded. */
  readonly imports: ReadonlyMap<ImportStatement, number>;
}

export interface LoadedScript {
  /** Index 0 is the script itself. */
  readonly files: readonly LoadedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A script that cannot be read at all. */
export interface LoadProblem {
  readonly problem: string;
  readonly next: string;
}

interface Loading {
  readonly files: (LoadedFile | undefined)[];
  readonly indexes: Map<string, number>;
  readonly underway: Set<string>;
  readonly diagnostics: Diagnostic[];
}

/** Loads `name` ("-" is standard input) with everything that it imports. */
export function loadScript(name: string): LoadedScript | LoadProblem {
  const path = name === "-" ? resolve("-") : resolve(name);
  const bytes = readBytes(name === "-" ? 0 : path);
  if (!(bytes instanceof Uint8Array)) return problemOf(name, bytes.code);
  const loading: Loading = { files: [], indexes: new Map(), underway: new Set(), diagnostics: [] };
  addFile(loading, name === "-" ? "<stdin>" : name, path, bytes);
  return { files: loading.files.filter((file) => file !== undefined), diagnostics: loading.diagnostics };
}

function addFile(loading: Loading, name: string, path: string, bytes: Uint8Array): number {
  const index = loading.files.length;
  loading.files.push(undefined);
  loading.indexes.set(path, index);
  loading.underway.add(path);
  const source = createSource(name, decode(bytes));
  const invalid = firstInvalidUtf8(bytes);
  if (invalid !== -1) loading.diagnostics.push(notUtf8(source, bytes, invalid));
  const parsed = invalid === -1 ? parse(source) : parse(createSource(name, ""));
  loading.diagnostics.push(...parsed.diagnostics);
  const imports = new Map<ImportStatement, number>();
  loading.files[index] = { path, bytes, source, script: parsed.script, imports };
  for (const statement of parsed.script.statements) {
    if (statement.kind !== "import") continue;
    const target = addImport(loading, source, path, statement);
    if (target !== undefined) imports.set(statement, target);
  }
  loading.underway.delete(path);
  return index;
}

function addImport(loading: Loading, source: SourceFile, from: string, statement: ImportStatement): number | undefined {
  const path = resolve(dirname(from), statement.path);
  if (loading.underway.has(path)) {
    loading.diagnostics.push(diagnose("DS1902", source, statement.pathSpan, { path: statement.path }));
    return undefined;
  }
  const known = loading.indexes.get(path);
  if (known !== undefined) return known;
  const bytes = readBytes(path);
  if (!(bytes instanceof Uint8Array)) {
    const why = problemOf(path, bytes.code).problem;
    loading.diagnostics.push(diagnose("DS1901", source, statement.pathSpan, { path: statement.path, why }));
    return undefined;
  }
  const shown = source.name.includes("/") && !statement.path.startsWith("/") ? `${dirname(source.name)}/` : "";
  return addFile(loading, `${shown}${statement.path}`, path, bytes);
}

/** Text of a source: a byte order mark is skipped; bytes that are not UTF-8 have their own diagnostic. */
function decode(bytes: Uint8Array): string {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  // Buffer's decoder is native; only bytes that it would lose take the slow way.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start).toString("utf8");
  return text.includes("\ufffd") ? decodeUtf8(bytes.subarray(start)) : text;
}

function notUtf8(source: SourceFile, bytes: Uint8Array, at: number): Diagnostic {
  const offset = decodeUtf8(bytes.subarray(0, at)).length;
  const value = (bytes[at] ?? 0).toString(16).padStart(2, "0");
  return diagnose("DS1903", source, { start: offset, end: offset + 1 }, { byte: value, offset: at });
}

interface ReadFailure {
  readonly code: string;
}

/** All bytes of a file or descriptor, or the error's code; "EFBIG" above the limit. */
function readBytes(file: string | number): Uint8Array | ReadFailure {
  let fd = -1;
  try {
    fd = typeof file === "number" ? file : openSync(file, "r");
    const status = fstatSync(fd);
    if (status.isDirectory()) return { code: "EISDIR" };
    if (status.size > sourceLimit) return { code: "EFBIG" };
    return readToEnd(fd, status.isFile() ? status.size + 1 : 65_536);
  } catch (thrown) {
    // openSync, fstatSync and readSync throw system errors only.
    return { code: (thrown as NodeJS.ErrnoException).code ?? "EIO" };
  } finally {
    if (typeof file === "string" && fd !== -1) closeSync(fd);
  }
}

function readToEnd(fd: number, firstSize: number): Uint8Array | ReadFailure {
  let buffer = Buffer.allocUnsafe(firstSize);
  let length = 0;
  for (;;) {
    const count = readWaiting(fd, buffer, length);
    if (count === 0) return buffer.subarray(0, length);
    length += count;
    if (length > sourceLimit) return { code: "EFBIG" };
    if (length === buffer.length) {
      const larger = Buffer.allocUnsafe(buffer.length * 2);
      buffer.copy(larger);
      buffer = larger;
    }
  }
}

const pause = new Int32Array(new SharedArrayBuffer(4));

function readWaiting(fd: number, buffer: Buffer, at: number): number {
  for (;;) {
    try {
      return readSync(fd, buffer, at, buffer.length - at, null);
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== "EAGAIN") throw thrown;
      Atomics.wait(pause, 0, 0, 5);
    }
  }
}

function problemOf(name: string, code: string): LoadProblem {
  const shown = basename(name) === name ? name : `${name}`;
  switch (code) {
    case "ENOENT":
      return { problem: `there is no file ${shown}`, next: "check the name and the folder you are in" };
    case "EISDIR":
      return { problem: `${shown} is a directory`, next: "name a script in it" };
    case "EACCES":
      return { problem: `${shown} may not be read`, next: "its owner can allow it: chmod a+r" };
    case "EFBIG":
      return { problem: `${shown} is larger than 16 MiB, the limit of a script`, next: "move its data to a file of its own" };
    default:
      return { problem: `${shown} cannot be read: ${code}`, next: "see whether other programs can read it" };
  }
}
