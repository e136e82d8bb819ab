/** A case's file in the one form: keys in their order, two blanks a level, one empty line between nodes; comments stay with what they stand at. */

import { pairText } from "./emit.ts";
import { elementKeys, moduleKeys, moduleOwnKeys, nodeKeys } from "./keys.ts";
import { parseYaml } from "./parse.ts";
import { jsonOf, type YamlMap, type YamlPair, type YamlValue } from "./tree.ts";

/** What cannot be read as YAML, or is no map in lines, stays as it is. */
export function formatYaml(text: string): string {
  const parsed = parseYaml(text);
  if (!parsed.ok || parsed.root?.kind !== "map" || parsed.root.flow) return text;
  const { pieces, tail } = piecesOf(text, parsed.root, text.length);
  const made = pieces.map(({ ahead, pair, until }) => {
    const keys = pair.key.text === "module" ? moduleKeys : elementKeys;
    const own = pair.key.text === "module" ? moduleOwnKeys : nodeKeys;
    return `${comments(ahead, 0)}${pairIn(text, pair, until, 0, [keys, own])}`;
  });
  const end = comments(tail, 0);
  return [...made, ...(end === "" ? [] : [end])].join("\n");
}

interface Piece {
  /** The lines ahead of the key that are its own. */
  readonly ahead: string;
  readonly pair: YamlPair;
  /** Where the lines of the pair end. */
  readonly until: number;
}

/** The pairs of a block map, each with the comments ahead of it; what stands behind the last one's value is the tail. */
function piecesOf(
  text: string,
  map: YamlMap,
  end: number,
): { readonly pieces: readonly Piece[]; readonly tail: string } {
  const pieces: Piece[] = [];
  const first = map.pairs[0]?.key.start ?? map.start;
  let from = map.start === first && first !== 0 && map.pairs.length > 0 ? lineOf(text, first) : 0;
  if (pieces.length === 0 && end === text.length && map.start === first && columnOf(text, first) === 0) from = 0;
  for (const [at, pair] of map.pairs.entries()) {
    const next = map.pairs[at + 1];
    const stop = next === undefined ? end : lineOf(text, next.key.start);
    const until = Math.min(stop, valueEnd(text, pair));
    pieces.push({ ahead: text.slice(from, lineOf(text, pair.key.start)), pair, until });
    from = until;
  }
  return { pieces, tail: text.slice(from, end) };
}

/** Behind the line on which a value ends. */
function valueEnd(text: string, { key, value }: YamlPair): number {
  const end = Math.max(key.end, value.end);
  if (text[end - 1] === "\n") return end;
  const line = text.indexOf("\n", end);
  return line === -1 ? text.length : line + 1;
}

/** A pair at an indentation, with a line end; `orders` are the orders of its keys, and of those beneath `dcase`. */
function pairIn(
  text: string,
  pair: YamlPair,
  until: number,
  indent: number,
  orders: readonly (readonly string[])[],
): string {
  const { key, value } = pair;
  const blanks = " ".repeat(indent);
  const name = text.slice(key.start, key.end);
  const isBlock = value.kind === "map" && !value.flow && value.pairs.length > 0 && value.start > key.end;
  if (isBlock) {
    const [order = [], ...deeper] = orders;
    const { pieces, tail } = piecesOf(text, value, until);
    const head = text
      .slice(key.end, text.indexOf("\n", key.end))
      .replace(/^\s*:\s*/, "")
      .trimEnd();
    const between = text.slice(text.indexOf("\n", key.end) + 1, lineOf(text, value.pairs[0]?.key.start ?? until));
    const sorted = pieces.toSorted((a, b) => rank(a.pair, order) - rank(b.pair, order));
    const inner = sorted.map((piece) => {
      const below = piece.pair.key.text === "dcase" ? deeper : [];
      return `${comments(piece.ahead, indent + 2)}${pairIn(text, piece.pair, piece.until, indent + 2, below)}`;
    });
    return `${blanks}${name}:${head === "" ? "" : ` ${head}`}\n${comments(between, indent + 2)}${inner.join("")}${comments(tail, indent + 2)}`;
  }
  if (value.kind === "scalar" && !isBlockScalar(text, value) && !text.slice(value.start, value.end).includes("\n")) {
    const written = text
      .slice(key.end, valueEnd(text, pair))
      .replace(/^\s*:\s*/, "")
      .trimEnd();
    return `${blanks}${name}:${written === "" ? "" : ` ${written}`}\n`;
  }
  if (hasComment(text, pair, until))
    return shifted(text.slice(lineOf(text, key.start), until), columnOf(text, key.start), indent);
  if (value.kind !== "scalar" && hasOddNumber(value))
    return shifted(text.slice(lineOf(text, key.start), until), columnOf(text, key.start), indent);
  const behind = /[ \t](#[^\n]*)\n?$/.exec(text.slice(value.end, until))?.[1];
  const made = pairText(key.text, jsonOf(value), indent);
  return behind === undefined ? made : made.replace(/\n/, ` ${behind}\n`);
}

/** Unknown keys, which are layers, stand in their own order ahead of `dcase`. */
function rank({ key }: YamlPair, order: readonly string[]): number {
  const at = order.indexOf(key.text);
  if (order.length === 0) return 0;
  if (at !== -1) return key.text === "dcase" ? order.length + 1 : at;
  return order.length;
}

/** Lines of comments at an indentation; of empty lines among them one stays, none at the ends. */
function comments(lines: string, indent: number): string {
  const found = lines
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .trim()
    .replaceAll(/\n{3,}/g, "\n\n");
  if (found === "") return "";
  const blanks = " ".repeat(indent);
  return `${found.replaceAll(/^(?=.)/gm, blanks)}\n`;
}

function isBlockScalar(text: string, { start }: YamlValue): boolean {
  return /[|>][-+0-9]*[ \t]*(?:#[^\n]*)?\n$/.test(text.slice(Math.max(0, text.lastIndexOf("\n", start - 2)), start));
}

/** Whether a comment stands within a value of several lines: it would be lost. */
function hasComment(text: string, { value }: YamlPair, until: number): boolean {
  if (value.kind === "scalar") return false;
  const holes: [number, number][] = [];
  const waiting: YamlValue[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === "scalar") holes.push([next.start, next.end]);
    else if (next.kind === "list") waiting.push(...next.items);
    else for (const pair of next.pairs) waiting.push(pair.key, pair.value);
  }
  let from = value.start;
  for (const [start, end] of holes.sort(([a], [b]) => a - b)) {
    if (text.slice(from, start).includes("#")) return true;
    from = Math.max(from, end);
  }
  const lines = text.slice(from, until).split("\n");
  return value.flow
    ? text.slice(from, value.end).includes("#")
    : lines.slice(0, -1).some((line, at) => at > 0 && line.includes("#")) || (lines[0] ?? "").includes("#");
}

/** `1.10` would become 1.1. */
function hasOddNumber(value: YamlValue): boolean {
  const waiting: YamlValue[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === "scalar") {
      const found = jsonOf(next);
      if (next.plain && typeof found === "number" && String(found) !== next.text) return true;
    } else if (next.kind === "list") waiting.push(...next.items);
    else for (const pair of next.pairs) waiting.push(pair.value);
  }
  return false;
}

/** Whole lines moved from one column to another. */
function shifted(lines: string, from: number, to: number): string {
  if (from === to) return lines;
  const strip = new RegExp(`^ {0,${from}}`, "gm");
  return lines.replaceAll(strip, " ".repeat(to)).replaceAll(/^[ \t]+$/gm, "");
}

function lineOf(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function columnOf(text: string, offset: number): number {
  return offset - lineOf(text, offset);
}
