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
  const planter = new Planter(indexOf(whole), isBare);
  for (const node of rootsInOrder(whole, indexOf(whole))) planter.plant(node);
  // What is left goes round in circles, or is too deep for its place.
  for (const node of whole.nodes) planter.plant(node);
  return planter;
}

/** The first goal, which is what AssureNote shows, then what is no goal, then the other goals: nothing hangs onto a wrong one. */
function rootsInOrder(whole: DCase, index: CaseIndex): readonly CaseNode[] {
  const below = new Set<string>();
  for (const edge of whole.edges) if (isTreeEdge(index, edge) && typeof edge.to === "string") below.add(edge.to);
  const roots = whole.nodes.filter(({ uid }) => !below.has(uid));
  const goals = roots.filter(isGoal);
  return [...goals.slice(0, 1), ...roots.filter((node) => !isGoal(node)), ...goals.slice(1)];
}

interface Turn {
  readonly node: CaseNode;
  readonly depth: number;
  readonly isImplied: boolean;
}

/** Lives while one forest is made: a node that has its place is not given another. */
class Planter implements Forest {
  readonly placed: Placed[] = [];
  readonly tree = new Set<CaseEdge>();
  readonly #index: CaseIndex;
  readonly #isBare: boolean;
  readonly #claimed = new Set<string>();
  /** What stands with one star so far, so that what follows would hang onto it. */
  #hasGoal = false;
  #hasStep = false;

  constructor(index: CaseIndex, isBare: boolean) {
    this.#index = index;
    this.#isBare = isBare;
  }

  /** A node with one star, and all that finds a place below it. */
  plant(root: CaseNode): void {
    if (this.#claimed.has(root.uid)) return;
    this.#claimed.add(root.uid);
    const isApart = isBeside(root.type) ? this.#hasStep : !isGoal(root) && this.#hasGoal;
    this.#hasGoal ||= isGoal(root);
    this.#hasStep ||= !isBeside(root.type);
    const open: Turn[] = [{ node: root, depth: 1, isImplied: false }];
    for (let turn = open.pop(); turn !== undefined; turn = open.pop()) {
      this.placed.push({ ...turn, isApart: isApart && turn.node === root && !turn.isImplied });
      if (turn.isImplied) continue;
      for (const next of this.#below(turn.node, turn.depth).toReversed()) open.push(next);
    }
  }

  #below(node: CaseNode, depth: number): readonly Turn[] {
    const beside: Turn[] = [];
    const steps: CaseNode[] = [];
    for (const edge of this.#index.out(node.uid)) {
      const child = typeof edge.to === "string" ? this.#index.byUid.get(edge.to) : undefined;
      if (child === undefined || this.#claimed.has(child.uid) || !isTreeEdge(this.#index, edge)) continue;
      if (isGoal(child) && depth >= deepest) continue;
      this.#claimed.add(child.uid);
      this.tree.add(edge);
      if (isBeside(child.type)) beside.push({ node: child, depth, isImplied: false });
      else steps.push(child);
    }
    return [...beside, ...this.#stepsBelow(node, depth, steps)];
  }

  #stepsBelow(node: CaseNode, depth: number, steps: readonly CaseNode[]): readonly Turn[] {
    const turns: Turn[] = [];
    // What the next goal would support: a strategy, the goal itself through an implied one, or, where there is none yet, the goal.
    let open: "strategy" | "implied" | undefined;
    for (const step of steps) {
      if (!isGoal(step)) {
        turns.push({ node: step, depth, isImplied: false });
        if (step.type === "strategy") open = "strategy";
        else if (open === "implied") open = undefined;
        continue;
      }
      const needsStrategy = isGoal(node) && (this.#isBare ? open === "strategy" : open !== "implied");
      if (needsStrategy) {
        turns.push({ node, depth, isImplied: true });
        open = "implied";
      }
      turns.push({ node: step, depth: depth + 1, isImplied: false });
    }
    return turns;
  }
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
