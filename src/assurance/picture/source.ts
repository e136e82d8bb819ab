/** The case within its picture: written into SVG, and found there again. */

import { element } from "../../charts/index.ts";

/** Names the element; nothing has to be there. */
const namespace = "https://dscript.dev/ns/dcase";

export function metadataOf(source: string): string {
  return element("metadata", {}, element("case", { xmlns: namespace }, kept(source)));
}

/** The text that was put into a picture; undefined where there is none. Whitespace and signs are what they were. */
export function sourceInSvg(svg: string): string | undefined {
  const mark = svg.indexOf(`"${namespace}"`);
  if (mark === -1) return undefined;
  const start = svg.indexOf(">", mark);
  const end = svg.indexOf("<", start);
  if (start === -1 || end === -1) return undefined;
  return svg
    .slice(start + 1, end)
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}

/** Every sign that XML can hold, as it is or by its number; line ends and signs that turn the direction by their number, so that nobody changes them. */
function kept(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>\r\u202a-\u202e\u2066-\u2069]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`);
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
