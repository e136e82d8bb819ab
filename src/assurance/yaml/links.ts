/** What a node says of single edges, by the label at their other end: `links: { G2: { each: SERVER } }`. */

import type { Repetition } from "../model/pattern.ts";
import type { Decoder } from "./decoder.ts";
import { defined } from "./specs.ts";
import type { YamlValue } from "./tree.ts";

export interface LinkFacts {
  readonly optional?: boolean;
  readonly repeats?: Repetition;
  readonly note?: string;
}

export function linksOf(value: YamlValue, decode: Decoder): ReadonlyMap<string, LinkFacts> {
  const map = decode.map(value, "facts of edges, by the label at their other end");
  return new Map((map?.pairs ?? []).map(({ key, value: inner }) => [key.text, factsOf(inner, decode)]));
}

function factsOf(value: YamlValue, decode: Decoder): LinkFacts {
  const map = decode.map(value, "facts of an edge, such as `{ optional: true }`");
  if (map === undefined) return {};
  let optional: boolean | undefined;
  let count: { readonly least: number; readonly most?: number } | undefined;
  let each: string | undefined;
  let as: string | undefined;
  let note: string | undefined;
  decode.keys(map, {
    optional: (inner) => (optional = decode.yes(inner) === true ? true : undefined),
    repeats: (inner) => (count = countOf(inner, decode)),
    each: (inner) => (each = decode.text(inner)),
    as: (inner) => (as = decode.text(inner)),
    note: (inner) => (note = decode.text(inner)),
  });
  const repeated = count !== undefined || each !== undefined;
  const repeats = repeated ? { least: 1, ...count, ...defined({ each, as }) } : undefined;
  return defined({ optional, repeats, note });
}

/** `1..*`, `0..3`, `2`. */
function countOf(value: YamlValue, decode: Decoder): { readonly least: number; readonly most?: number } | undefined {
  const text = decode.text(value);
  const [, least, , most] = /^(\d{1,9})(\.\.(\d{1,9}|\*))?$/.exec(text ?? "") ?? [];
  if (least === undefined) return decode.expected("how often, such as `1..*`", value);
  if (most === undefined) return { least: Number(least), most: Number(least) };
  return most === "*" ? { least: Number(least) } : { least: Number(least), most: Number(most) };
}

/** The text that `repeats:` has for a repetition. */
export function countText({ least, most }: Repetition): string {
  if (most === undefined) return `${least}..*`;
  return most === least ? String(least) : `${least}..${most}`;
}
