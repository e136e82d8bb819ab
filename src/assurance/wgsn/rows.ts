/** The nodes of one revision as they are read: each with its line, what it stands beneath, and its uid in the text. */

import type { Trouble } from "../model/reading.ts";
import { implied, type Nesting } from "./nesting.ts";
import { type NodeText, uidSpanOf } from "./node-line.ts";
import { uidTwice } from "./troubles.ts";
import { madeUid } from "./uids.ts";

/** A node's own words: those of its lines, or of the revision that it refers to. */
export interface Words {
  readonly body: string;
  readonly rest: string;
}

export interface Row {
  readonly line: NodeText;
  readonly words: Words;
  /** The place of the row that it stands beneath; negative for none. */
  readonly above: number;
  /** Its uid in the text, or one that was made for it. */
  readonly key: string;
}

/** Without strategies that are implied: what stands beneath one stands beneath its goal. */
export function rowsOf(
  lines: readonly NodeText[],
  words: readonly Words[],
  { above }: Nesting,
  warnings: Trouble[],
): readonly Row[] {
  const rows: Row[] = [];
  const places: number[] = [];
  const given = new Set<string>();
  for (const { uid } of lines) if (uid !== undefined) given.add(uid);
  const taken = new Set<string>();
  for (const [at, line] of lines.entries()) {
    const owner = above[at] ?? -1;
    places.push(rows.length);
    if (owner === implied) continue;
    const parent = owner < 0 ? -1 : (places[owner] ?? -1);
    const own = words[at] ?? line;
    const key = keyOf(line, own, rows[parent]?.key ?? "", { given, taken }, warnings);
    taken.add(key);
    rows.push({ line, words: own, above: parent, key });
  }
  return rows;
}

interface Uids {
  readonly given: ReadonlySet<string>;
  readonly taken: ReadonlySet<string>;
}

function keyOf(line: NodeText, words: Words, above: string, { given, taken }: Uids, warnings: Trouble[]): string {
  const { uid, label, sort } = line;
  if (uid !== undefined && !taken.has(uid)) return uid;
  const isFree = { has: (each: string) => given.has(each) || taken.has(each) };
  if (uid !== undefined) {
    const other = madeUid(`${uid} below ${above}`, isFree);
    warnings.push(uidTwice(uid, other, uidSpanOf(line)));
    return other;
  }
  // A label that somebody wrote is what the node is known by; without one, its place and its words are.
  return madeUid(
    label === undefined ? `${sort.letter} below ${above}: ${words.rest} ${words.body.trim()}` : label,
    isFree,
  );
}
