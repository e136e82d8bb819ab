/** Texts as they are shown: `[System]` and `{System}` are what the tag or parameter `System` says where the text stands. */

import type { DCase } from "../model/case.ts";
import { indexOf } from "../model/index-of.ts";
import type { Json } from "../model/json.ts";
import { filledText } from "../pattern/placeholders.ts";
import { Scope } from "../pattern/scope.ts";
import { elementInScope } from "./element.ts";
import { isEmpty } from "./own-values.ts";
import { scopeOf, type ValueInScope } from "./value-in-scope.ts";
import { shownValue } from "./written.ts";

/** A name of a name of a name. */
const mostSteps = 16;

/**
 * `text` with each `[Name]` and `{Name}` replaced that has a value in the scope of the node `uid` (the module's own where no node has
 * that uid); the others stay as they stand. A value that is itself a name in scope is followed; `[G:Top]` is the label of the node
 * that is called so; `{Name.field}` is a part of a map; a whole list or map is written out, `a, b` and `cpu: 4, disk: 20`. `language`: of the text; the module's where it is left out.
 */
export function interpolated(
  whole: DCase,
  uid: string,
  text: string,
  language = whole.module.language ?? "en",
): string {
  if (!text.includes("[") && !text.includes("{")) return text;
  const scope = scopeOf(whole, uid);
  if (scope.size === 0 && !/\[[A-Z]:|\./.test(text)) return text;
  const values = new Map([...scope].flatMap(([name, { value }]) => (isEmpty(value) ? [] : [[name, value] as const])));
  const braces = new Scope(values, language);
  return text
    .split(/(\[[^[\]\n]*\])/)
    .map((part, at) =>
      at % 2 === 1
        ? (shown(whole, scope, part.slice(1, -1).trim(), language) ?? part)
        : filledText(part, braces, language, shownValue),
    )
    .join("");
}

/** The parts of a list: of `A, B` (also with a Japanese comma), or the elements of an array. */
export function listOf(value: Json): readonly Json[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== "string") return isEmpty(value) ? [] : [value];
  return value
    .split(/[,、，]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

type Values = ReadonlyMap<string, ValueInScope>;

function shown(whole: DCase, scope: Values, name: string, language: string): string | undefined {
  if (name === "") return undefined;
  let value = lookup(whole, scope, name);
  const seen = new Set([name]);
  while (typeof value === "string" && !seen.has(value) && seen.size < mostSteps) {
    seen.add(value);
    const next = lookup(whole, scope, value);
    if (next === undefined) break;
    value = next;
  }
  return value === undefined ? labelNamed(whole, name) : shownValue(value, language);
}

function lookup(whole: DCase, scope: Values, name: string): Json | undefined {
  const found = scope.get(name) ?? elementInScope(whole, scope, name);
  return found === undefined || isEmpty(found.value) ? undefined : found.value;
}

function labelNamed(whole: DCase, name: string): string | undefined {
  const [, label] = /^[A-Z]:\s*(\S+)$/.exec(name) ?? [];
  return label === undefined ? undefined : indexOf(whole).byLabel.get(label)?.label;
}
