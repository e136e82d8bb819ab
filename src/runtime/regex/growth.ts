/** How the time of a pattern grows with the text: with which power of its length, or without bounds (Weideman et al., 2016). */

import { type Automaton, automatonOf } from "./automaton.ts";
import { type Part, readPattern } from "./parse.ts";

/** Loops with more positions within are not looked into. */
const largestLoop = 100;
/** Steps that may be spent on one loop. */
const mostSteps = 200_000;
/** Choices outside of loops that the next character does not decide: each may double the time. */
const mostChoices = 10;

/** The largest power of the text's length that the steps of a search can come to: 1 where the time is linear, Infinity where it explodes. Never too small. */
export function growthOf(pattern: RegExp): number {
  const read = readPattern(pattern.source, pattern.flags);
  if (read === undefined) return Number.POSITIVE_INFINITY;
  return growthOfPart(read.part, read.anchored);
}

function growthOfPart(part: Part, anchored: boolean): number {
  const automaton = automatonOf(part);
  if (automaton === undefined || automaton.isEmptyLoop) return Number.POSITIVE_INFINITY;
  const loops = loopsOf(automaton);
  if (loops.some((loop) => explodes(automaton, loop))) return Number.POSITIVE_INFINITY;
  if (choicesOutside(automaton, loops) > mostChoices) return Number.POSITIVE_INFINITY;
  const ofLooks = automaton.looks.reduce((sum, look) => sum + growthOfPart(look, true), 0);
  const perStart = longestWay(automaton, loops);
  const starts = anchored || startsApart(automaton, loops) ? 0 : 1;
  return Math.max(1, perStart + starts) + ofLooks;
}

/** Sets of positions that can be come back to from each of their own (Tarjan, 1972), in the order in which a match leaves them, last first. */
function loopsOf({ next }: Automaton): readonly ReadonlySet<number>[] {
  const found: Set<number>[] = [];
  const low = new Map<number, number>();
  const onStack = new Set<number>();
  const stack: number[] = [];
  // Patterns are bounded (automaton.ts), and so is this depth.
  const visit = (position: number): number => {
    const number = low.size;
    let lowest = number;
    low.set(position, number);
    stack.push(position);
    onStack.add(position);
    for (const target of next[position]?.keys() ?? []) {
      if (!low.has(target)) lowest = Math.min(lowest, visit(target));
      else if (onStack.has(target)) lowest = Math.min(lowest, low.get(target) ?? lowest);
    }
    low.set(position, lowest);
    if (lowest !== number) return lowest;
    const members = new Set<number>();
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      onStack.delete(member);
      members.add(member);
      if (member === position) break;
    }
    if (members.size > 1 || next[position]?.has(position) === true) found.push(members);
    return lowest;
  };
  visit(0);
  return found;
}

/** Whether a loop can be gone around in two ways by one text: then the ways double with each turn. */
function explodes({ sets, next }: Automaton, loop: ReadonlySet<number>): boolean {
  if (loop.size > largestLoop) return true;
  const members = [...loop];
  const ahead = new Map(members.map((from) => [from, [...(next[from] ?? [])].filter(([to]) => loop.has(to))]));
  for (const ways of ahead.values()) if (ways.some(([, count]) => count > 1)) return true;
  // Pairs of positions that one text can lead to, from the same position on.
  const behind = new Map<number, number[]>();
  const key = (one: number, other: number): number => one * sets.length + other;
  const seen = new Set(members.map((each) => key(each, each)));
  const work = [...seen];
  let steps = 0;
  for (let pair = work.pop(); pair !== undefined && steps <= mostSteps; pair = work.pop()) {
    const [one, other] = [Math.floor(pair / sets.length), pair % sets.length];
    for (const [first] of ahead.get(one) ?? [])
      for (const [second] of ahead.get(other) ?? []) {
        steps += 1;
        if (((sets[first] ?? 0n) & (sets[second] ?? 0n)) === 0n) continue;
        const reached = key(first, second);
        behind.set(reached, [...(behind.get(reached) ?? []), pair]);
        if (seen.has(reached)) continue;
        seen.add(reached);
        work.push(reached);
      }
  }
  // Too much to look into: it counts as the worst.
  if (steps > mostSteps) return true;
  const isApart = (pair: number): boolean => Math.floor(pair / sets.length) !== pair % sets.length;
  // From which of them the two come together again.
  const meeting = new Set(members.map((each) => key(each, each)));
  const back = [...meeting];
  for (let pair = back.pop(); pair !== undefined; pair = back.pop())
    for (const before of behind.get(pair) ?? []) {
      if (meeting.has(before)) continue;
      if (isApart(before)) return true;
      meeting.add(before);
      back.push(before);
    }
  return false;
}

/** Positions outside of loops whose next character can be taken in two ways. */
function choicesOutside({ sets, next }: Automaton, loops: readonly ReadonlySet<number>[]): number {
  return next.filter((ahead, position) => {
    if (loops.some((loop) => loop.has(position))) return false;
    let seen = 0n;
    for (const [target, ways] of ahead) {
      const set = sets[target] ?? 0n;
      if (ways > 1 || (seen & set) !== 0n) return true;
      seen |= set;
    }
    return false;
  }).length;
}

/** Along the worst way: loops that can be left at several places of one text, one more for the last, and no more than there are loops. */
function longestWay({ sets, next }: Automaton, loops: readonly ReadonlySet<number>[]): number {
  const loopAt = new Map(loops.flatMap((loop, index) => [...loop].map((position) => [position, index] as const)));
  const known = new Map<number, readonly [open: number, all: number]>();
  // The worst from a position on, not counting a loop that it is in.
  const from = (position: number): readonly [number, number] => {
    const before = known.get(position);
    if (before !== undefined) return before;
    known.set(position, [0, 0]);
    const own = loopAt.get(position);
    const members = own === undefined ? [position] : [...(loops[own] ?? [])];
    let open = 0;
    let all = 0;
    for (const member of members)
      for (const target of next[member]?.keys() ?? []) {
        if (own !== undefined && loopAt.get(target) === own) continue;
        const [furtherOpen, furtherAll] = from(target);
        const isOpen =
          own !== undefined && isOpenExit(sets, next[member] ?? new Map(), target, loops[own] ?? new Set());
        open = Math.max(open, furtherOpen + (isOpen ? 1 : 0));
        all = Math.max(all, furtherAll + (own === undefined ? 0 : 1));
      }
    if (own !== undefined) all = Math.max(all, 1);
    for (const member of members) known.set(member, [open, all]);
    return [open, all];
  };
  const [open, all] = from(0);
  return Math.min(open + 1, all);
}

/** Whether the character that leads out of a loop may as well stay in it. */
function isOpenExit(
  sets: readonly bigint[],
  ahead: ReadonlyMap<number, number>,
  target: number,
  loop: ReadonlySet<number>,
): boolean {
  const out = sets[target] ?? 0n;
  return [...ahead.keys()].some((other) => loop.has(other) && ((sets[other] ?? 0n) & out) !== 0n);
}

/** Whether no loop goes over a place where another match could start: then the starts share the text among them. */
function startsApart({ sets, next }: Automaton, loops: readonly ReadonlySet<number>[]): boolean {
  const within = loops.flatMap((loop) => [...loop]).reduce((all, position) => all | (sets[position] ?? 0n), 0n);
  return [...(next[0]?.keys() ?? [])].every((position) => ((sets[position] ?? 0n) & within) === 0n);
}
