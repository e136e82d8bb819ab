/** How large a shape with straight sides is: as wide as a text of its length looks well in. */

import { type Content, type RowSizes, rowLooks, type Sized } from "./rows.ts";
import type { Shape } from "./shapes.ts";

/** The slope of a parallelogram's sides, in pixels. */
export const slant = 16;

interface Frame {
  readonly side: number;
  readonly least: number;
  readonly rooms: readonly number[];
}

const rooms = [150, 180, 220, 270, 340];
const frames: Readonly<Record<Exclude<Shape, "circle" | "oval">, Frame>> = {
  box: { side: 12, least: 150, rooms },
  slant: { side: 10 + slant, least: 170, rooms },
  round: { side: 18, least: 120, rooms: [120, 150, 180, 220, 270, 340] },
  folder: { side: 12, least: 130, rooms },
  contract: { side: 12, least: 130, rooms },
  absent: { side: 12, least: 60, rooms },
};
const step = 12;
const padding = 9;
/** Of labels without a text. */
const smallPadding = 6;

export function flatSize(content: Content, shape: keyof typeof frames, rows: RowSizes, sized: Sized): void {
  const { side, least, rooms } = frames[shape];
  const hasText = content.pieces !== undefined || content.notes.length > 0;
  let room = 0;
  if (content.charWrap === undefined)
    for (let at = 0; at < rooms.length; at += 1) {
      room = rooms[at]!;
      if (rows.of(content, room).height <= room * 0.62) break;
    }
  else {
    room = content.charWrap * rowLooks.text.size * 0.5;
    rows.of(content, room);
  }
  const pad = hasText ? padding : smallPadding;
  // In steps, so that boxes beside each other look alike.
  sized.width = Math.max(hasText ? least : 44, step * Math.ceil((rows.widest() + 2 * side) / step));
  sized.height = rows.height + 2 * pad;
  sized.rowsTop = pad;
  sized.indent = hasText ? side : undefined;
  sized.room = room;
}
