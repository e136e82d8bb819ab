/** The lines between placed nodes: in the gaps between ranks, so that they cross no boxes; only those to a second parent are curves behind them. */

import type { CaseEdge, EdgeKind } from "../../model/case.ts";
import type { Arc } from "../view/arcs.ts";
import type { TreePlaces } from "../view/places.ts";
import type { View } from "../view/view.ts";
import { besideGap } from "./clusters.ts";
import { bottomOf, edgeAt, middleOf, type Point, topOf } from "./edges.ts";
import type { PlacedNode } from "./placed.ts";
import type { Router } from "./routes.ts";

export interface PlacedLine {
  readonly edge: CaseEdge;
  readonly kind: EdgeKind;
  /** Its ends' uids; of a challenge of an edge, `to` is the node behind that edge. */
  readonly from: string;
  readonly to: string;
  /** From its beginning to its tip: straight stretches, or a point and three more for each curve (two that bend it, and its end). */
  readonly points: readonly Point[];
  readonly isCurved: boolean;
  /** Where signs on it stand: the middle of its last stretch, without its tip. */
  readonly sign: Point;
}

export interface Places {
  readonly view: View;
  readonly places: TreePlaces;
  /** By the node's number. */
  readonly at: readonly (PlacedNode | undefined)[];
  /** Where ranks begin. */
  readonly tops: readonly number[];
  /** By the node's number: the line that a stacked leaf stands at; NaN of others. */
  readonly trunks: Float64Array;
  readonly route: Router;
}

/** From the line that children share up from their rank's beginning. */
const busHeight = 28;
/** A line that would step aside by less goes straight down. */
const nearly = 9;
/** Challenges have a line of their own above it. */
const challengeHeight = 40;
/** From the tip of a line to the middle of a sign on it. */
const signAway = 19;

/** The height at which the lines from a node of a rank part. */
function busOf(rank: number, tops: readonly number[]): number {
  return (tops[rank + 1] ?? 0) - busHeight;
}

export function linesOf(all: Places): readonly PlacedLine[] {
  const { view, places } = all;
  const { arcs, loose } = view.graph;
  const lines: PlacedLine[] = [];
  const against: Arc[] = [];
  const byArc = new Map<number, PlacedLine>();
  // Only where a line is challenged, somebody asks for it.
  const areSome = arcs.against.some((node) => node !== -1);
  for (let at = 0; at < arcs.length; at += 1) {
    if (places.drawn[at] === 0) continue;
    const arc = arcs.at(at)!;
    if (arc.against !== undefined) {
      against.push(arc);
      continue;
    }
    const line = lineOf(arc, places.by[arc.to] === at, all);
    if (line === undefined) continue;
    lines.push(line);
    if (areSome) byArc.set(at, line);
  }
  for (const arc of loose)
    if (view.shown[arc.from] === 1 && view.shown[arc.to] === 1) {
      const line = curveOf(arc, all);
      if (line !== undefined) lines.push(line);
    }
  for (const arc of against) {
    const line = counterOf(arc, byArc, all);
    if (line !== undefined) lines.push(line);
  }
  return lines;
}

function lineOf(arc: Arc, isPlacing: boolean, all: Places): PlacedLine | undefined {
  const from = all.at[arc.from];
  const to = all.at[arc.to];
  if (from === undefined || to === undefined) return undefined;
  if (!isPlacing) return curveOf(arc, all);
  if (arc.edge.kind === "challenges") return challenge(arc, from, to, all);
  if (arc.edge.kind === "responsibility") return sideways(arc, from, to, true);
  return arc.isBeside ? sideways(arc, from, to, false) : downwards(arc, from, to, all);
}

/** To what stands beside a node, or from it to the node. */
function sideways(arc: Arc, from: PlacedNode, to: PlacedNode, isBack: boolean): PlacedLine {
  const side = middleOf(to).x < middleOf(from).x ? "left" : "right";
  const turn = side === "left" ? -1 : 1;
  const start = middleOf(from).y;
  const isLevel = start > topOf(to) + 10 && start < bottomOf(to) - 10;
  const end = isLevel ? start : middleOf(to).y;
  const [a, b] = [
    { x: edgeAt(from, start, side), y: start },
    { x: edgeAt(to, end, side === "left" ? "right" : "left"), y: end },
  ];
  const bus = b.x - turn * besideGap * 0.6;
  const points = isLevel ? [a, b] : [a, { x: bus, y: start }, { x: bus, y: end }, b];
  const sign = { x: b.x - turn * signAway, y: end };
  return isBack ? straight(arc, to, from, points.toReversed(), sign) : straight(arc, from, to, points, sign);
}

function downwards(arc: Arc, from: PlacedNode, to: PlacedNode, { tops, trunks }: Places): PlacedLine {
  const bus = busOf(from.rank, tops);
  const start = from.left + from.width / 2;
  const end = to.left + to.width / 2;
  const first = bottomOf(from);
  const trunk = trunks[arc.to]!;
  if (Number.isNaN(trunk)) {
    // Beside the middle of its end, as the lines to the others begin in the middle.
    const x = Math.abs(start - end) < nearly ? start : end;
    const last = { x, y: topOf(to, x) };
    const points = [{ x: start, y: first }, ...elbow(start, x, bus), last];
    return straight(arc, from, to, points, { x, y: last.y - signAway });
  }
  const { y } = middleOf(to);
  const side = end < trunk ? "right" : "left";
  const x = edgeAt(to, y, side);
  const points = [{ x: start, y: first }, ...elbow(start, trunk, bus), { x: trunk, y }, { x, y }];
  return straight(arc, from, to, points, { x: x + (side === "right" ? signAway : -signAway), y });
}

/** A challenge leads up from the challenger, whose node is the arc's lower end. */
function challenge(arc: Arc, target: PlacedNode, challenger: PlacedNode, { tops }: Places): PlacedLine {
  const lane = (tops[target.rank + 1] ?? 0) - challengeHeight;
  const start = middleOf(challenger).x;
  const end = middleOf(target).x + Math.min(24, target.width / 4);
  const points = [{ x: start, y: topOf(challenger) }, ...elbow(start, end, lane), { x: end, y: bottomOf(target, end) }];
  return straight(arc, challenger, target, points, { x: start, y: topOf(challenger) - 14 });
}

/** A challenge of an edge ends on that edge's line. */
function counterOf(arc: Arc, byArc: ReadonlyMap<number, PlacedLine>, all: Places): PlacedLine | undefined {
  const { at, tops, view } = all;
  const { arcs, out } = view.graph;
  const challenger = at[arc.to];
  const near = at[arc.from];
  if (challenger === undefined || near === undefined) return undefined;
  let aim: PlacedLine | undefined;
  for (let row = out.start[arc.from]!; row < out.start[arc.from + 1]!; row += 1) {
    const other = out.items[row]!;
    if (arcs.to[other] === arc.against && arcs.challenges[other] === 0) aim ??= byArc.get(other);
  }
  if (aim === undefined) return challenge(arc, near, challenger, all);
  const { sign } = aim;
  const start = middleOf(challenger).x;
  const first = { x: start, y: topOf(challenger) };
  const lane = (tops[near.rank + 1] ?? 0) - challengeHeight;
  const [last, ahead] = [aim.points.at(-1), aim.points.at(-2)];
  const isUpright = last !== undefined && ahead !== undefined && Math.abs(last.x - ahead.x) < 1;
  const end = { x: sign.x + (isUpright ? (start > sign.x ? 2 : -2) : 0), y: sign.y };
  const points =
    isUpright && sign.y < first.y && first.y - sign.y < busHeight
      ? [first, { x: start, y: sign.y }, end]
      : [first, ...elbow(start, end.x, lane), end];
  return {
    ...straight(arc, challenger, near, points, { x: start, y: first.y - 14 }),
    to: view.graph.nodes[arc.against ?? arc.from]?.uid ?? near.uid,
  };
}

/** A line to where something stands by another edge. */
function curveOf(arc: Arc, { at, route }: Places): PlacedLine | undefined {
  const isUp = arc.edge.kind === "challenges";
  const from = at[isUp ? arc.to : arc.from];
  const to = at[isUp ? arc.from : arc.to];
  if (from === undefined || to === undefined || from === to) return undefined;
  const points = route(from, to);
  const first = 3 * Math.floor((points.length - 1) / 6);
  const [a, b, c, d] = points.slice(first, first + 4) as [Point, Point, Point, Point];
  const sign = { x: (a.x + 3 * b.x + 3 * c.x + d.x) / 8, y: (a.y + 3 * b.y + 3 * c.y + d.y) / 8 };
  return { ...straight(arc, from, to, points, sign), isCurved: true };
}

function straight({ edge }: Arc, from: PlacedNode, to: PlacedNode, points: readonly Point[], sign: Point): PlacedLine {
  return { edge, kind: edge.kind, from: from.uid, to: to.uid, points, isCurved: false, sign };
}

function elbow(from: number, to: number, y: number): readonly Point[] {
  return Math.abs(from - to) < 0.5
    ? []
    : [
        { x: from, y },
        { x: to, y },
      ];
}
