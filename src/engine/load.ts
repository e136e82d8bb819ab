/** Reading a script and the files that it imports: each once, as bytes that are hashed and decoded. */

import { isUtf8 } from "node:buffer";
import { basename, dirname, resolve } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/index.ts";
import { type ImportStatement, parse, type Script } from "../syntax/index.ts";
import { createSource, decodeUtf8, firstInvalidUtf8, placeOf, type SourceFile } from "../text/index.ts";
import { readScript } from "./read-file.ts";
import type { LoadProblem } from "./unprepared.ts";
import { absolutePath } from "./working-directory.ts";

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
  /** The files that were not read to their end, and the first line that was not. */
  readonly unread: readonly { readonly name: string; readonly line: number }[];
}

interface Loading {
  readonly files: (LoadedFile | undefined)[];
  readonly indexes: Map<string, number>;
  readonly underway: Set<string>;
  readonly diagnostics: Diagnostic[];
  readonly unread: { readonly name: string; readonly line: number }[];
}

/** Loads `name` ("-" is standard input) with everything that it imports. */
export function loadScript(name: string): LoadedScript | LoadProblem {
  if (name === "")
    return { problem: "the name of the script is empty", next: "name a file; a variable ahead of this may be empty" };
  const path = absolutePath(name);
  const bytes = readScript(name === "-" ? 0 : path);
  if (!(bytes instanceof Uint8Array)) return problemOf(name, bytes.code);
  const loading: Loading = { files: [], indexes: new Map(), underway: new Set(), diagnostics: [], unread: [] };
  addFile(loading, name === "-" ? "<stdin>" : name, path, bytes);
  const { diagnostics, unread } = loading;
  return { files: loading.files.filter((file) => file !== undefined), diagnostics, unread };
}

function addFile(loading: Loading, name: string, path: string, bytes: Uint8Array): number {
  const index = loading.files.length;
  loading.files.push(undefined);
  loading.indexes.set(path, index);
  loading.underway.add(path);
  const source = createSource(name, decode(bytes));
  const invalid = isUtf8(bytes) ? -1 : firstInvalidUtf8(bytes);
  if (invalid !== -1) loading.diagnostics.push(notUtf8(source, bytes, invalid));
  const parsed = invalid === -1 ? parse(source) : parse(createSource(name, ""));
  loading.diagnostics.push(...parsed.diagnostics);
  if (parsed.unreadFrom !== undefined) loading.unread.push({ name, line: placeOf(source, parsed.unreadFrom).line });
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
  const bytes = readScript(path);
  if (!(bytes instanceof Uint8Array)) {
    // The parser has said that its name will not do: one error at one place.
    if (statement.alias.name === "") return undefined;
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
      return {
        problem: `${shown} is larger than 16 MiB, the limit of a script`,
        next: "move its data to a file of its own",
      };
    default:
      return { problem: `${shown} cannot be read: ${code}`, next: "see whether other programs can read it" };
  }
}
