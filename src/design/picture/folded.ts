/** A long plan in columns beside each other, so that it fits a page: the way goes on at the top of the next column. */

import type { Block } from "./block.ts";
import { type Scene, wire } from "./scene.ts";
import { sequence } from "./sequence.ts";
import { below, railOffset, railRoom } from "./sizes.ts";

/** Higher plans are folded. */
const highest = 2300;
/** Of a page, its width by its height. */
const aspect = 1.35;
const gutter = 78;
/** Above the columns, for the lines that come from the bottom of those ahead. */
const band = 34;

export interface Folded extends Block {
  /** From the main line's x at the top to its x at the end. */
  readonly shift: number;
}

export function folded(blocks: readonly Block[]): Folded {
  const whole = sequence(blocks);
  if (whole.height <= highest) return { ...whole, shift: 0 };
  const columns = columnsOf(blocks, whole);
  const xs: number[] = [];
  for (const [at, column] of columns.entries()) {
    const ahead = columns[at - 1];
    xs.push(ahead === undefined ? 0 : (xs[at - 1] ?? 0) + ahead.right + gutter + column.left);
  }
  const last = columns.at(-1) ?? whole;
  const first = columns[0] ?? whole;
  const shift = xs.at(-1) ?? 0;
  return {
    ...whole,
    left: first.left,
    right: shift + last.right,
    height: band + Math.max(...columns.map(({ height }) => height)) + below,
    enter: band + first.enter,
    leave: band + last.leave,
    railOut: band + (first.emits ? first.railOut : 0),
    shift,
    draw: (scene, x, y) => {
      for (const [at, column] of columns.entries()) {
        const isFed = columns.slice(at + 1).some(({ emits }) => emits);
        const place = { column, x: x + (xs[at] ?? 0), y: y + band };
        column.draw(scene, place.x, place.y, isFed);
        if (isFed && !column.emits)
          wire(scene, "back", false, [place.x + railOffset, place.y + column.height], [place.x + railOffset, place.y]);
        const next = columns[at + 1];
        if (next !== undefined) joins(scene, place, { column: next, x: x + (xs[at + 1] ?? 0), y: y + band }, isFed);
      }
    },
  };
}

/** Columns of about the same height, as many as make the plan about as wide as a page. */
function columnsOf(blocks: readonly Block[], { left, right, height }: Block): readonly Block[] {
  const width = left + right + gutter;
  const count = Math.max(2, Math.round(Math.sqrt((aspect * height) / width)));
  const most = height / count;
  const columns: Block[][] = [[]];
  let taken = 0;
  for (const block of blocks) {
    if (taken + block.height / 2 > most && columns.length < count && taken > 0) {
      columns.push([]);
      taken = 0;
    }
    columns.at(-1)?.push(block);
    taken += block.height + below;
  }
  const made = columns.map((each) => sequence(each));
  // The line of undoing passes through those from which nothing is taken back, too.
  return made.map((column, at) =>
    made.slice(at + 1).some(({ emits }) => emits) ? { ...column, right: Math.max(column.right, railRoom) } : column,
  );
}

interface Placed {
  readonly column: Block;
  readonly x: number;
  readonly y: number;
}

/** The main line from the bottom of a column to the top of the next, and the line of undoing the other way. */
function joins(scene: Scene, from: Placed, to: Placed, isFed: boolean): void {
  const bottom = from.y + from.column.height;
  const edge = from.x + from.column.right;
  wire(
    scene,
    "goes",
    true,
    [from.x, from.y + from.column.leave],
    [from.x, bottom + 30],
    [edge + 50, bottom + 30],
    [edge + 50, to.y - 24],
    [to.x, to.y - 24],
    [to.x, to.y + to.column.enter],
  );
  if (!isFed) return;
  const [rail, next] = [from.x + railOffset, to.x + railOffset];
  const out = to.column.emits ? to.column.railOut : 0;
  const into = from.column.emits ? from.column.railIn : from.column.height;
  wire(
    scene,
    "back",
    from.column.emits && from.column.railTip,
    [next, to.y + out],
    [next, to.y - 12],
    [edge + 26, to.y - 12],
    [edge + 26, bottom + 16],
    [rail, bottom + 16],
    [rail, from.y + into],
  );
}
