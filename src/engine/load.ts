/** Reading a script and the files that it imports: each once, as bytes that are hashed and decoded. */

import { dirname, resolve } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/index.ts";
import { type ImportStatement, parse, type Script } from "../syntax/index.ts";
import { createSource, placeOf, type SourceFile } from "../text/index.ts";
import { readScript } from "./read-file.ts";
import { decodeScript, problemOf } from "./source-bytes.ts";
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
  const { source, wrong } = decodeScript(name, bytes);
  if (wrong !== undefined) loading.diagnostics.push(wrong);
  const parsed = wrong === undefined ? parse(source) : parse(createSource(name, ""));
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
