/** What of a layout lies within a part of the picture: an index of places that is asked at every frame. */

import type { CaseLayout, PlacedLine, PlacedNode } from "../../assurance/index.ts";
import type { Area } from "../camera/camera.ts";

export interface Sight {
  readonly nodesIn: (area: Area) => readonly PlacedNode[];
  /** Lines that can be told from each other there: of those that only pass along the same way, one. */
  readonly linesIn: (area: Area) => readonly PlacedLine[];
  /** The node at a point of the picture. */
  readonly nodeAt: (x: number, y: number) => PlacedNode | undefined;
}

/** What tips and signs take around a line, and hangs on boxes. */
const reach = 24;

const known = new WeakMap<CaseLayout, Sight>();

export function sightOf(layout: CaseLayout): Sight {
  const before = known.get(layout);
  if (before !== undefined) return before;
  const made = sight(layout);
  known.set(layout, made);
  return made;
}

function sight(layout: CaseLayout): Sight {
  const nodes = places(layout.nodes, ({ left, top, width, height }) => [left, top, left + width, top + height]);
  const lines = places(layout.lines, ({ points }) => {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { x, y } of points) {
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
    }
    return [left - reach, top - reach, right + reach, bottom + reach];
  });
  return {
    nodesIn: (area) => nodes.within(area).map((at) => layout.nodes[at]!),
    linesIn: (area) =>
      toldApart(
        lines.within(area).map((at) => layout.lines[at]!),
        area,
      ),
    nodeAt: (x, y) => layout.nodes[nodes.within({ left: x, top: y, width: 0, height: 0 }).at(-1) ?? -1],
  };
}

interface Places {
  readonly within: (area: Area) => readonly number[];
}

/** Sorted by their left ends: what begins right of an area, and what is too far left of it for the widest one, is not looked at. */
function places<T>(items: readonly T[], boxOf: (item: T) => readonly [number, number, number, number]): Places {
  const count = items.length;
  const boxes = items.map(boxOf);
  const order = Uint32Array.from(boxes.keys()).sort((a, b) => boxes[a]![0] - boxes[b]![0]);
  const left = Float64Array.from(order, (at) => boxes[at]![0]);
  const top = Float64Array.from(order, (at) => boxes[at]![1]);
  const right = Float64Array.from(order, (at) => boxes[at]![2]);
  const bottom = Float64Array.from(order, (at) => boxes[at]![3]);
  // The farthest right end of all that begins so far left.
  const farthest = new Float64Array(count);
  for (let at = 0; at < count; at += 1) farthest[at] = Math.max(right[at]!, farthest[at - 1] ?? -Infinity);
  return {
    within: (area) => {
      const [endX, endY] = [area.left + area.width, area.top + area.height];
      const found: number[] = [];
      for (let at = firstOver(farthest, area.left); at < count && left[at]! <= endX; at += 1)
        if (right[at]! >= area.left && bottom[at]! >= area.top && top[at]! <= endY) found.push(order[at]!);
      return found.sort((a, b) => a - b);
    },
  };
}

/** The first place of a rising list that is no less than a value. */
function firstOver(list: Float64Array, value: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The lines of a node's thousand children run along the same way. Of those whose last stretch is not in sight, the one that goes
 * farthest stands for all with the same beginning.
 */
function toldApart(lines: readonly PlacedLine[], area: Area): readonly PlacedLine[] {
  const passing = new Map<string, { readonly line: PlacedLine; readonly far: number }>();
  const told: PlacedLine[] = [];
  for (const line of lines) {
    const { kind, from, points, isCurved, edge } = line;
    const [turn, corner, end] = points.slice(-3);
    const isOwn =
      isCurved ||
      points.length < 3 ||
      edge.defeated === true ||
      turn === undefined ||
      corner === undefined ||
      end === undefined ||
      crosses(corner, end, area);
    if (isOwn) {
      told.push(line);
      continue;
    }
    const [x, y] = [corner.x - turn.x, corner.y - turn.y];
    const key = `${kind} ${from} ${points.length} ${turn.x} ${turn.y} ${Math.sign(x)} ${Math.sign(y)}`;
    const far = Math.abs(x) + Math.abs(y);
    const other = passing.get(key);
    if (other === undefined || far > other.far) passing.set(key, { line, far });
  }
  return passing.size === 0 ? told : [...[...passing.values()].map(({ line }) => line), ...told];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function crosses(a: Point, b: Point, { left, top, width, height }: Area): boolean {
  return (
    Math.max(a.x, b.x) >= left - reach &&
    Math.min(a.x, b.x) <= left + width + reach &&
    Math.max(a.y, b.y) >= top - reach &&
    Math.min(a.y, b.y) <= top + height + reach
  );
}
