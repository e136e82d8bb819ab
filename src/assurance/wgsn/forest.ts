/** A case as the trees that a text can be: each node once, in the order of its line, with the edges that its place says. */

import type { CaseEdge, CaseNode, DCase } from "../model/case.ts";
import { type CaseIndex, indexOf } from "../model/index-of.ts";
import { deepest } from "./limits.ts";
import { isBeside } from "./sorts.ts";

export interface Placed {
  readonly node: CaseNode;
  /** Stars. */
  readonly depth: number;
  /** AssureNote's strategy between this goal and the goals directly below it; the line is not the node's own. */
  readonly isImplied: boolean;
  /** Its place would make an edge that there is not. */
  readonly isApart: boolean;
}

export interface Forest {
  readonly placed: readonly Placed[];
  /** The edges that places say. */
  readonly tree: ReadonlySet<CaseEdge>;
}

/** `isBare`: goals directly below a goal stand there without AssureNote's strategy, wherever they can. */
export function forestOf(whole: DCase, isBare: boolean): Forest {
  const index = indexOf(whole);
  const below = new Set<string>();
  for (const edge of whole.edges) if (isTreeEdge(index, edge) && typeof edge.to === "string") below.add(edge.to);
  const roots = whole.nodes.filter(({ uid }) => !below.has(uid));
  const planter = new Planter(index, isBare);
  // Goals that go round in circles are below each other: one of them is as good a top as any.
  const hasStrategy = roots.some(({ type }) => type === "strategy");
  const top = roots.find(isGoal) ?? (hasStrategy ? undefined : whole.nodes.find(isGoal));
  const beside = roots.filter(({ type }) => isBeside(type));
  if (top === undefined) for (const node of beside) planter.plant(node, []);
  else planter.plant(top, beside);
  // What is no goal comes ahead of other goals, so that nothing of it hangs onto a wrong one.
  for (const node of roots) if (!isGoal(node)) planter.plant(node, []);
  for (const node of roots) planter.plant(node, []);
  // What is left goes round in circles, or is too deep for its place.
  for (const node of whole.nodes) planter.plant(node, []);
  return planter;
}

/** Lives while one forest is made: a node that has its place is not given another. */
class Planter implements Forest {
  readonly placed: Placed[] = [];
  readonly tree = new Set<CaseEdge>();
  readonly #index: CaseIndex;
  readonly #isBare: boolean;
  readonly #claimed = new Set<string>();
  /** AssureNote has one top: what else stands beneath nothing stands beneath it, apart. */
  #top: CaseNode | undefined;
  /** Something that contexts would hang onto stands with one star. */
  #hasStep = false;

  constructor(index: CaseIndex, isBare: boolean) {
    this.#index = index;
    this.#isBare = isBare;
  }

  /** A node that stands beneath nothing, and all that finds a place below it; `loose` are contexts of nothing, beside it. */
  plant(root: CaseNode, loose: readonly CaseNode[]): void {
    if (this.#claimed.has(root.uid)) return;
    this.#claimed.add(root.uid);
    const top = this.#top;
    const isLower = top !== undefined && isGoal(root);
    if (isLower) this.placed.push(implied(top, 1));
    else if (isGoal(root)) this.#top = root;
    const isApart = isBeside(root.type) ? this.#hasStep : top !== undefined;
    this.#hasStep ||= !isBeside(root.type);
    const open: Placed[] = [{ ...placedAt(root, isLower ? 2 : 1), isApart }];
    for (let turn = open.pop(); turn !== undefined; turn = open.pop()) {
      this.placed.push(turn);
      if (turn.isImplied) continue;
      for (const next of this.#below(turn.node, turn.depth, turn.node === root ? loose : []).toReversed())
        open.push(next);
    }
  }

  #below(node: CaseNode, depth: number, loose: readonly CaseNode[]): readonly Placed[] {
    const beside: Placed[] = [];
    const steps: CaseNode[] = [];
    for (const edge of this.#index.out(node.uid)) {
      const child = typeof edge.to === "string" ? this.#index.byUid.get(edge.to) : undefined;
      if (child === undefined || this.#claimed.has(child.uid) || !isTreeEdge(this.#index, edge)) continue;
      if (isGoal(child) && depth >= deepest) continue;
      this.#claimed.add(child.uid);
      this.tree.add(edge);
      if (isBeside(child.type)) beside.push(placedAt(child, depth));
      else steps.push(child);
    }
    for (const each of loose) {
      if (this.#claimed.has(each.uid)) continue;
      this.#claimed.add(each.uid);
      beside.push({ ...placedAt(each, depth), isApart: true });
    }
    return [...beside, ...this.#stepsBelow(node, depth, steps)];
  }

  #stepsBelow(node: CaseNode, depth: number, steps: readonly CaseNode[]): readonly Placed[] {
    const turns: Placed[] = [];
    // What the next goal would support: a strategy, the goal itself through an implied one, or, where there is none yet, the goal.
    let open: "strategy" | "implied" | undefined;
    for (const step of steps) {
      if (!isGoal(step)) {
        turns.push(placedAt(step, depth));
        if (step.type === "strategy") open = "strategy";
        else if (open === "implied") open = undefined;
        continue;
      }
      if (isGoal(node) && (this.#isBare ? open === "strategy" : open !== "implied")) {
        turns.push(implied(node, depth));
        open = "implied";
      }
      turns.push(placedAt(step, depth + 1));
    }
    return turns;
  }
}

function placedAt(node: CaseNode, depth: number): Placed {
  return { node, depth, isImplied: false, isApart: false };
}

function implied(node: CaseNode, depth: number): Placed {
  return { node, depth, isImplied: true, isApart: false };
}

/** Whether a place can say it: contexts beside what is none, and steps below goals, goals also below strategies. */
function isTreeEdge({ byUid }: CaseIndex, { kind, from, to }: CaseEdge): boolean {
  const [parent, child] = [byUid.get(from), typeof to === "string" ? byUid.get(to) : undefined];
  if (parent === undefined || child === undefined || isBeside(parent.type)) return false;
  if (kind === "inContextOf") return isBeside(child.type);
  if (kind !== "supportedBy" || isBeside(child.type)) return false;
  return isGoal(parent) || (parent.type === "strategy" && isGoal(child));
}

function isGoal({ type }: CaseNode): boolean {
  return type === "goal" || type === "counterGoal";
}
