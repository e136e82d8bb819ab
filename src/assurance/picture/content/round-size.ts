/** The smallest circle or ellipse around rows of text: short ones at its top and bottom, long ones in its middle. */

import { type Content, type RowSizes, rowLooks, type Sized } from "./rows.ts";

const looks = {
  circle: { aspect: 1, least: 44, small: 22, rooms: [70, 84, 100, 118, 138, 160, 186, 216, 250, 290] },
  oval: { aspect: 1.75, least: 36, small: 20, rooms: [90, 110, 132, 156, 184, 216, 252, 296] },
} as const;
/** Between the text and the line around it. */
const padding = 6;

export function roundSize(content: Content, shape: keyof typeof looks, rows: RowSizes, sized: Sized): void {
  const { aspect, least, small, rooms } = looks[shape];
  let radius = Number.POSITIVE_INFINITY;
  let height = 0;
  let chosen = 0;
  for (let at = firstRoom(content, shape, rows); at < rooms.length; at += 1) {
    const room = rooms[at]!;
    const needed = radiusOf(rows.of(content, room), aspect);
    if (needed >= radius) break;
    radius = needed;
    height = rows.height;
    chosen = room;
  }
  const hasText = content.pieces !== undefined || content.notes.length > 0;
  const half = 4 * Math.ceil(Math.max(hasText ? least : small, radius + padding) / 4);
  sized.width = Math.round(2 * half * aspect);
  sized.height = 2 * half;
  sized.rowsTop = half - height / 2;
  sized.indent = undefined;
  sized.room = chosen;
}

/** Rooms that cut a word, and those in which the rows are higher alone than all of another room is wide, need not be tried. */
function firstRoom(content: Content, shape: keyof typeof looks, rows: RowSizes): number {
  const { aspect, rooms } = looks[shape];
  const last = rooms.length - 1;
  let first = 0;
  while (first < last && rooms[first]! < content.widest) first += 1;
  const { pieces, notes, mostLines } = content;
  if (pieces === undefined || notes.length > 0 || first === last) return first;
  const total = pieces.total();
  const least = (at: number): number => rowLooks.text.height * Math.min(mostLines, Math.ceil(total / (rooms[at]! + 8)));
  let likely = first;
  while (likely < last && least(likely) > rooms[likely]!) likely += 1;
  if (likely === first) return first;
  const needed = radiusOf(rows.of(content, rooms[likely]!), aspect);
  while (first < likely && (least(first) + rowLooks.label.height) / 2 - slack > needed) first += 1;
  return first;
}

/** Letters do not fill their row. */
const slack = 4;

/** Half the height that an ellipse of this aspect needs for the corners of all rows to lie within. */
function radiusOf({ count, widths, heights, height }: RowSizes, aspect: number): number {
  let y = -height / 2;
  let radius = 0;
  for (let at = 0; at < count; at += 1) {
    const below = y + heights[at]!;
    const far = Math.max(Math.abs(y), Math.abs(below)) - slack;
    const half = widths[at]! / 2 / aspect;
    radius = Math.max(radius, half * half + far * far);
    y = below;
  }
  return Math.sqrt(radius);
}
