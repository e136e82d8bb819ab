/** Parts of a picture as elements of SVG; texts are fitted to their width, so that they stay in their boxes whatever font draws them. */

import { boldness, type Part, type PartLook, type TextPart } from "../../charts/index.ts";
import { type Properties, svg } from "../dom/element.ts";
import { variable } from "./colours.ts";

export function partElement(part: Part): SVGElement {
  switch (part.kind) {
    case "rect": {
      const { x, y, width, height, radius } = part;
      return svg("rect", {
        x: near(x),
        y: near(y),
        width: near(width),
        height: near(height),
        rx: radius,
        ...look(part),
      });
    }
    case "ellipse":
      return svg("ellipse", { cx: near(part.x), cy: near(part.y), rx: part.rx, ry: part.ry, ...look(part) });
    case "path": {
      const { d, at } = part;
      const transform = at === undefined ? undefined : `translate(${near(at.x)} ${near(at.y)}) scale(${at.scale})`;
      return svg("path", { d, transform, ...look(part) });
    }
    case "text":
      return textElement(part);
  }
}

function look({ fill, line, thick, dash, round }: PartLook): Properties {
  return {
    fill: fill === undefined ? "none" : variable(fill),
    stroke: line === undefined ? undefined : variable(line),
    "stroke-width": line === undefined ? undefined : thick,
    "stroke-dasharray": dash?.join(" "),
    "stroke-linecap": round === true ? "round" : undefined,
    "stroke-linejoin": round === true ? "round" : undefined,
  };
}

function textElement({ x, y, size, text, ink, anchor, bold, width }: TextPart): SVGElement {
  const isFitted = text.length > 3;
  return svg(
    "text",
    {
      x: near(x),
      y: near(y),
      "font-size": size,
      fill: variable(ink),
      "text-anchor": anchor === "start" ? undefined : anchor,
      stroke: bold === true ? variable(ink) : undefined,
      "stroke-width": bold === true ? size * boldness : undefined,
      textLength: isFitted ? near(width) : undefined,
      lengthAdjust: isFitted ? "spacingAndGlyphs" : undefined,
    },
    text,
  );
}

function near(value: number): number {
  return Math.round(value * 100) / 100;
}
