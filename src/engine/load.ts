/** Reading a script and the files that it imports: each once, as bytes that are hashed and decoded. */

import { dirname, resolve } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/index.ts";
import type { Package } from "../packages/index.ts";
import {
  coreGrammar,
  extendGrammar,
  type ImportedWords,
  type ImportStatement,
  type Imports,
  parse,
} from "../syntax/index.ts";
import { createSource, placeOf, type SourceFile } from "../text/index.ts";
import type { LoadedFile, LoadedScript } from "./loaded.ts";
import { bounded } from "./modules/bounded.ts";
import { findModule } from "./modules/find.ts";
import { Looks } from "./modules/looks.ts";
import { type PackageCode, Packages } from "./modules/packages.ts";
import { placesFor } from "./modules/places.ts";
import { moduleDiagnostic } from "./modules/problem.ts";
import { readScript } from "./read-file.ts";
import { decodeScript, problemOf } from "./source-bytes.ts";
import type { LoadProblem } from "./unprepared.ts";
import { absolutePath } from "./working-directory.ts";

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
  const found = new Map<string, ImportedWords>();
  for (const [node, index] of main?.imports ?? []) found.set(`${node.from} ${node.path}`, wordsOf(others[index - 1]));
  return (node) => found.get(`${node.from} ${node.path}`) ?? wordsOf(undefined);
}

/** The syntax and the types that a file has for its importers. */
function wordsOf(file: LoadedFile | undefined): ImportedWords {
  const types = [...(file?.package?.types.keys() ?? [])];
  return { syntaxes: [...(file?.script.syntaxes ?? []), ...(file?.package?.syntaxes ?? [])], types };
}

async function load(script: Wanted): Promise<LoadedScript> {
  const { path, bytes } = script;
  const known: Known = { looks: new Looks(), bytes: new Map([[path, bytes]]), packages: new Packages() };
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
  readonly packages: Packages;
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
  readonly code?: PackageCode;
  /** The import that a module's mistakes are told at. */
  readonly importedAt?: { readonly source: SourceFile; readonly node: ImportStatement };
}

/** An import within its file. */
function keyOf({ from, path, start }: ImportStatement): string {
  return `${from} ${path} ${start}`;
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
    const { name, path, bytes, module, code } = wanted;
    const index = this.#files.length;
    this.#files.push(undefined);
    this.#indexes.set(path, index);
    this.#underway.add(path);
    const { source, wrong } = decodeScript(name, bytes);
    if (wrong !== undefined) this.#diagnostics.push(wrong);
    const targets = new Map<string, number | undefined>();
    // A module that is JavaScript alone has no script.
    const text = wrong === undefined && path !== code?.path ? source : createSource(name, "");
    let names: ReadonlyMap<string, unknown> = new Map();
    const made = code && this.#packageOf(wanted, code, name, (each) => names.has(each));
    const grammar = made && extendGrammar(coreGrammar, [], [...made.types.keys()]);
    const importedBy = (node: ImportStatement): ImportedWords => {
      // A text may be read several times; its imports are loaded once.
      const key = keyOf(node);
      if (!targets.has(key)) targets.set(key, this.#import(source, wanted, node));
      const target = targets.get(key);
      return wordsOf(target === undefined ? undefined : this.#files[target]);
    };
    const parsed = parse(text, grammar, importedBy, bounded);
    names = parsed.script.declared;
    this.#diagnostics.push(...parsed.diagnostics);
    if (parsed.unreadFrom !== undefined) this.#unread.push({ name, line: placeOf(source, parsed.unreadFrom).line });
    const imports = new Map<ImportStatement, number>();
    for (const node of parsed.script.statements) {
      if (node.kind !== "import") continue;
      const target = targets.get(keyOf(node));
      if (target !== undefined) imports.set(node, target);
    }
    const { script } = parsed;
    const extra = { ...(module && { module }), ...(code && { code }), ...(made && { package: made }) };
    this.#files[index] = { path, bytes, source: text, script, imports, ...extra };
    this.#underway.delete(path);
    return index;
  }

  /** What a module's JavaScript adds; undefined where it is still to be run, or cannot be, which is said. */
  #packageOf(
    { importedAt, module }: Wanted,
    code: PackageCode,
    home: string,
    isAtHome: (name: string) => boolean,
  ): Package | undefined {
    const made = this.#known.packages.of(code, module?.name ?? "", home, isAtHome);
    if (typeof made === "object" && "kind" in made) {
      this.later.push(made.load);
      return undefined;
    }
    if (typeof made === "object") return made;
    if (importedAt !== undefined && module !== undefined)
      this.#diagnostics.push(
        moduleDiagnostic(importedAt.source, importedAt.node, { kind: "malformed", why: `${code.path}: ${made}` }),
      );
    return undefined;
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
    const { script, code: codePath, version, needs } = found;
    const path = script ?? codePath ?? "";
    const bytes = codePath === undefined ? undefined : this.#bytesOf(codePath);
    const code = codePath !== undefined && bytes instanceof Uint8Array ? { path: codePath, bytes } : undefined;
    const module = { name: node.path, ...(version !== undefined && { version }) };
    const importedAt = { source, node };
    return this.#importFile(source, node, {
      name: path,
      path,
      ranges: needs,
      module,
      importedAt,
      ...(code && { code }),
    });
  }

  #importFile(source: SourceFile, node: ImportStatement, file: Omit<Wanted, "bytes">): number | undefined {
    const { path } = file;
    if (this.#underway.has(path)) {
      this.#diagnostics.push(diagnose("DS1902", source, node.pathSpan, { path: node.path }));
      return undefined;
    }
    const known = this.#indexes.get(path);
    if (known !== undefined) return known;
    const bytes = this.#bytesOf(path);
    if (bytes instanceof Uint8Array) return this.add({ ...file, bytes });
    // The parser has said that its name will not do: one error at one place.
    if (node.alias.name === "") return undefined;
    const why = problemOf(path, bytes.code).problem;
    this.#diagnostics.push(diagnose("DS1901", source, node.pathSpan, { path: node.path, why }));
    return undefined;
  }

  #bytesOf(path: string): ReturnType<typeof readScript> {
    const bytes = this.#known.bytes.get(path) ?? readScript(path);
    if (bytes instanceof Uint8Array) this.#known.bytes.set(path, bytes);
    return bytes;
  }
}
