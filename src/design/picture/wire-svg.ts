/** Draws wires: their dashes and tips say the same as their colours; those of failing are drawn over others, with a gap. */

import { element, paintOf, type Theme } from "../../charts/index.ts";
import type { Tone, Wire, WireKind } from "./scene.ts";

export const wireTones: Readonly<Record<WireKind, Tone>> = { goes: "ink", fails: "bad", back: "back" };
const dashes: Readonly<Record<WireKind, string | undefined>> = { goes: undefined, fails: "6 4", back: "1.5 3.5" };
const bend = 9;
/** What a tip takes of a wire's end. */
const tipLength = 9;

export function wireSvg({ kind, points, tip }: Wire, theme: Theme): string {
  const { line } = paintOf(wireTones[kind], theme);
  const d = pathOf(tip ? shortened(points) : points);
  const path = element("path", {
    d,
    stroke: line,
    "stroke-width": kind === "back" ? 2.4 : 1.7,
    "stroke-dasharray": dashes[kind],
    "stroke-linecap": kind === "back" ? "round" : undefined,
    fill: "none",
    "marker-end": tip ? `url(#${kind})` : undefined,
  });
  return kind === "goes"
    ? path
    : `${element("path", { d, stroke: theme.ground, "stroke-width": 6, fill: "none" })}${path}`;
}

/** The tips of all kinds. */
export function tipDefs(theme: Theme): string {
  const kinds = Object.keys(wireTones) as WireKind[];
  return element(
    "defs",
    {},
    ...kinds.map((id) =>
      element(
        "marker",
        { id, markerWidth: 11, markerHeight: 11, refX: 0, refY: 5.5, orient: "auto", markerUnits: "userSpaceOnUse" },
        element("path", {
          d: "M0 1L9.5 5.5L0 10Z",
          fill: id === "back" ? theme.ground : paintOf(wireTones[id], theme).line,
          stroke: paintOf(wireTones[id], theme).line,
          "stroke-width": id === "back" ? 1.5 : 0,
        }),
      ),
    ),
  );
}

type Points = Wire["points"];

function shortened(points: Points): Points {
  const [end, ahead] = [points.at(-1), points.at(-2)];
  if (end === undefined || ahead === undefined) return points;
  const length = Math.hypot(end[0] - ahead[0], end[1] - ahead[1]);
  const part = Math.max(0, (length - tipLength) / (length || 1));
  const last = [ahead[0] + (end[0] - ahead[0]) * part, ahead[1] + (end[1] - ahead[1]) * part] as const;
  return [...points.slice(0, -1), last];
}

/** Straight stretches with round corners. */
function pathOf(points: Points): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  let d = `M${number(first[0])} ${number(first[1])}`;
  for (const [at, point] of rest.entries()) {
    const [ahead, next] = [points[at] ?? first, rest[at + 1]];
    if (next === undefined) d += `L${number(point[0])} ${number(point[1])}`;
    else {
      const [a, b] = [towards(point, ahead), towards(point, next)];
      d += `L${number(a[0])} ${number(a[1])}Q${number(point[0])} ${number(point[1])} ${number(b[0])} ${number(b[1])}`;
    }
  }
  return d;
}

function towards(from: readonly [number, number], to: readonly [number, number]): readonly [number, number] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const part = Math.min(bend, length / 2) / length;
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
}

function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}
