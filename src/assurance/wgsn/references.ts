/** Words of nodes that refer to another revision: in files of 2013 a node without words has those of the revision that changed it last. */

import type { Trouble } from "../model/reading.ts";
import { type NodeText, spanOf } from "./node-line.ts";
import type { NumberedPart } from "./order.ts";
import type { Words } from "./rows.ts";
import { revisionMissing } from "./troubles.ts";

export interface References {
  /** The words of each node of a revision; to be called once a revision, oldest first. */
  readonly wordsOf: (part: NumberedPart) => readonly Words[];
}

export function referencesOf(parts: readonly NumberedPart[], warnings: Trouble[]): References {
  const numbers = new Set(parts.map(({ made }) => made.number));
  const missing = new Set<number>();
  const wanted = new Set<number>();
  const check = (line: NodeText, number: number | undefined): void => {
    if (number === undefined || numbers.has(number) || missing.has(number)) return;
    missing.add(number);
    warnings.push(revisionMissing(number, spanOf(line)));
  };
  for (const { part, made } of parts)
    for (const line of part.nodes) {
      check(line, line.created);
      check(line, line.modified);
      if (refers(line, made.number)) wanted.add(line.modified);
    }
  const known = new Map<number, ReadonlyMap<string, Words>>();
  return {
    wordsOf: ({ part, made: { number } }) => {
      if (known.size === 0 && wanted.size === 0) return part.nodes;
      const words = part.nodes.map((line): Words => {
        if (!refers(line, number)) return line;
        const there = known.get(line.modified);
        return (line.uid === undefined ? undefined : there?.get(`&${line.uid}`)) ?? there?.get(nameOf(line)) ?? line;
      });
      if (wanted.has(number)) known.set(number, indexOf(part.nodes, words));
      return words;
    },
  };
}

/** Whether a node has no words of its own, and an older revision has them. */
function refers(line: NodeText, number: number): line is NodeText & { readonly modified: number } {
  return line.modified !== undefined && line.modified < number && line.rest === "" && line.body.trim() === "";
}

function indexOf(lines: readonly NodeText[], words: readonly Words[]): ReadonlyMap<string, Words> {
  const found = new Map<string, Words>();
  for (const [at, line] of lines.entries()) {
    const own = words[at] ?? line;
    if (line.uid !== undefined) found.set(`&${line.uid}`, own);
    found.set(nameOf(line), own);
  }
  return found;
}

/** Before there were uids, a node was known by its label and by when it was made and changed. */
function nameOf({ sort, label = "", created, modified }: NodeText): string {
  return `${sort.letter} ${label} ${created}:${modified}`;
}
