/** Names of D-Script for the goals of a case. */

import type { CaseNode } from "../model/case.ts";
import { nameInUid } from "./phases.ts";

/** Words that a name can do without at its beginning. */
const articles = new Set(["the", "a", "an", "it", "is", "that"]);
const mostWords = 6;
const longest = 40;

/** Gives each node a name once; those that are taken get the node's label behind them. */
export class ScriptNames {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  nameOf(node: CaseNode): string {
    const label =
      node.label
        .replaceAll(/[^A-Za-z0-9]+/g, "_")
        .replaceAll(/^_+|_+$/g, "")
        .toLowerCase() || "x";
    const own = nameInUid(node);
    const base = own ?? wordsOf(node);
    // A single word may be one of the language's own.
    const first = own !== undefined ? base : base.includes("_") ? base : `${base === "" ? "goal" : base}_${label}`;
    let name = first;
    for (let number = 1; this.#taken.has(name); number += 1)
      name = number === 1 ? `${first}_${label}` : `${first}_${label}_${number}`;
    this.#taken.add(name);
    return name;
  }
}

function wordsOf({ text, translations }: CaseNode): string {
  const english = translations?.["en"] ?? text;
  // The own words of a goal stand ahead of what D-Script adds to them.
  const words = (english.split(":")[0] ?? "").toLowerCase().match(/[a-z][a-z0-9]*/g) ?? [];
  const first = words.findIndex((word) => !articles.has(word));
  let name = "";
  for (const word of words.slice(Math.max(0, first), Math.max(0, first) + mostWords)) {
    if (name.length + word.length >= longest) break;
    name += `${name === "" ? "" : "_"}${word}`;
  }
  return name;
}
