/** What the nodes of an instance are called: uids that stay the same when it is made again, and labels that are free. */

import type { Json } from "../model/json.ts";
import type { Copy } from "./unfold.ts";
import { sortedJson } from "./values.ts";

/** `switch-over:G3[web1]`: what the instance is called, the pattern's uid, and the values that it is repeated over. */
export function uidsOf(copies: readonly Copy[], as: string): ReadonlyMap<Copy, string> {
  const taken = new Set<string>();
  return new Map(
    copies.map((copy) => {
      const turns = copy.turns.map(({ value }) => `[${shortText(value)}]`).join("");
      let uid = `${as}:${copy.node.uid}${turns}`;
      while (taken.has(uid)) uid += "'";
      taken.add(uid);
      return [copy, uid];
    }),
  );
}

/** A value, where it is short and plain; else its beginning and a mark of the whole. Of a map its `id` or `name` is enough. */
function shortText(value: Json): string {
  const text = nameOf(value) ?? sortedJson(value);
  if (/^[\p{L}\p{N}_./:@-]{1,40}$/u.test(text)) return text;
  const start = text
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 24);
  return `${start}~${markOf(text)}`;
}

/** What tells an item of a list from the others, also after its other fields have changed. */
function nameOf(value: Json): string | undefined {
  if (typeof value === "string") return value;
  if (value === null || typeof value !== "object" || Array.isArray(value)) return undefined;
  const { id, name } = value as { readonly [name: string]: Json };
  return typeof id === "string" ? id : typeof name === "string" ? name : undefined;
}

/** FNV-1a (draft-eastlake-fnv): a short mark by which a few texts are told apart. */
export function markOf(text: string): string {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193);
  return (mark >>> 0).toString(16).padStart(8, "0");
}

/** Gives each label once, and then the next free one of its kind: `G3`, then `G7`. */
export class FreeLabels {
  readonly #taken: Set<string>;
  readonly #given = new Set<string>();
  readonly #numbers = new Map<string, number>();

  /** `reserved` are given to whoever asks for them first; `taken` to nobody. */
  constructor(reserved: Iterable<string>, taken: Iterable<string> = []) {
    for (const label of taken) this.#given.add(label);
    this.#taken = new Set([...reserved, ...this.#given]);
  }

  next(label: string): string {
    if (!this.#given.has(label)) {
      this.#given.add(label);
      this.#taken.add(label);
      return label;
    }
    const stem = label.replace(/[0-9]+$/, "");
    let number = this.#numbers.get(stem) ?? 1;
    while (this.#taken.has(`${stem}${number}`)) number += 1;
    this.#numbers.set(stem, number + 1);
    const free = `${stem}${number}`;
    this.#taken.add(free);
    this.#given.add(free);
    return free;
  }
}
