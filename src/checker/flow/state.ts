/** What is known of variables at a point of the flow: narrowed types, missing values, and whether the point is reached at all. */

import type { Type } from "../../records/index.ts";
import type { KnownSymbol } from "../names/symbol.ts";

/** A type that is narrower than the declared one, or that no value was assigned yet. Neither: nothing to know. */
export interface VariableFact {
  readonly type?: Type;
  readonly unassigned?: true;
}

const nothing: VariableFact = {};

interface Entry {
  readonly fact: VariableFact;
  /** Where it was found out. */
  readonly depth: number;
}

const unknown: Entry = { fact: nothing, depth: 0 };

/** What a stretch of code changed: the last fact of each variable, and whether its end is reached. */
export interface FlowChange {
  readonly reached: boolean;
  readonly facts: ReadonlyMap<KnownSymbol, VariableFact>;
}

/**
 * One table of facts with a trail of its changes, so that a branch costs what it changes, not what is known:
 * `mark`, check the branch, `take` gives its changes and goes back.
 */
export class FlowState {
  readonly #facts = new Map<KnownSymbol, Entry>();
  readonly #trail: { readonly symbol: KnownSymbol; readonly before: Entry }[] = [];
  reached = true;
  /** How many closures and deferred blocks the check stands in: they run later, when what was known around them need not hold. */
  depth = 0;
  /** The top-level function that is checked: what other code does to the file's variables is not seen in it. */
  readonly functionName: string | undefined;

  constructor(functionName?: string) {
    this.functionName = functionName;
  }

  get(symbol: KnownSymbol): VariableFact {
    const { fact, depth } = this.#facts.get(symbol) ?? unknown;
    if (fact.type === undefined || depth === this.depth || symbol.assigners.size === 0) return fact;
    return fact.unassigned === true ? { unassigned: true } : nothing;
  }

  set(symbol: KnownSymbol, fact: VariableFact): void {
    const before = this.#facts.get(symbol) ?? unknown;
    if (before.depth === this.depth && before.fact.type === fact.type && before.fact.unassigned === fact.unassigned)
      return;
    this.#trail.push({ symbol, before });
    this.#facts.set(symbol, { fact, depth: this.depth });
  }

  /** The variable has a value now, of the narrower type where one is given. */
  assign(symbol: KnownSymbol, type?: Type): void {
    this.set(symbol, type === undefined ? nothing : { type });
  }

  /** What was narrowed holds no longer; a value that was assigned stays assigned. */
  widen(symbol: KnownSymbol): void {
    const fact = this.get(symbol);
    if (fact.type !== undefined) this.set(symbol, fact.unassigned === true ? { unassigned: true } : nothing);
  }

  mark(): number {
    return this.#trail.length;
  }

  /** The changes since the mark, without going back. */
  changes(mark: number): FlowChange {
    const facts = new Map<KnownSymbol, VariableFact>();
    for (let at = mark; at < this.#trail.length; at += 1) {
      const symbol = this.#trail[at]?.symbol;
      if (symbol !== undefined) facts.set(symbol, this.get(symbol));
    }
    return { reached: this.reached, facts };
  }

  /** The changes since the mark; the state is the one of the mark again (and reached, as it was when the mark was of use). */
  take(mark: number): FlowChange {
    const result = this.changes(mark);
    while (this.#trail.length > mark) {
      const last = this.#trail.pop();
      if (last !== undefined) this.#facts.set(last.symbol, last.before);
    }
    this.reached = true;
    return result;
  }

  apply(change: FlowChange): void {
    for (const [symbol, fact] of change.facts) this.set(symbol, fact);
    this.reached = this.reached && change.reached;
  }

  /** Goes on from where several ways meet; ways whose end is not reached do not count. */
  applyAny(ways: readonly FlowChange[]): void {
    const change = meet(ways, this);
    this.apply(change);
  }
}

/** The ways' common knowledge, seen from the state in which all of them started. */
export function meet(ways: readonly FlowChange[], start: FlowState): FlowChange {
  const open = ways.filter((way) => way.reached);
  const [first] = open;
  if (first === undefined) return { reached: false, facts: new Map() };
  if (open.length === 1) return first;
  const facts = new Map<KnownSymbol, VariableFact>();
  for (const way of open) {
    for (const symbol of way.facts.keys()) {
      if (facts.has(symbol)) continue;
      facts.set(symbol, open.map((each) => each.facts.get(symbol) ?? start.get(symbol)).reduce(common));
    }
  }
  return { reached: true, facts };
}

function common(a: VariableFact, b: VariableFact): VariableFact {
  if (a.unassigned === true || b.unassigned === true) return { unassigned: true };
  return a.type !== undefined && a.type === b.type ? { type: a.type } : nothing;
}

/** One change after another, as one. */
export function sequence(first: FlowChange, second: FlowChange): FlowChange {
  if (first.facts.size === 0) return { reached: first.reached && second.reached, facts: second.facts };
  return { reached: first.reached && second.reached, facts: new Map([...first.facts, ...second.facts]) };
}

export const unchanged: FlowChange = { reached: true, facts: new Map() };
export const unreached: FlowChange = { reached: false, facts: new Map() };
