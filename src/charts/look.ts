/** How a category looks: colour, shape and hatching say the same, so that none of them must be seen. */

import { type Attributes, element } from "./svg.ts";
import type { Theme } from "./theme.ts";

export type Shape = "square" | "triangle" | "circle" | "diamond" | "cross" | "bar";

/** A kind of thing with a name for people; an id that is a fault class has the look of that class. */
export interface Category {
  readonly id: string;
  readonly label: string;
}

export interface Look {
  readonly color: string;
  readonly shape: Shape;
  /** The shape in a terminal. */
  readonly glyph: string;
  /** Degrees of the hatching in areas; undefined for plain ones. */
  readonly hatch: number | undefined;
}

const shapes: readonly Shape[] = ["square", "triangle", "circle", "diamond", "cross", "bar"];
const glyphs: Readonly<Record<Shape, string>> = {
  square: "■",
  triangle: "▲",
  circle: "●",
  diamond: "◆",
  cross: "✕",
  bar: "┃",
};
const classOrder = ["SystemFault", "SoftwareFault", "UserFault", "ExternalFault"];
const hatches = [undefined, 45, 135, 0] as const;

/** The look of the category at a place of its list. */
export function lookOf({ id }: Category, index: number, theme: Theme): Look {
  const at = classOrder.indexOf(id);
  const place = at === -1 ? index : at;
  const shape = shapes[(at === -1 ? place + (index < 2 ? 4 : 0) : place) % shapes.length] ?? "square";
  const own = Object.hasOwn(theme.classes, id) ? theme.classes[id] : undefined;
  const color = own ?? (id === "" || id === "–" ? theme.muted : theme.series[index % theme.series.length]) ?? theme.ink;
  return { color, shape, glyph: glyphs[shape], hatch: hatches[place % hatches.length] };
}

/** A shape around a point; `size` is its width in pixels. */
export function marker(shape: Shape, x: number, y: number, size: number, color: string, more: Attributes = {}): string {
  const r = size / 2;
  const paint = { fill: color, ...more };
  switch (shape) {
    case "square":
      return element("rect", { x: x - r, y: y - r, width: size, height: size, ...paint });
    case "triangle":
      return element("path", { d: `M${x} ${y - r}L${x + r} ${y + r}H${x - r}Z`, ...paint });
    case "circle":
      return element("circle", { cx: x, cy: y, r, ...paint });
    case "diamond":
      return element("path", {
        d: `M${x} ${y - r * 1.2}L${x + r * 1.2} ${y}L${x} ${y + r * 1.2}L${x - r * 1.2} ${y}Z`,
        ...paint,
      });
    case "cross":
      return element("path", {
        d: `M${x - r} ${y - r}L${x + r} ${y + r}M${x - r} ${y + r}L${x + r} ${y - r}`,
        stroke: color,
        "stroke-width": 2,
        fill: "none",
      });
    case "bar":
      return element("rect", { x: x - 1.5, y: y - r, width: 3, height: size, ...paint });
  }
}

/** Definitions of a hatching in a colour, and the paint that uses it. */
export function hatching(
  id: string,
  { color, hatch }: Look,
  theme: Theme,
): { readonly defs: string; readonly fill: string } {
  if (hatch === undefined) return { defs: "", fill: color };
  const lines = element("path", { d: "M0 3H7", stroke: theme.ground, "stroke-width": 1.2, "stroke-opacity": 0.5 });
  const ground = element("rect", { width: 7, height: 7, fill: color });
  const defs = element(
    "pattern",
    { id, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${hatch})` },
    ground,
    lines,
  );
  return { defs, fill: `url(#${id})` };
}
