/** What stands above a chart: title, subtitle, legend. */

import { type Category, hatching, lookOf, marker } from "./look.ts";
import { element, fittedText, textAt } from "./svg.ts";
import { textWidth } from "./text/measure.ts";
import type { Theme } from "./theme.ts";

/** The width of every chart, and its margins, in pixels. */
export const width = 960;
export const margin = { left: 72, right: 28, top: 24, bottom: 24 };

export interface Heading {
  readonly svg: string;
  /** Where it ends. */
  readonly bottom: number;
}

export interface LegendEntry {
  readonly category: Category;
  /** Its place among the categories. */
  readonly index: number;
  /** "1,234", behind the label; empty for none. */
  readonly note: string;
}

/** Draws it at the top; a legend of marks shows their shapes, one of areas their hatching. */
export function heading(
  title: string,
  subtitle: string,
  legend: readonly LegendEntry[],
  kind: "marks" | "areas",
  theme: Theme,
): Heading {
  const left = 28;
  const most = width - left - margin.right;
  const parts = [
    textAt(left, 40, 20, theme.ink, fittedText(title, 20, most)),
    subtitle === "" ? "" : textAt(left, 62, 13, theme.muted, fittedText(subtitle, 13, most)),
  ];
  let bottom = subtitle === "" ? 52 : 74;
  if (legend.length > 0) {
    let x = left;
    let y = bottom + 16;
    for (const { category, index, note } of legend) {
      const label = fittedText(category.label, 13, 260);
      const taken = 20 + textWidth(label, 13) + (note === "" ? 0 : 8 + textWidth(note, 13)) + 22;
      if (x + taken > width - margin.right && x > left) {
        x = left;
        y += 22;
      }
      const look = lookOf(category, index, theme);
      if (kind === "marks") parts.push(marker(look.shape, x + 6, y - 5, 11, look.color));
      else {
        const { fill } = hatching(patternId(index), look, theme);
        parts.push(element("rect", { x, y: y - 11, width: 13, height: 13, rx: 2, fill }));
      }
      parts.push(textAt(x + 20, y, 13, theme.ink, label));
      if (note !== "") parts.push(textAt(x + 28 + textWidth(label, 13), y, 13, theme.muted, note));
      x += taken;
    }
    bottom = y + 10;
  }
  return { svg: parts.join("\n"), bottom };
}

/** The hatching of the category at a place. */
export function patternId(index: number): string {
  return `hatch${index}`;
}

/** The definitions of all hatchings that a chart uses. */
export function hatchings(categories: readonly Category[], theme: Theme): string {
  const defs = categories.map(
    (category, index) => hatching(patternId(index), lookOf(category, index, theme), theme).defs,
  );
  return defs.every((one) => one === "") ? "" : element("defs", {}, ...defs);
}
