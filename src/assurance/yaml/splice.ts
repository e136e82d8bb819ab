/** Single keys of a map in a text, written anew; the others stay byte for byte. */

import type { Json } from "../model/json.ts";
import { pairText } from "./emit.ts";
import type { PlainMap } from "./plain.ts";
import type { YamlMap, YamlPair, YamlValue } from "./tree.ts";

/** The text of a block map, from its first key up to `end`, with the changed keys written anew. */
export function replacePairs(text: string, map: YamlMap, end: number, was: PlainMap, is: PlainMap): string {
  const indent = columnOf(text, map.pairs[0]?.key.start ?? map.start);
  const parts: string[] = [];
  const known = new Set<string>();
  for (const [at, pair] of map.pairs.entries()) {
    const name = pair.key.text;
    known.add(name);
    const next = map.pairs[at + 1]?.key.start ?? end;
    const until = lineStart(text, next, end);
    const body = text.slice(pair.key.start, until);
    const [before, after] = [was[name], is[name]];
    if (JSON.stringify(before) === JSON.stringify(after)) parts.push(body);
    else
      parts.push(
        after === undefined ? trailing(text, pair, until) : replaced(text, pair, until, before, after, indent),
      );
  }
  for (const [name, value] of Object.entries(is))
    if (!known.has(name)) insert(parts, pairText(name, value, indent).trimStart());
  const blanks = " ".repeat(indent);
  // Each part begins at its key; the indentation ahead of it is the previous part's to write.
  return parts
    .filter((part) => part !== "")
    .map((part, at) => (at === 0 || part.startsWith("\n") ? part : `${blanks}${part}`))
    .join("");
}

/** New keys stand ahead of what ends the map: blank lines, and comments that belong to what follows. */
function insert(parts: string[], pair: string): void {
  while (parts.at(-1) === "") parts.pop();
  const last = parts.pop();
  if (last === undefined) {
    parts.push(pair);
    return;
  }
  const [, body = last, tail = ""] =
    /^(.*?\n)((?:[ \t]*\n|#[^\n]*\n)*)$/s.exec(last.endsWith("\n") ? last : `${last}\n`) ?? [];
  parts.push(body, `${pair}${tail}`);
}

function replaced(
  text: string,
  pair: YamlPair,
  until: number,
  was: Json | undefined,
  is: Json,
  indent: number,
): string {
  const { key, value } = pair;
  if (isMap(was) && isMap(is) && value.kind === "map" && !value.flow && value.pairs.length > 0) {
    const first = value.pairs[0]?.key.start ?? value.start;
    return `${text.slice(key.start, first)}${replacePairs(text, value, until, was, is)}`;
  }
  const made = pairText(key.text, is, indent).trimStart();
  const comment = commentBehind(text, value);
  const line = comment === "" ? made : made.replace(/\n/, ` ${comment}\n`);
  return `${line}${trailing(text, pair, until)}`;
}

/** A comment on the line of a value of one line. */
function commentBehind(text: string, value: YamlValue): string {
  const end = text.indexOf("\n", value.end);
  const rest = text.slice(value.end, end === -1 ? text.length : end);
  const [, comment = ""] = /^\s+(#.*)$/.exec(rest.trimEnd()) ?? [];
  return comment;
}

/** The blank lines and comments behind a value, which stay whatever becomes of it. */
function trailing(text: string, pair: YamlPair, until: number): string {
  const end = Math.max(pair.value.end, pair.key.end);
  const block = text[end - 1] === "\n";
  const after = block ? end : text.indexOf("\n", end) + 1;
  return after === 0 || after >= until ? "" : text.slice(after, until);
}

function isMap(value: Json | undefined): value is PlainMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

/** Where the line of the next key begins; the end of the map is where the caller says. */
function lineStart(text: string, next: number, end: number): number {
  return next === end ? end : text.lastIndexOf("\n", next - 1) + 1;
}
