/** Origins as constraints: each variable is a node, each assignment an edge; one pass over the graph gives every set (faults 1.1). */

/**
 * What is known of a value's origins while the check is under way: a set that is final (zero or more), or a node of the
 * graph whose set is only known at the end (negative).
 */
export type Term = number;

/** Beside the public origins travel bits that only the checker sees: the value is a secret. */
export const secretBit = 1 << 20;
/** What is told of a value: its origins without the checker's own bits. */
export const publicBits = secretBit - 1;
export const allBits = -1;

/** Collects flows between nodes; `solve` is linear in flows times bits. */
export class OriginGraph {
  readonly #bits: number[] = [];
  readonly #masks: number[] = [];
  /** What a node makes of whatever comes in; 0 where that stays as it is. */
  readonly #makes: number[] = [];
  readonly #flows: (number[] | undefined)[] = [];

  /** A new node that starts with `bits` and lets only `mask` in. */
  node(bits = 0, mask = allBits, makes = 0): Term {
    this.#bits.push(bits);
    this.#masks.push(mask);
    this.#makes.push(makes);
    this.#flows.push(undefined);
    return -this.#bits.length;
  }

  /** What `from` may be, `to` (a node) may be too. */
  flow(from: Term, to: Term): void {
    if (to >= 0 || from === to) return;
    const target = -to - 1;
    if (from >= 0) this.#bits[target] = (this.#bits[target] ?? 0) | this.#taken(target, from);
    else {
      const source = -from - 1;
      const flows = this.#flows[source];
      if (flows === undefined) this.#flows[source] = [target];
      else flows.push(target);
    }
  }

  /** Either of the two. */
  join(a: Term, b: Term): Term {
    if (a === b || b === 0) return a;
    if (a === 0) return b;
    if (a > 0 && b > 0) return a | b;
    const both = this.node();
    this.flow(a, both);
    this.flow(b, both);
    return both;
  }

  /** `term` without the bits outside of `mask`. */
  masked(term: Term, mask: number): Term {
    if (term >= 0) return term & mask;
    const node = this.node(0, mask);
    this.flow(term, node);
    return node;
  }

  /** `made` where `term` has any bit of `mask`. */
  told(term: Term, mask: number, made: number): Term {
    if (term >= 0) return (term & mask) === 0 ? 0 : made;
    const node = this.node(0, mask, made);
    this.flow(term, node);
    return node;
  }

  #taken(target: number, bits: number): number {
    const taken = bits & (this.#masks[target] ?? 0);
    const made = this.#makes[target] ?? 0;
    return made === 0 || taken === 0 ? taken : made;
  }

  solve(): void {
    const work = this.#bits.map((_, index) => index);
    for (let at = 0; at < work.length; at += 1) {
      const source = work[at] ?? 0;
      const bits = this.#bits[source] ?? 0;
      for (const target of this.#flows[source] ?? []) {
        const before = this.#bits[target] ?? 0;
        const after = before | this.#taken(target, bits);
        if (after === before) continue;
        this.#bits[target] = after;
        work.push(target);
      }
    }
  }

  /** The set of a term, after `solve`. */
  read(term: Term): number {
    return term >= 0 ? term : (this.#bits[-term - 1] ?? 0);
  }
}
