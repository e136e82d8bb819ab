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
  const keys = new Keys(lines, warnings);
  for (const [at, line] of lines.entries()) {
    const owner = above[at] ?? -1;
    places.push(rows.length);
    if (owner === implied) continue;
    const parent = owner < 0 ? -1 : (places[owner] ?? -1);
    const own = words[at] ?? line;
    rows.push({ line, words: own, above: parent, key: keys.of(line, own, rows[parent]?.key ?? "") });
  }
  return rows;
}

/** Lives while one revision is read. */
class Keys {
  readonly #lines: readonly NodeText[];
  readonly #warnings: Trouble[];
  readonly #taken = new Set<string>();
  #given: ReadonlySet<string> | undefined;

  constructor(lines: readonly NodeText[], warnings: Trouble[]) {
    this.#lines = lines;
    this.#warnings = warnings;
  }

  /** Whether a node has a uid, or will have it. */
  has(uid: string): boolean {
    this.#given ??= new Set(this.#lines.flatMap((line) => line.uid ?? []));
    return this.#given.has(uid) || this.#taken.has(uid);
  }

  of(line: NodeText, words: Words, above: string): string {
    const { uid } = line;
    const isFree = uid !== undefined && !this.#taken.has(uid);
    const key = isFree ? uid : this.#made(line, words, above);
    this.#taken.add(key);
    return key;
  }

  #made(line: NodeText, { rest, body }: Words, above: string): string {
    const { uid, label, sort } = line;
    if (uid !== undefined) {
      const other = madeUid(`${uid} below ${above}`, this);
      this.#warnings.push(uidTwice(uid, other, uidSpanOf(line)));
      return other;
    }
    // A label that somebody wrote is what the node is known by; without one, its place and its words are.
    return madeUid(label ?? `${sort.letter} below ${above}: ${rest} ${body.trim()}`, this);
  }
}
