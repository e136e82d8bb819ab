/** The positions of a pattern and the ways between them (Glushkov, 1961), with the number of ways to take each. */

import type { CharacterSet } from "./classes.ts";
import type { Part } from "./parse.ts";

export interface Automaton {
  /** What each position takes; position 0 is the start and takes nothing. */
  readonly sets: readonly CharacterSet[];
  /** From each position to the next ones, with the number of ways, counted up to 2. */
  readonly next: readonly ReadonlyMap<number, number>[];
  /** Patterns within that look ahead or behind. */
  readonly looks: readonly Part[];
  /** A repetition whose body may be empty more than once, each time in several ways: it explodes. */
  readonly isEmptyLoop: boolean;
}

/** Patterns with more positions are not looked into. */
const mostPositions = 400;
/** Nor those with more ways between them, which nested repetitions make. */
const mostLinks = 200_000;

interface Piece {
  /** In how many ways it matches nothing, counted up to 2. */
  readonly empty: number;
  readonly first: ReadonlyMap<number, number>;
  readonly last: ReadonlyMap<number, number>;
}

const nothing: Piece = { empty: 1, first: new Map(), last: new Map() };

/** Undefined for a pattern that is too large. */
export function automatonOf(pattern: Part): Automaton | undefined {
  const sets: CharacterSet[] = [0n];
  const next: Map<number, number>[] = [new Map()];
  const looks: Part[] = [];
  let isEmptyLoop = false;
  let links = 0;
  const whole = build(pattern);
  if (isTooLarge()) return undefined;
  link(new Map([[0, 1]]), whole.first, 1);
  return { sets, next, looks, isEmptyLoop };

  function isTooLarge(): boolean {
    return sets.length > mostPositions || links > mostLinks;
  }

  function build(part: Part): Piece {
    if (isTooLarge()) return nothing;
    switch (part.kind) {
      case "empty":
      case "assertion":
        return nothing;
      case "look":
        looks.push(part.part);
        return nothing;
      case "set": {
        const position = sets.push(part.set) - 1;
        next.push(new Map());
        return { empty: 0, first: new Map([[position, 1]]), last: new Map([[position, 1]]) };
      }
      case "sequence":
        return part.parts.map(build).reduce(joined, nothing);
      case "choice": {
        const pieces = part.parts.map(build);
        return {
          empty: capped(pieces.reduce((sum, piece) => sum + piece.empty, 0)),
          first: merged(pieces.map((piece) => piece.first)),
          last: merged(pieces.map((piece) => piece.last)),
        };
      }
      case "optional": {
        const piece = build(part.part);
        return { ...piece, empty: capped(piece.empty + 1) };
      }
      case "repeat": {
        const piece = build(part.part);
        // JavaScript refuses an empty turn only behind the least number of turns.
        if (part.least > 1 && piece.empty > 0 && piece.first.size > 0) isEmptyLoop = true;
        link(piece.last, piece.first, 1);
        return { ...piece, empty: part.least === 0 ? 1 : piece.empty };
      }
    }
  }

  function joined(left: Piece, right: Piece): Piece {
    link(left.last, right.first, 1);
    return {
      empty: capped(left.empty * right.empty),
      first: left.empty === 0 ? left.first : merged([left.first, scaled(right.first, left.empty)]),
      last: right.empty === 0 ? right.last : merged([right.last, scaled(left.last, right.empty)]),
    };
  }

  function link(from: ReadonlyMap<number, number>, to: ReadonlyMap<number, number>, ways: number): void {
    links += from.size * to.size;
    if (links > mostLinks) return;
    for (const [source, ofSource] of from) {
      const ahead = next[source];
      if (ahead === undefined) continue;
      for (const [target, ofTarget] of to)
        ahead.set(target, capped((ahead.get(target) ?? 0) + ofSource * ofTarget * ways));
    }
  }
}

function capped(ways: number): number {
  return Math.min(ways, 2);
}

function scaled(list: ReadonlyMap<number, number>, by: number): ReadonlyMap<number, number> {
  return new Map([...list].map(([position, ways]) => [position, capped(ways * by)]));
}

function merged(lists: readonly ReadonlyMap<number, number>[]): ReadonlyMap<number, number> {
  const all = new Map<number, number>();
  for (const list of lists)
    for (const [position, ways] of list) all.set(position, capped((all.get(position) ?? 0) + ways));
  return all;
}
