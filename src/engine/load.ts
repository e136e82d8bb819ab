/** Reading a script and the files that it imports: each once, as bytes that are hashed and decoded. */

import { dirname, resolve } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/index.ts";
import { type ImportStatement, type Imports, parse, type Script, type SyntaxExtension } from "../syntax/index.ts";
import { createSource, placeOf, type SourceFile } from "../text/index.ts";
import { findModule } from "./modules/find.ts";
import { type Look, Looks } from "./modules/looks.ts";
import { placesFor } from "./modules/places.ts";
import { moduleDiagnostic } from "./modules/problem.ts";
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
  /** The module that it is, where an import names it so. */
  readonly module?: { readonly name: string; readonly version?: string };
}

export interface LoadedScript {
  /** Index 0 is the script itself. */
  readonly files: readonly LoadedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** The files that were not read to their end, and the first line that was not. */
  readonly unread: readonly { readonly name: string; readonly line: number }[];
  /** What was seen while modules were looked for. */
  readonly looks: readonly Look[];
}

/** The ranges of versions that modules must have, by their names. */
export type Ranges = ReadonlyMap<string, string>;

/** Loads `name` ("-" is standard input) with everything that it imports. */
export async function loadScript(name: string, ranges: Ranges = new Map()): Promise<LoadedScript | LoadProblem> {
  if (name === "")
    return { problem: "the name of the script is empty", next: "name a file; a variable ahead of this may be empty" };
  const path = absolutePath(name);
  const bytes = readScript(name === "-" ? 0 : path);
  if (!(bytes instanceof Uint8Array)) return problemOf(name, bytes.code);
  return load({ name: name === "-" ? "<stdin>" : name, path, bytes, ranges });
}

/** What the imports of a script add to its grammar; those that cannot be loaded add nothing. */
export async function importsOf(name: string, bytes: Uint8Array, ranges: Ranges): Promise<Imports> {
  const path = absolutePath(name);
  const [main, ...others] = (await load({ name, path, bytes, ranges })).files;
  const found = new Map<string, readonly SyntaxExtension[]>();
  for (const [node, index] of main?.imports ?? [])
    found.set(`${node.from} ${node.path}`, others[index - 1]?.script.syntaxes ?? []);
  return (node) => found.get(`${node.from} ${node.path}`) ?? [];
}

async function load(script: Wanted): Promise<LoadedScript> {
  const { path, bytes } = script;
  const known = { looks: new Looks(), bytes: new Map([[path, bytes]]) };
  for (;;) {
    const loading = new Loading(known, dirname(path));
    loading.add(script);
    if (loading.later.length === 0) return loading.loaded();
    for (const run of loading.later) await run();
  }
}

/** What one attempt leaves to the next: each file is read once. */
interface Known {
  readonly looks: Looks;
  readonly bytes: Map<string, Uint8Array>;
}

/** A file to be added. */
interface Wanted {
  /** As messages show it. */
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The ranges that its own imports must keep to. */
  readonly ranges: Ranges;
  readonly module?: LoadedFile["module"];
}

/** One attempt to load everything; what has to be loaded by other means first stands in `later`. */
class Loading {
  readonly later: (() => Promise<void>)[] = [];
  readonly #files: (LoadedFile | undefined)[] = [];
  readonly #indexes = new Map<string, number>();
  readonly #underway = new Set<string>();
  readonly #diagnostics: Diagnostic[] = [];
  readonly #unread: { readonly name: string; readonly line: number }[] = [];
  readonly #known: Known;
  readonly #folder: string;

  constructor(known: Known, folder: string) {
    this.#known = known;
    this.#folder = folder;
  }

  loaded(): LoadedScript {
    return {
      files: this.#files.filter((file) => file !== undefined),
      diagnostics: this.#diagnostics,
      unread: this.#unread,
      looks: this.#known.looks.all,
    };
  }

  add(wanted: Wanted): number {
    const { name, path, bytes, module } = wanted;
    const index = this.#files.length;
    this.#files.push(undefined);
    this.#indexes.set(path, index);
    this.#underway.add(path);
    const { source, wrong } = decodeScript(name, bytes);
    if (wrong !== undefined) this.#diagnostics.push(wrong);
    const targets = new Map<string, number | undefined>();
    const parsed = parse(wrong === undefined ? source : createSource(name, ""), undefined, (node) => {
      // A text may be read several times; its imports are loaded once.
      const key = `${node.from} ${node.path} ${node.start}`;
      if (!targets.has(key)) targets.set(key, this.#import(source, wanted, node));
      return this.#exported(targets.get(key));
    });
    this.#diagnostics.push(...parsed.diagnostics);
    if (parsed.unreadFrom !== undefined) this.#unread.push({ name, line: placeOf(source, parsed.unreadFrom).line });
    const imports = new Map<ImportStatement, number>();
    for (const node of parsed.script.statements) {
      if (node.kind !== "import") continue;
      const target = targets.get(`${node.from} ${node.path} ${node.start}`);
      if (target !== undefined) imports.set(node, target);
    }
    this.#files[index] = { path, bytes, source, script: parsed.script, imports, ...(module && { module }) };
    this.#underway.delete(path);
    return index;
  }

  /** The syntax that an imported file declares for its importers. */
  #exported(index: number | undefined): readonly SyntaxExtension[] {
    return index === undefined ? [] : (this.#files[index]?.script.syntaxes ?? []);
  }

  #import(source: SourceFile, wanted: Wanted, node: ImportStatement): number | undefined {
    if (node.from === "module") return this.#importModule(source, wanted, node);
    const path = resolve(dirname(wanted.path), node.path);
    const shown = source.name.includes("/") && !node.path.startsWith("/") ? `${dirname(source.name)}/` : "";
    return this.#importFile(source, node, { name: `${shown}${node.path}`, path, ranges: wanted.ranges });
  }

  #importModule(source: SourceFile, wanted: Wanted, node: ImportStatement): number | undefined {
    const range = wanted.ranges.get(node.path);
    const places = placesFor(dirname(wanted.path), this.#folder);
    const found = findModule(this.#known.looks, node.path, places, range);
    if (found.kind === "later") {
      this.later.push(found.load);
      return undefined;
    }
    if (found.kind !== "found") {
      this.#diagnostics.push(moduleDiagnostic(source, node, found));
      return undefined;
    }
    const { script: path = "", version, needs } = found;
    const module = { name: node.path, ...(version !== undefined && { version }) };
    return this.#importFile(source, node, { name: path, path, ranges: needs, module });
  }

  #importFile(source: SourceFile, node: ImportStatement, file: Omit<Wanted, "bytes">): number | undefined {
    const { path } = file;
    if (this.#underway.has(path)) {
      this.#diagnostics.push(diagnose("DS1902", source, node.pathSpan, { path: node.path }));
      return undefined;
    }
    const known = this.#indexes.get(path);
    if (known !== undefined) return known;
    const bytes = this.#known.bytes.get(path) ?? readScript(path);
    if (bytes instanceof Uint8Array) {
      this.#known.bytes.set(path, bytes);
      return this.add({ ...file, bytes });
    }
    // The parser has said that its name will not do: one error at one place.
    if (node.alias.name === "") return undefined;
    const why = problemOf(path, bytes.code).problem;
    this.#diagnostics.push(diagnose("DS1901", source, node.pathSpan, { path: node.path, why }));
    return undefined;
  }
}
