/** Lines as parts: a solid tip for support, a hollow one for context, an open one and dashes for a challenge (GSN 3). */

import { exactWidth, type Ink, iconPart, type Part } from "../../../charts/index.ts";
import type { EdgeKind } from "../../model/case.ts";
import type { Repetition } from "../../model/pattern.ts";
import type { Point } from "../layout/edges.ts";
import type { PlacedLine } from "../layout/lines.ts";

const inks: Readonly<Record<EdgeKind, Ink>> = {
  supportedBy: "ink",
  inContextOf: "ink",
  challenges: "bad",
  responsibility: "muted",
};
const dashes: Readonly<Record<EdgeKind, readonly number[] | undefined>> = {
  supportedBy: undefined,
  inContextOf: undefined,
  challenges: [7, 4],
  responsibility: [2, 3],
};
const tipLength = 10;
const bend = 8;

/** `claims`: names of assurance claim points on it. */
export function linePartsOf(line: PlacedLine, claims: readonly string[] = []): readonly Part[] {
  const { kind, points, isCurved, sign, edge } = line;
  const ink = inks[kind];
  const dash = dashes[kind];
  const parts: Part[] = [
    {
      kind: "path",
      d: isCurved ? curvePath(points) : linePath(points),
      line: ink,
      thick: 1.4,
      ...(dash === undefined ? {} : { dash }),
    },
    tipOf(kind, points),
  ];
  if (edge.repeats !== undefined || edge.optional === true) {
    parts.push({
      kind: "ellipse",
      x: sign.x,
      y: sign.y,
      rx: 5,
      ry: 5,
      fill: edge.repeats === undefined ? "ground" : ink,
      line: ink,
      thick: 1.4,
    });
    if (edge.repeats !== undefined)
      parts.push(label(repeatText(edge.repeats, edge.optional === true), sign.x + 9, sign.y + 4, ink));
  }
  if (claims.length > 0) {
    parts.push({ kind: "rect", x: sign.x - 4, y: sign.y - 4, width: 8, height: 8, fill: "ink" });
    parts.push(label(claims.join(", "), sign.x + 8, sign.y - 3, ink));
  }
  if (edge.defeated === true)
    parts.push({
      kind: "path",
      d: `M${sign.x - 6} ${sign.y - 6}l12 12M${sign.x + 6} ${sign.y - 6}l-12 12`,
      line: "bad",
      thick: 2.2,
    });
  if (kind === "responsibility") {
    parts.push(iconPart("person", sign.x - 8, sign.y - 8, 16, ink));
    if (edge.note !== undefined) parts.push(label(edge.note, sign.x + 12, sign.y + 4, ink));
  }
  return parts;
}

function label(text: string, x: number, y: number, ink: Ink): Part {
  return { kind: "text", x, y, size: 11, text, ink, anchor: "start", width: exactWidth(text, 11) };
}

/** GSN: n for any number, or the numbers that are allowed. */
export function repeatText({ least, most, each }: Repetition, isOptional: boolean): string {
  const lower = isOptional ? 0 : least;
  const count =
    most === undefined
      ? lower <= 1 && !isOptional
        ? "n"
        : `${lower}..n`
      : lower === most
        ? `${most}`
        : `${lower}..${most}`;
  return each === undefined ? count : `${count} (${each})`;
}

/** The tip of a line at its last point, in the direction in which it arrives. */
function tipOf(kind: EdgeKind, points: readonly Point[]): Part {
  const end = points.at(-1) ?? { x: 0, y: 0 };
  const ahead = points.findLast(({ x, y }) => Math.hypot(x - end.x, y - end.y) > 0.5) ?? { x: end.x, y: end.y - 1 };
  const length = Math.hypot(end.x - ahead.x, end.y - ahead.y);
  const [dx, dy] = [(end.x - ahead.x) / length, (end.y - ahead.y) / length];
  const corner = (side: number): string =>
    `${round(end.x - dx * tipLength + side * dy * 5)} ${round(end.y - dy * tipLength - side * dx * 5)}`;
  const tip = `${round(end.x)} ${round(end.y)}`;
  const d = `M${corner(1)}L${tip}L${corner(-1)}`;
  const ink = inks[kind];
  switch (kind) {
    case "supportedBy":
      return { kind: "path", d: `${d}Z`, fill: ink };
    case "inContextOf":
      return { kind: "path", d: `${d}Z`, fill: "ground", line: ink, thick: 1.2 };
    case "challenges":
    case "responsibility":
      return { kind: "path", d, line: ink, thick: 1.6, round: true };
  }
}

function curvePath([first, ...rest]: readonly Point[]): string {
  if (first === undefined) return "";
  return `M${round(first.x)} ${round(first.y)}C${rest.map(({ x, y }) => `${round(x)} ${round(y)}`).join(" ")}`;
}

/** Straight stretches with round corners. */
function linePath(points: readonly Point[]): string {
  const first = points[0];
  if (first === undefined) return "";
  let d = `M${round(first.x)} ${round(first.y)}`;
  for (let at = 1; at < points.length; at += 1) {
    const [ahead, point, next] = [points[at - 1]!, points[at]!, points[at + 1]];
    if (next === undefined) d += `L${round(point.x)} ${round(point.y)}`;
    else {
      const radius = Math.min(bend, distance(ahead, point) / 2, distance(point, next) / 2);
      const [a, b] = [towards(point, ahead, radius), towards(point, next, radius)];
      d += `L${round(a.x)} ${round(a.y)}Q${round(point.x)} ${round(point.y)} ${round(b.x)} ${round(b.y)}`;
    }
  }
  return d;
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
