/** The smallest circle or ellipse around rows of text: short ones at its top and bottom, long ones in its middle. */

import type { Content, RowSizes, Sized } from "./rows.ts";

const looks = {
  circle: { aspect: 1, least: 44, small: 22, rooms: [70, 84, 100, 118, 138, 160, 186, 216, 250, 290] },
  oval: { aspect: 1.75, least: 36, small: 20, rooms: [90, 110, 132, 156, 184, 216, 252, 296] },
} as const;
/** Between the text and the line around it. */
const padding = 6;

export function roundSize(content: Content, shape: keyof typeof looks, rows: RowSizes): Sized {
  const { aspect, least, small, rooms } = looks[shape];
  let [radius, height, chosen] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const room of rooms) {
    if (room < content.widest && room !== rooms.at(-1)) continue;
    const needed = radiusOf(rows.of(content, room), aspect);
    if (needed >= radius) break;
    [radius, height, chosen] = [needed, rows.height, room];
  }
  const hasText = content.pieces !== undefined || content.notes.length > 0;
  const half = 4 * Math.ceil(Math.max(hasText ? least : small, radius + padding) / 4);
  const width = Math.round(2 * half * aspect);
  return { width, height: 2 * half, rowsTop: half - height / 2, indent: undefined, room: chosen };
}

/** Half the height that an ellipse of this aspect needs for the corners of all rows to lie within. */
function radiusOf({ count, widths, heights, height }: RowSizes, aspect: number): number {
  let [y, radius] = [-height / 2, 0];
  for (let at = 0; at < count; at += 1) {
    const below = y + heights[at]!;
    // Letters do not fill their row.
    const far = Math.max(Math.abs(y), Math.abs(below)) - 4;
    radius = Math.max(radius, Math.hypot(widths[at]! / 2 / aspect, far));
    y = below;
  }
  return radius;
}
