/** A node's box as parts, from its own left upper corner. */

import { exactWidth, fittedText, type Ink, iconPart, type Part, type PartLook } from "../../../charts/index.ts";
import type { Box } from "../content/box.ts";
import { bandHeight, foldHeight, hangerHeight, tabHeight } from "../content/heights.ts";
import { iconRoom, iconSize, pillSide, type Row, rowLooks } from "../content/rows.ts";
import { letterOf, marks } from "../content/shapes.ts";
import { outlineOf } from "./outline.ts";

/** The tone of what is folded. */
const quiet = "muted";

/** `isPublic`: other modules may refer to it. */
export function partsOf(box: Box, isPublic = false): readonly Part[] {
  const { node, shape, tone, width, body } = box;
  const area = { x: 0, y: body.top, width, height: body.height };
  const parts: Part[] = [...outlineOf(shape, area, lookOf(box), node.away !== undefined)];
  if (node.defeated === true) parts.push(cross(area.x, area.y, width, body.height));
  let y = body.top + box.rowsTop;
  for (const row of box.rows) {
    if (node.defeated === true) parts.push(behind(row, box, y));
    parts.push(...rowParts(row, box, y));
    y += rowLooks[row.role].height;
  }
  const bottom = body.top + body.height;
  if (node.away !== undefined) parts.push(...compartment(node.away.module, width, bottom - bandHeight));
  const letter = letterOf(node);
  if (letter !== "") {
    // Outside of the round shape, to its right and below.
    const [x, down] = [(width / 2) * (1 + Math.SQRT1_2) + 4, (body.height / 2) * (1 + Math.SQRT1_2) + 12];
    parts.push(text(letter, x, body.top + (node.away === undefined ? down : body.height), 13, tone, "start", true));
  }
  if (isPublic) parts.push(...miniature(width - 24, body.top - 5, tone));
  if ((node.claimPoints ?? []).some(({ at }) => at.includes(node.label)))
    parts.push({ kind: "rect", x: -4, y: body.top + body.height / 2 - 4, width: 8, height: 8, fill: "ink" });
  parts.push(...hangers(box, bottom + (shape === "contract" ? tabHeight : 0)));
  return parts;
}

function lookOf({ tone, mark, shape }: Box): PartLook {
  const fill: Ink = `${tone} ground`;
  if (mark === undefined || mark === "holds")
    return { fill, line: tone, thick: shape === "box" || shape === "slant" ? 1.6 : 1.4 };
  return { fill, line: marks[mark].tone, thick: 2.4, ...(mark === "missing" ? { dash: [6, 4] } : {}) };
}

/** A cross over what is defeated, below its words. */
function cross(x: number, y: number, width: number, height: number): Part {
  const d = `M${x} ${y}l${width} ${height}M${x + width} ${y}l${-width} ${height}`;
  return { kind: "path", d, line: "bad", thick: 1.6 };
}

/** What keeps the cross away from words that have to be read all the same. */
function behind({ role, width }: Row, box: Box, y: number): Part {
  const x = (box.indent ?? (box.width - width) / 2) - 2;
  return { kind: "rect", x, y, width: width + 4, height: rowLooks[role].height, fill: `${box.tone} ground` };
}

function rowParts(row: Row, { width, indent }: Box, top: number): readonly Part[] {
  const { size, height } = rowLooks[row.role];
  const parts: Part[] = [];
  let x = indent ?? (width - row.width) / 2;
  const middle = top + height / 2;
  if (row.role === "status") {
    const [tall, ink] = [height - 3, row.ink];
    parts.push({
      kind: "rect",
      x,
      y: middle - tall / 2 + 1,
      width: row.width,
      height: tall,
      radius: tall / 2,
      fill: "ground",
      line: ink,
      thick: 0.9,
    });
    x += pillSide;
  }
  const lower = row.role === "status" ? 1 : 0;
  if (row.icon !== undefined) {
    parts.push(iconPart(row.icon, x, middle - iconSize / 2 + lower, iconSize, row.ink));
    x += iconRoom;
  }
  if (row.text !== "")
    parts.push(text(row.text, x, middle + size * 0.36 + lower, size, row.ink, "start", row.role === "label"));
  if (row.mark !== undefined) {
    const { icon, tone } = marks[row.mark];
    parts.push(iconPart(icon, x + exactWidth(row.text, size) + 6, middle - iconSize / 2, iconSize, tone));
  }
  return parts;
}

/** The lower part of an away element: a miniature of a module, and its name. */
function compartment(module: string, width: number, top: number): readonly Part[] {
  const shown = fittedText(module, 11, width - 34, exactWidth);
  const room = exactWidth(shown, 11);
  const x = (width - room - 18) / 2;
  return [...miniature(x, top + 5, "ink"), text(shown, x + 20, top + 15, 11, "ink", "start", false)];
}

function miniature(x: number, y: number, line: Ink): readonly Part[] {
  return [{ kind: "path", d: `M${x} ${y}h6v3h8v9h-14Z`, fill: "ground", line, thick: 1.1 }];
}

function hangers({ node, width, foldText, tone }: Box, bottom: number): readonly Part[] {
  const x = width / 2;
  const parts: Part[] = [];
  let y = bottom;
  const look = { fill: "ground", line: tone, thick: 1.4 } as const;
  if (node.undeveloped === true) {
    parts.push({ kind: "path", d: `M${x} ${y}l8 8l-8 8l-8 -8Z`, ...look });
    // Both signs over each other: a diamond with a line.
    if (node.uninstantiated === true) parts.push({ kind: "path", d: `M${x - 8} ${y + 8}h16`, ...look });
    y += hangerHeight;
  } else if (node.uninstantiated === true) {
    parts.push({ kind: "path", d: `M${x} ${y}l9 15h-18Z`, ...look });
    y += hangerHeight;
  }
  if (foldText !== "") {
    const wide = exactWidth(foldText, 12) + 18;
    parts.push(
      { kind: "path", d: `M${x} ${y}v6`, line: "muted", thick: 1.2 },
      {
        kind: "rect",
        x: x - wide / 2,
        y: y + 6,
        width: wide,
        height: foldHeight - 7,
        radius: 9,
        fill: `${quiet} ground`,
        line: "muted",
      },
      text(foldText, x, y + 20, 12, "ink", "middle", false),
    );
  }
  return parts;
}

function text(
  words: string,
  x: number,
  y: number,
  size: number,
  ink: Ink,
  anchor: "start" | "middle" | "end",
  bold: boolean,
): Part {
  return {
    kind: "text",
    x,
    y,
    size,
    text: words,
    ink,
    anchor,
    width: exactWidth(words, size),
    ...(bold ? { bold } : {}),
  };
}
