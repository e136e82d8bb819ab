/** The shape of the standard library's signatures: one table that the checker, the compiler, the runtime and the manual share. */

import type { OriginName } from "../origin.ts";
import { parseType, type Type } from "../types.ts";

export interface SignatureRow {
  /** What it does, one sentence, for the manual and for hover. */
  readonly says: string;
  /** May wait: compiled with `await`. */
  readonly waits?: true;
  /** Changes something permanent: writes SystemChangePoints. */
  readonly changes?: true;
  /** Can fail at run time with a diagnosed fault. */
  readonly fails?: true;
  /** Where its value comes from; without it the join of its receiver's and arguments' origins. */
  readonly origin?: OriginName;
  /** The value is a secret and is shown as "***". */
  readonly secret?: true;
  /** Calls its closures itself: compiled with `await` where one of them waits, and then gives a promise. */
  readonly calls?: true;
  /** Called on the type's name rather than on a value: `Json.parse(text)`. What has no values, as `System`, needs no mark. */
  readonly module?: true;
  /** What the receiver's elements must be able to do, where no closure does it for them. */
  readonly needs?: "order" | "print";
  /** Prints its receiver's parts: the compiler adds the receiver's static type, as text, as a last argument. */
  readonly typed?: true;
}

/**
 * Keys are written as scripts write them, with the receiver's type ahead: "String.split(String separator): String[]",
 * "T[].map(Func<R, T> change): R[]", "System.fopen(String filename, String mode = \"r\"): File", "println(String text): void",
 * "Result.status: int" (a property). A parameter of type `any` takes every printable value; the runtime gets its text, as `show` prints
 * it. The type parameter N stands for int or float only, every other one for any type. A parameter with `=` may be left out (the runtime
 * then gets undefined); `...` ahead of the last parameter's type takes any number, which the runtime gets as further arguments.
 */
export type SignatureTable = Readonly<Record<string, SignatureRow>>;

export interface SignatureParameter {
  readonly name: string;
  readonly type: Type | "any";
  readonly optional: boolean;
  readonly rest: boolean;
}

export interface Signature extends SignatureRow {
  /** "String.split", "[].map", "Map.get", "System.fopen", "println", "Result.status": the key of the runtime's function. */
  readonly key: string;
  /** The receiver's type for methods and properties of values; absent for `System.…` and plain functions. */
  readonly receiver?: Type;
  readonly name: string;
  readonly property: boolean;
  readonly parameters: readonly SignatureParameter[];
  readonly returns: Type;
}

/** Reads one row of the table. Throws on a malformed key: the table is ours, and a test reads all of it. */
export function parseSignature(text: string, row: SignatureRow): Signature {
  const match = /^(?:(.+)\.)?([A-Za-z][A-Za-z0-9]*)(?:\((.*)\))?: (.+)$/.exec(text);
  if (match === null) throw new Error(`no signature: ${text}`);
  const [, owner, name = "", parameters, returns = ""] = match;
  const property = parameters === undefined;
  const isModule =
    row.module === true || (owner !== undefined && moduleNames.includes(owner) && !modulesWithValues.has(owner));
  const receiver = owner === undefined || isModule ? undefined : parseType(owner);
  const key = owner === undefined ? name : `${ownerKey(owner)}.${name}`;
  const base = {
    ...row,
    key,
    name,
    property,
    parameters: splitParameters(parameters ?? ""),
    returns: parseType(returns),
  };
  return receiver === undefined ? base : { ...base, receiver };
}

/** The names that stand ahead of calls without a receiver value: `Math.abs(x)`, `Json.parse(text)`. */
export const moduleNames: readonly string[] = [
  "System",
  "Math",
  "int",
  "float",
  "Path",
  "Time",
  "Json",
  "Regex",
  "Duration",
  "Size",
  "Csv",
  "Yaml",
  "Http",
  "Url",
  "Hash",
  "Base64",
  "Hex",
  "Random",
  "Test",
];

/** Those that are types too, and have methods. */
const modulesWithValues: ReadonlySet<string> = new Set(["Json", "Regex", "Duration", "Size", "int", "float"]);

function ownerKey(owner: string): string {
  if (owner.endsWith("[]")) return "[]";
  return owner.startsWith("Map<") ? "Map" : owner;
}

function splitParameters(text: string): readonly SignatureParameter[] {
  if (text.trim() === "") return [];
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') at = text.indexOf('"', at + 1);
    else if (text[at] === "<") depth += 1;
    else if (text[at] === ">") depth -= 1;
    else if (text[at] === "," && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.map((part) => {
    const match = /^(\.\.\.)?(.+?) (\w+)( =.*)?$/.exec(part.trim());
    if (match === null) throw new Error(`no parameter: ${part}`);
    const [, rest, type = "", name = "", optional] = match;
    return {
      name,
      type: type === "any" ? "any" : parseType(type),
      optional: optional !== undefined,
      rest: rest !== undefined,
    };
  });
}
