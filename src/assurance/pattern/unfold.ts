/** A pattern unfolded: each of its nodes once for every combination of the values that it is repeated over. */

import type { CaseEdge, CaseNode, DCase, EdgeTarget } from "../model/case.ts";
import { type CaseIndex, indexOf } from "../model/index-of.ts";
import type { Json } from "../model/json.ts";
import type { Choice, Parameter } from "../model/pattern.ts";
import type { Trouble } from "../model/reading.ts";
import { parametersIn } from "./arguments.ts";
import { type Chosen, chosen } from "./choose.ts";
import { type Loop, leadsDown, loopsIn, nextOf, startsOf } from "./loops.ts";
import { lookUp } from "./scope.ts";
import { shown, sortedJson } from "./values.ts";

/** A node of the pattern at one place of the instance. */
export interface Copy {
  /** The node, and the values that it is repeated over. */
  readonly key: string;
  readonly node: CaseNode;
  /** The outermost repetition first. */
  readonly turns: readonly Turn[];
  /** Choices that stay open. */
  readonly open: readonly Choice[];
  /** An edge that stands for several leads to it. */
  isSeveral: boolean;
}

export interface Turn {
  readonly loop: Loop;
  readonly value: Json;
  /** Its number in the list. */
  readonly at: number;
}

export interface CopiedEdge {
  readonly edge: CaseEdge;
  readonly from: Copy;
  /** Other texts are ends that the pattern does not have. */
  readonly to: Copy | { readonly from: Copy; readonly to: Copy } | string | EdgeTarget;
  /** A repetition that nothing was found for stays. */
  readonly isOpen: boolean;
}

export interface Unfolded {
  /** In the order of the pattern's file, those of one value together. */
  readonly copies: readonly Copy[];
  readonly edges: readonly CopiedEdge[];
  readonly troubles: readonly Trouble[];
}

/** Nodes of an instance. */
const mostCopies = 100_000;

export function unfold(pattern: DCase, values: ReadonlyMap<string, Json>): Unfolded {
  return new Unfolding(pattern, values).all();
}

/** The names that stand for something at a copy. */
export function valuesAt(values: ReadonlyMap<string, Json>, turns: readonly Turn[]): ReadonlyMap<string, Json> {
  return turns.length === 0
    ? values
    : new Map([...values, ...turns.map(({ loop, value }) => [loop.as, value] as const)]);
}

/** Lives while one pattern is unfolded. */
class Unfolding {
  readonly #index: CaseIndex;
  readonly #loops: ReadonlyMap<CaseEdge, Loop>;
  readonly #values: ReadonlyMap<string, Json>;
  readonly #parameters: ReadonlyMap<string, Parameter>;
  readonly #copies = new Map<string, Copy>();
  readonly #byNode = new Map<string, Copy[]>();
  readonly #choices = new Map<Copy, Chosen>();
  readonly #down = new Map<Copy, Map<CaseEdge, CopiedEdge[]>>();
  readonly #troubles = new Map<string, Trouble>();

  constructor(pattern: DCase, values: ReadonlyMap<string, Json>) {
    this.#index = indexOf(pattern);
    this.#loops = loopsIn(pattern);
    this.#values = values;
    this.#parameters = parametersIn(pattern);
  }

  all(): Unfolded {
    for (const uid of startsOf(this.#index)) this.#copyOf(uid, []);
    // The map grows while it is walked.
    for (const copy of this.#copies.values()) this.#lead(copy);
    const copies = [...this.#copies.values()].sort(this.#byPlace());
    const edges = copies.flatMap((copy) => this.#edgesOf(copy));
    return { copies, edges, troubles: [...this.#troubles.values()] };
  }

  #tell(trouble: Trouble): void {
    if (!this.#troubles.has(trouble.message)) this.#troubles.set(trouble.message, trouble);
  }

  #copyOf(uid: string, around: readonly Turn[]): Copy | undefined {
    const node = this.#index.byUid.get(uid);
    if (node === undefined) return undefined;
    const turns = around.filter(({ loop }) => loop.nodes.has(uid));
    const key = [uid, ...turns.map(({ loop, value }) => `${loop.as}=${sortedJson(value)}`)].join("\n");
    const known = this.#copies.get(key);
    if (known !== undefined) return known;
    if (this.#copies.size >= mostCopies) {
      const help = "shorten a list, or make several cases";
      this.#tell({ code: "INS-10", message: `the case would have more than ${mostCopies} nodes`, help });
      return undefined;
    }
    const choice = chosen(node, this.#index, valuesAt(this.#values, turns), this.#parameters);
    for (const trouble of choice.troubles) this.#tell(trouble);
    const copy: Copy = { key, node, turns, open: choice.open, isSeveral: false };
    this.#copies.set(key, copy);
    this.#choices.set(copy, choice);
    const list = this.#byNode.get(uid);
    if (list === undefined) this.#byNode.set(uid, [copy]);
    else list.push(copy);
    return copy;
  }

  /** Makes what goes with a copy. */
  #lead(copy: Copy): void {
    const made = new Map<CaseEdge, CopiedEdge[]>();
    this.#down.set(copy, made);
    for (const { uid, edge } of nextOf(copy.node.uid, this.#index)) {
      if (!leadsDown(edge) || edge.from !== copy.node.uid) {
        const target = edge.to;
        const isOfEdge = typeof target !== "string";
        if (!isOfEdge || this.#isKept(copy, target)) this.#copyOf(uid, copy.turns);
        continue;
      }
      if (this.#choices.get(copy)?.isKept(edge) === false) continue;
      made.set(edge, [...(made.get(edge) ?? []), ...this.#turned(copy, edge)]);
    }
  }

  /** Whether the challenged edge is there. */
  #isKept(copy: Copy, target: EdgeTarget): boolean {
    const choice = this.#choices.get(copy);
    return this.#index
      .out(copy.node.uid)
      .some((edge) => edge.to === target.to && leadsDown(edge) && choice?.isKept(edge) !== false);
  }

  *#turned(from: Copy, edge: CaseEdge & { readonly to: string }): Generator<CopiedEdge> {
    const loop = this.#loops.get(edge);
    const list = loop === undefined ? undefined : this.#listOf(loop, from);
    if (loop === undefined || list === undefined) {
      const to = this.#copyOf(edge.to, from.turns);
      if (to !== undefined && edge.repeats !== undefined) to.isSeveral = true;
      yield { edge, from, to: to ?? edge.to, isOpen: edge.repeats !== undefined };
      return;
    }
    // A repetition within itself, by a circle, does not nest.
    const around = from.turns.filter((turn) => turn.loop !== loop);
    for (const [at, value] of list.entries()) {
      const to = this.#copyOf(edge.to, [...around, { loop, value, at }]);
      if (to !== undefined) yield { edge, from, to, isOpen: false };
    }
  }

  /** The values of a repetition; undefined where nothing says them. */
  #listOf({ each, edge }: Loop, from: Copy): readonly Json[] | undefined {
    const value = lookUp(each, valuesAt(this.#values, from.turns))?.value;
    if (value === undefined) return undefined;
    const [label, below] = [from.node.label, this.#index.byUid.get(String(edge.to))?.label ?? ""];
    if (!Array.isArray(value)) {
      this.#tell({
        code: "INS-05",
        message: `${label} repeats ${below} over ${each}, which is no list`,
        help: `make ${each} a List`,
      });
      return undefined;
    }
    const list = value as readonly Json[];
    const known = new Set<string>();
    const distinct = list.filter((item) => {
      const text = sortedJson(item);
      const isNew = !known.has(text);
      if (!isNew) this.#tell({ code: "INS-06", message: `${each} has ${shown(item)} twice`, help: "name it once" });
      known.add(text);
      return isNew;
    });
    const { least = 0, most = Number.POSITIVE_INFINITY } = edge.repeats ?? {};
    if (distinct.length < least || distinct.length > most) {
      const wanted = most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`;
      const message = `${label} repeats ${below} for ${wanted} values of ${each}, and there are ${distinct.length}`;
      this.#tell({ code: "INS-09", message, help: `change ${each}` });
    }
    return distinct;
  }

  #edgesOf(copy: Copy): readonly CopiedEdge[] {
    const choice = this.#choices.get(copy);
    const seen = new Set<CaseEdge>();
    return this.#index.out(copy.node.uid).flatMap((edge): readonly CopiedEdge[] => {
      if (seen.has(edge) || choice?.isKept(edge) === false) return [];
      seen.add(edge);
      return this.#down.get(copy)?.get(edge) ?? this.#across(copy, edge);
    });
  }

  /** An edge that nothing is repeated by leads to all copies of its end that stand for the same values. */
  #across(from: Copy, edge: CaseEdge): readonly CopiedEdge[] {
    const fits = (uid: string): readonly Copy[] => (this.#byNode.get(uid) ?? []).filter((each) => agree(from, each));
    const isOpen = edge.repeats !== undefined;
    if (typeof edge.to === "string") {
      if (!this.#index.byUid.has(edge.to)) return [{ edge, from, to: edge.to, isOpen }];
      return fits(edge.to).map((to) => ({ edge, from, to, isOpen }));
    }
    const { to } = edge;
    const made: CopiedEdge[] = [];
    for (const start of fits(to.from))
      for (const end of this.#down.get(start)?.values() ?? [])
        for (const each of end)
          if (typeof each.to === "object" && "key" in each.to && each.to.node.uid === to.to && agree(from, each.to))
            made.push({ edge, from, to: { from: start, to: each.to }, isOpen });
    return made.length > 0 || this.#byNode.has(to.from) ? made : [{ edge, from, to, isOpen }];
  }

  #byPlace(): (a: Copy, b: Copy) => number {
    const places = new Map(this.#index.case.nodes.map(({ uid }, place) => [uid, place]));
    const paths = new Map<Copy, readonly number[]>();
    const pathOf = (copy: Copy): readonly number[] => {
      const known = paths.get(copy);
      if (known !== undefined) return known;
      const path = [...copy.turns.flatMap(({ loop, at }) => [loop.place, at]), places.get(copy.node.uid) ?? 0];
      paths.set(copy, path);
      return path;
    };
    return (a, b) => {
      const [one, other] = [pathOf(a), pathOf(b)];
      for (const [at, place] of one.entries()) {
        const difference = place - (other[at] ?? -1);
        if (difference !== 0) return difference;
      }
      return one.length - other.length;
    };
  }
}

/** Two copies of one turn each, of the same repetition, have the same value. */
function agree(a: Copy, b: Copy): boolean {
  return a.turns.every(({ loop, value }) => {
    const other = b.turns.find((turn) => turn.loop === loop);
    return other === undefined || sortedJson(other.value) === sortedJson(value);
  });
}
