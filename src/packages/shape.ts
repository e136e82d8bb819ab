/** What a package's default export must look like: it comes from JavaScript, where nothing has checked it. */

import { nearest } from "../diagnostics/index.ts";
import type { PackageSpec } from "./define.ts";

/** Says what is wrong with a value at a place; undefined where nothing is. */
type Check = (value: unknown, place: string) => string | undefined;

const text: Check = (value, place) => (typeof value === "string" ? undefined : `${place}: expected a text`);
const hook: Check = (value, place) => (typeof value === "function" ? undefined : `${place}: expected a function`);
const yes: Check = (value, place) => (value === true ? undefined : `${place}: expected true, or nothing`);
const yesOrNo: Check = (value, place) => (typeof value === "boolean" ? undefined : `${place}: expected true or false`);
const pattern: Check = (value, place) =>
  value instanceof RegExp ? undefined : `${place}: expected a regular expression`;

/** An object with these keys and no others; a key that ends in "?" may be left out. */
function object(keys: Readonly<Record<string, Check>>): Check {
  const known = new Map(Object.entries(keys).map(([key, check]) => [key.replace(/\?$/, ""), check]));
  return (value, place) => {
    if (typeof value !== "object" || value === null) return `${place}: expected an object`;
    for (const [key, each] of Object.entries(value)) {
      if (each === undefined) continue;
      const check = known.get(key);
      const at = place === "" ? key : `${place}.${key}`;
      if (check === undefined) return unknownKey(at, nearest(key, known.keys()));
      const wrong = check(each, at);
      if (wrong !== undefined) return wrong;
    }
    const missing = Object.keys(keys).find((key) => !key.endsWith("?") && !(key in value));
    return missing === undefined ? undefined : `${place === "" ? "it" : place}: \`${missing}\` is missing`;
  };
}

function unknownKey(place: string, close: string | undefined): string {
  return close === undefined
    ? `${place}: there is no such key`
    : `${place}: there is no such key, is \`${close}\` meant?`;
}

function list(check: Check): Check {
  return (value, place) => {
    if (!Array.isArray(value)) return `${place}: expected a list`;
    return value.map((each: unknown, index) => check(each, `${place}[${index}]`)).find((wrong) => wrong !== undefined);
  };
}

function record(check: Check, names: RegExp, expected: string): Check {
  return (value, place) => {
    if (typeof value !== "object" || value === null) return `${place}: expected an object`;
    for (const [key, each] of Object.entries(value)) {
      const wrong = names.test(key) ? check(each, `${place}.${key}`) : `${place}.${key}: expected ${expected}`;
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };
}

function oneOf(...names: readonly string[]): Check {
  return (value, place) =>
    names.some((name) => name === value) ? undefined : `${place}: expected one of: ${names.join(", ")}`;
}

const answers: Check = (value, place) => {
  if (value === "any" || value === "none") return undefined;
  const isStatus = (each: unknown): boolean => Number.isInteger(each) && Number(each) >= 0 && Number(each) <= 255;
  return Array.isArray(value) && value.length === 2 && value.every(isStatus)
    ? undefined
    : `${place}: expected "any", "none", or two statuses from 0 to 255`;
};

const construct = { form: text, says: text, lower: hook, "check?": hook, "print?": hook, "hover?": hook };

const shape = object({
  says: text,
  "statements?": list(object({ kind: oneOf("statement"), ...construct, "parse?": hook })),
  "expressions?": list(object({ kind: oneOf("expression"), ...construct, "parse?": hook })),
  "operators?": list(object({ kind: oneOf("operator"), precedence: text, ...construct })),
  "literals?": list(
    object({ kind: oneOf("literal"), pattern, says: text, lower: hook, "check?": hook, "hover?": hook }),
  ),
  "types?": record(object({ says: text }), /^[A-Z][A-Za-z0-9]*$/, "a name that begins with a capital"),
  "functions?": record(
    object({ says: text, run: hook, "waits?": yes, "changes?": yes, "fails?": yes }),
    /./,
    "a signature",
  ),
  "commands?": record(
    object({
      "effect?": oneOf("reads", "changes"),
      "answers?": answers,
      "plain?": yesOrNo,
      "valueOptions?": list(text),
    }),
    /^[^/]+$/,
    "a program's name without its folder",
  ),
});

/** The specification, or the first thing that is wrong with it. */
export function checkShape(value: unknown): PackageSpec | string {
  if (typeof value !== "object" || value === null) return "it has no default export that `definePackage` made";
  // What has this shape is a PackageSpec; functions are taken as they are.
  return shape(value, "") ?? (value as PackageSpec);
}
