/** The smallest circle or ellipse around rows of text: short ones at its top and bottom, long ones in its middle. */

import { type Content, heightOf, type Row, rowLooks, rowsOf, type Sized } from "./rows.ts";

const looks = {
  circle: { aspect: 1, least: 44, small: 22, rooms: [70, 84, 100, 118, 138, 160, 186, 216, 250, 290] },
  oval: { aspect: 1.75, least: 36, small: 20, rooms: [90, 110, 132, 156, 184, 216, 252, 296] },
} as const;
/** Between the text and the line around it. */
const padding = 6;

export function roundSize(content: Content, shape: keyof typeof looks): Sized {
  const { aspect, least, small, rooms } = looks[shape];
  let best: { readonly rows: readonly Row[]; readonly radius: number } | undefined;
  for (const room of rooms) {
    if (room < content.widest && room !== rooms.at(-1)) continue;
    const rows = rowsOf(content, room);
    const radius = radiusOf(rows, aspect);
    if (best !== undefined && radius >= best.radius) break;
    best = { rows, radius };
  }
  const { rows, radius } = best ?? { rows: [], radius: 0 };
  const hasText = content.pieces !== undefined || content.notes.length > 0;
  const half = 4 * Math.ceil(Math.max(hasText ? least : small, radius + padding) / 4);
  return {
    width: Math.round(2 * half * aspect),
    height: 2 * half,
    rows,
    rowsTop: half - heightOf(rows) / 2,
    indent: undefined,
  };
}

/** Half the height that an ellipse of this aspect needs for the corners of all rows to lie within. */
function radiusOf(rows: readonly Row[], aspect: number): number {
  let [y, radius] = [-heightOf(rows) / 2, 0];
  for (const { role, width } of rows) {
    const below = y + rowLooks[role].height;
    // Letters do not fill their row.
    const far = Math.max(Math.abs(y), Math.abs(below)) - 4;
    radius = Math.max(radius, Math.hypot(width / 2 / aspect, far));
    y = below;
  }
  return radius;
}
