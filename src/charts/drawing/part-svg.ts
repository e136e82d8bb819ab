/** Parts of a picture as SVG. */

import { type Attributes, element, escaped, rounded } from "../svg.ts";
import type { Theme } from "../theme.ts";
import { boldness, colourOf, type Look, type Part, type TextPart } from "./part.ts";

/** One element; texts are fitted to their width, so that they stay in their boxes whatever font draws them. */
export function partSvg(part: Part, theme: Theme): string {
  switch (part.kind) {
    case "rect": {
      const { x, y, width, height, radius } = part;
      return element("rect", { x, y, width, height, rx: radius, ...looks(part, theme) });
    }
    case "ellipse": {
      const { x, y, rx, ry } = part;
      return rx === ry
        ? element("circle", { cx: x, cy: y, r: rx, ...looks(part, theme) })
        : element("ellipse", { cx: x, cy: y, rx, ry, ...looks(part, theme) });
    }
    case "path":
      return element("path", { d: part.d, transform: placed(part.at), ...looks(part, theme) });
    case "text":
      return textSvg(part, theme);
  }
}

function placed(
  at: { readonly x: number; readonly y: number; readonly scale: number } | undefined,
): string | undefined {
  if (at === undefined) return undefined;
  return `translate(${rounded(at.x)} ${rounded(at.y)})${at.scale === 1 ? "" : ` scale(${rounded(at.scale)})`}`;
}

function looks({ fill, line, thick, dash, round }: Look, theme: Theme): Attributes {
  return {
    fill: fill === undefined ? "none" : colourOf(fill, theme),
    stroke: line === undefined ? undefined : colourOf(line, theme),
    "stroke-width": line === undefined ? undefined : thick,
    "stroke-dasharray": dash?.map(rounded).join(" "),
    "stroke-linecap": round === true ? "round" : undefined,
    "stroke-linejoin": round === true ? "round" : undefined,
  };
}

function textSvg({ x, y, size, text, ink, anchor, bold, width }: TextPart, theme: Theme): string {
  const fill = colourOf(ink, theme);
  return element(
    "text",
    {
      x,
      y,
      "font-size": size,
      fill,
      "text-anchor": anchor === "start" ? undefined : anchor,
      stroke: bold === true ? fill : undefined,
      "stroke-width": bold === true ? size * boldness : undefined,
      textLength: [...text].length > 3 ? width : undefined,
      lengthAdjust: [...text].length > 3 ? "spacingAndGlyphs" : undefined,
    },
    escaped(text),
  );
}
