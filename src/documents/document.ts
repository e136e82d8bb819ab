/** A YAML file's bytes to the values of a schema, or to all of its mistakes with their places. */

import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import type { z } from "zod";
import { type Mistake, nearest, wholeFile } from "../diagnostics/index.ts";
import { decodeUtf8, firstInvalidUtf8 } from "../text/index.ts";
import { yamlHint } from "./hints.ts";
import { deepestConfig, findTooDeep } from "./nesting.ts";

export type Checked<T> =
  | { readonly ok: true; readonly content: T; readonly placeOf: PlaceOf }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** Where the value at a path stands; both count from 1. */
export type PlaceOf = (path: readonly PropertyKey[]) => { readonly line: number; readonly column: number };

/** What a file of some kind is. */
export interface DocumentKind<T> {
  /** Each message is "what is expected", a newline, "an example". */
  readonly schema: z.ZodType<T>;
  /** The names that a mapping at this path may hold, for the nearest name. */
  readonly keysAt: (path: readonly PropertyKey[]) => readonly string[];
  /** Why there is but one document in a file. */
  readonly single: string;
  /** How deep such a file nests. */
  readonly shallow: string;
}

/** What an alias may unfold to, all in all. */
const aliasLimit = 100;
const mistakeLimit = 100;

/** Checks a file's content; `file` is its absolute path. Never throws. */
export function checkDocument<T>(file: string, bytes: Uint8Array, kind: DocumentKind<T>): Checked<T> {
  const invalid = firstInvalidUtf8(bytes);
  if (invalid !== -1) return wrong([notUtf8(file, bytes, invalid)]);
  const lines = new LineCounter();
  try {
    const text = decodeUtf8(bytes);
    const deep = findTooDeep(text);
    if (deep !== undefined) {
      const { length } = text.slice(0, deep).split("\n");
      const column = deep - text.lastIndexOf("\n", deep - 1);
      const message = `it nests more than ${deepestConfig} levels deep`;
      return wrong([{ file, line: length, column, key: "", message, fix: kind.shallow }]);
    }
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    return checkParsed(file, document, lines, kind);
  } catch (error) {
    return wrong([wholeFile(file, `cannot be understood: ${error instanceof Error ? error.message : String(error)}`)]);
  }
}

function checkParsed<T>(
  file: string,
  document: Document,
  lines: LineCounter,
  { schema, keysAt, single }: DocumentKind<T>,
): Checked<T> {
  const at = (offset: number, key: string, message: string, fix?: string): Mistake => {
    const { line, col } = lines.linePos(offset);
    const base = { file, line: Math.max(1, line), column: Math.max(1, col), key, message };
    return fix === undefined ? base : { ...base, fix };
  };
  const mistakes = oneALine(
    [...document.errors, ...document.warnings].map(({ code, pos, message }) =>
      code === "MULTIPLE_DOCS"
        ? at(pos[0], "", "a second document begins here", single)
        : at(pos[0], "", `this is not YAML: ${message}`, yamlHint(code)),
    ),
  );
  // After a syntax error the rest is guesswork; a key that stands twice leaves the rest as it is.
  if (document.errors.some((problem) => problem.code !== "DUPLICATE_KEY")) return wrong(mistakes);
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: aliasLimit }) ?? {};
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const lost = unresolvedAlias(document);
    if (lost !== undefined)
      return wrong([
        ...mistakes,
        at(lost.range?.[0] ?? 0, "", `there is no anchor \`&${lost.source}\` ahead of this alias`),
      ]);
    return wrong([
      ...mistakes,
      at(0, "", `its aliases unfold to more than ${aliasLimit} values`, "write the values out"),
    ]);
  }
  const parsed = schema.safeParse(content, { reportInput: true });
  if (parsed.success && mistakes.length === 0) {
    const placeOf: PlaceOf = (path) => {
      const { line, column } = at(valueOffset(document, path), "", "");
      return { line, column };
    };
    return { ok: true, content: parsed.data, placeOf };
  }
  for (const issue of parsed.error?.issues ?? []) mistakes.push(...mistakesOf(issue, document, at, keysAt));
  const sorted = mistakes.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const more = sorted.length - mistakeLimit;
  return wrong(more > 0 ? [...sorted.slice(0, mistakeLimit), wholeFile(file, `has ${more} more mistakes`)] : sorted);
}

/** A mistake makes the parser stumble again over the rest of its line. */
function oneALine(mistakes: readonly Mistake[]): Mistake[] {
  return mistakes.filter((each, index) => mistakes.findIndex(({ line }) => line === each.line) === index);
}

type At = (offset: number, key: string, message: string, fix?: string) => Mistake;

interface Issue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly input?: unknown;
  readonly keys?: readonly string[];
  readonly issues?: readonly { readonly message: string }[];
}

function mistakesOf(issue: Issue, document: Document, at: At, keysAt: DocumentKind<unknown>["keysAt"]): Mistake[] {
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(issue.path);
    return (issue.keys ?? []).map((name) => {
      const near = nearest(name, known);
      const fix = near === undefined ? `known here: ${known.join(", ")}` : `did you mean \`${near}\`?`;
      return at(keyOffset(document, issue.path, name), keyText([...issue.path, name]), "there is no such key", fix);
    });
  }
  // The key of a mapping is wrong: zod tells of it within.
  const inner = issue.code === "invalid_key" ? issue.issues?.[0]?.message : undefined;
  const [expected, example] = (inner ?? issue.message).split("\n");
  const offset =
    inner === undefined
      ? valueOffset(document, issue.path)
      : keyOffset(document, issue.path.slice(0, -1), String(issue.path.at(-1)));
  const found = inner === undefined ? showValue(issue.input) : JSON.stringify(issue.path.at(-1));
  return [
    at(
      offset,
      keyText(issue.path),
      `expected ${expected}, found ${found}`,
      example === undefined ? undefined : `for example: ${example}`,
    ),
  ];
}

function unresolvedAlias(document: Document): Alias | undefined {
  let found: Alias | undefined;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined;
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}

/** The nodes along a path, aliases followed; ends where the file has no more. */
function nodesAlong(document: Document, path: readonly PropertyKey[]): readonly Node[] {
  const nodes: Node[] = [];
  let node: unknown = document.contents;
  for (const step of [...path, undefined]) {
    if (isAlias(node)) node = node.resolve(document);
    if (!isNode(node)) break;
    nodes.push(node);
    if (step === undefined) break;
    if (isMap(node)) node = node.items.find((pair) => keyName(pair.key) === String(step))?.value;
    else node = "get" in node && typeof step === "number" ? node.get(step, true) : undefined;
  }
  return nodes;
}

function keyName(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function valueOffset(document: Document, path: readonly PropertyKey[]): number {
  const nodes = nodesAlong(document, path);
  // `log:` with nothing behind it has an empty value: its key is what a reader looks for.
  const last = path.at(-1);
  const node = nodes.at(-1);
  const empty = node !== undefined && isScalar(node) && node.value === null && node.source === "";
  if (last !== undefined && (empty || nodes.length <= path.length))
    return keyOffset(document, path.slice(0, -1), String(last));
  return node?.range?.[0] ?? 0;
}

function keyOffset(document: Document, path: readonly PropertyKey[], name: string): number {
  const nodes = nodesAlong(document, path);
  const map = nodes.at(-1);
  const key = isMap(map) ? map.items.find((pair) => keyName(pair.key) === name)?.key : undefined;
  return (isNode(key) ? key.range?.[0] : undefined) ?? map?.range?.[0] ?? 0;
}

function keyText(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) => (typeof step === "number" ? `[${step}]` : `${index === 0 ? "" : "."}${String(step)}`))
    .join("");
}

function showValue(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function notUtf8(file: string, bytes: Uint8Array, offset: number): Mistake {
  const before = bytes.subarray(0, offset);
  const line = before.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 1);
  const column = decodeUtf8(before.subarray(before.lastIndexOf(10) + 1)).length + 1;
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase();
  return { file, line, column, key: "", message: `the byte 0x${byte} is not UTF-8`, fix: "save the file as UTF-8" };
}

function wrong(mistakes: readonly Mistake[]): Checked<never> {
  return { ok: false, mistakes };
}
