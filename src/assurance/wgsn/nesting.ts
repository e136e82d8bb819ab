/** Which node a node stands beneath, by its stars: what AssureNote's parsers agree on, with each depth closed by what is less deep. */

import type { Trouble } from "../model/reading.ts";
import { type NodeText, spanOf } from "./node-line.ts";
import { isBeside } from "./sorts.ts";
import { noParent } from "./troubles.ts";

/** A node that stands beneath nothing. */
const root = -1;
/** A strategy that is none: AssureNote puts one between a goal and the goals directly below it, with the uid of the goal and no text. */
export const implied = -2;

export interface Nesting {
  /** For each node the place of the one above it, `root`, or `implied`. */
  readonly above: readonly number[];
  /** A goal stands directly below a goal, without AssureNote's strategy between them. */
  readonly hasBareGoals: boolean;
}

/** The last nodes of one depth, by their places. */
interface Level {
  goal: number | undefined;
  /** What its goals support: a strategy, or the goal behind an implied one. */
  strategy: number | undefined;
  /** The node whose contexts may follow. */
  last: number | undefined;
}

export function nestingOf(nodes: readonly NodeText[], errors: Trouble[]): Nesting {
  const levels: Level[] = [];
  const above: number[] = [];
  let hasBareGoals = false;
  for (const [place, node] of nodes.entries()) {
    const { depth, sort } = node;
    // What is less deep closes what is deeper; a goal opens its depth anew.
    if (levels.length > depth) levels.length = depth;
    if (isBeside(sort.type)) {
      const owner = levels[depth - 1]?.last;
      if (owner === undefined && (depth > 1 || levels.length > 0)) errors.push(missing(node, levels.length));
      above.push(owner ?? root);
      continue;
    }
    const upper = levels[depth - 2];
    if (sort.type === "goal") {
      const owner = upper?.strategy ?? upper?.goal;
      if (depth > 1 && owner === undefined) errors.push(missing(node, levels.length));
      hasBareGoals ||= upper !== undefined && upper.strategy === undefined;
      above.push(owner ?? root);
      if (depth === 1 || owner !== undefined) levels[depth - 1] = { goal: place, strategy: undefined, last: place };
      continue;
    }
    const level = levels[depth - 1];
    if (level === undefined && depth > 1) errors.push(missing(node, levels.length));
    const goal = level?.goal;
    const isImplied = goal !== undefined && isImplicit(node, nodes[goal]);
    above.push(isImplied ? implied : (goal ?? root));
    if (level === undefined && depth > 1) continue;
    const last = isImplied ? goal : place;
    levels[depth - 1] = { goal, strategy: sort.type === "strategy" ? last : level?.strategy, last };
  }
  return { above, hasBareGoals };
}

function isImplicit({ sort, uid, body, rest }: NodeText, goal: NodeText | undefined): boolean {
  return sort.type === "strategy" && uid !== undefined && uid === goal?.uid && rest === "" && body.trim() === "";
}

function missing(node: NodeText, deepest: number): Trouble {
  const { sort, label, depth } = node;
  return noParent(label ?? sort.letter, sort.type === "goal", depth, deepest, spanOf(node));
}
