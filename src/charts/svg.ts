/** SVG as text: elements, escaped attributes and texts. */

import { textWidth } from "./text/measure.ts";

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Fonts with Japanese first; the first one is what PNG pictures are drawn with. */
export const pictureFont =
  "'Sawarabi Gothic','Noto Sans JP','Noto Sans CJK JP','Hiragino Sans','Yu Gothic UI',Meiryo,'DejaVu Sans',sans-serif";

/** An element with its children as text; an attribute that is undefined is left out. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let open = `<${name}`;
  // A picture has thousands of elements: no lists are made of their attributes.
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) open += ` ${key}="${typeof value === "number" ? rounded(value) : escaped(value)}"`;
  }
  return children.length === 0 ? `${open}/>` : `${open}>${children.join("")}</${name}>`;
}

/** A line of text; `size` is in pixels. */
export function textAt(x: number, y: number, size: number, fill: string, text: string, more: Attributes = {}): string {
  return element("text", { x, y, "font-size": size, fill, ...more }, escaped(text));
}

/** A picture: its content on a ground, with a title that screen readers say. */
export function picture(
  width: number,
  height: number,
  ground: string,
  title: string,
  ...content: readonly string[]
): string {
  return `${element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
      role: "img",
      "font-family": pictureFont,
    },
    "\n",
    element("title", {}, escaped(title)),
    "\n",
    element("rect", { width, height, fill: ground }),
    "\n",
    content.filter((part) => part !== "").join("\n"),
    "\n",
  )}\n`;
}

/** What XML does not take becomes U+FFFD; what is markup is escaped. */
export function escaped(text: string): string {
  if (/^[\t -!#-%'-;=?-~]*$/.test(text)) return text;
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Two digits behind the point are enough for a pixel. */
export function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A text that is cut to so many pixels, with "…" at its end. */
export function fittedText(text: string, size: number, most: number, measure = textWidth): string {
  if (measure(text, size) <= most) return text;
  let kept = "";
  let width = measure("…", size);
  for (const character of text) {
    width += measure(character, size);
    if (width > most) break;
    kept += character;
  }
  return `${kept}…`;
}
