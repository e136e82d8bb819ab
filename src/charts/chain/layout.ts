/** Where the boxes of a chain stand: causes to the left of their effects, a lane a host. */

import type { ChainBox, ChainChart } from "./model.ts";
import { wrapped } from "./wrap.ts";

/** Pixels. */
export const boxWidth = 204;
const columnGap = 76;
const rowGap = 18;
const lanePadding = 18;
export const titleSize = 13;
export const noteSize = 11.5;
const inner = boxWidth - 24;

export interface PlacedBox {
  readonly box: ChainBox;
  readonly left: number;
  readonly top: number;
  readonly height: number;
  readonly title: readonly string[];
  readonly note: readonly string[];
}

export interface PlacedLane {
  readonly label: string;
  readonly top: number;
  readonly bottom: number;
}

export interface Layout {
  readonly boxes: readonly PlacedBox[];
  readonly lanes: readonly PlacedLane[];
  readonly right: number;
  readonly bottom: number;
}

/** Places everything from a point on to the right and downward. */
export function layoutOf({ boxes, arrows, lanes }: ChainChart, left: number, top: number): Layout {
  const layers = layersOf(boxes.length, arrows);
  const sized = boxes.map((box) => {
    const title = wrapped(box.title, titleSize, inner, 4);
    const note = wrapped(box.note, noteSize, inner, 2);
    return { box, title, note, height: 40 + title.length * 18 + (note.length > 0 ? 4 + note.length * 15 : 0) };
  });
  const middle = new Map<number, number>();
  const placed: (PlacedBox | undefined)[] = boxes.map(() => undefined);
  const placedLanes: PlacedLane[] = [];
  let y = top;
  for (const [lane, label] of lanes.entries()) {
    const laneTop = y;
    let laneBottom = laneTop + lanePadding;
    for (let layer = 0; layer <= Math.max(0, ...layers); layer += 1) {
      const members = sized.flatMap((_, index) =>
        boxes[index]?.lane === lane && layers[index] === layer ? [index] : [],
      );
      // Beside their causes, so that arrows do not cross more than they must.
      const causeOf = (index: number): number => {
        const heights = arrows.flatMap(({ from, to }) => (to === index ? (middle.get(from) ?? []) : []));
        return heights.length === 0 ? 0 : heights.reduce((sum, one) => sum + one, 0) / heights.length;
      };
      members.sort((a, b) => causeOf(a) - causeOf(b) || a - b);
      let rowTop = laneTop + lanePadding;
      for (const index of members) {
        const one = sized[index];
        if (one === undefined) continue;
        placed[index] = { ...one, left: left + layer * (boxWidth + columnGap), top: rowTop };
        middle.set(index, rowTop + one.height / 2);
        rowTop += one.height + rowGap;
      }
      laneBottom = Math.max(laneBottom, rowTop - (members.length > 0 ? rowGap : 0));
    }
    y = laneBottom + lanePadding;
    placedLanes.push({ label, top: laneTop, bottom: y });
  }
  return {
    boxes: placed.filter((one) => one !== undefined),
    lanes: placedLanes,
    right: left + (Math.max(0, ...layers) + 1) * (boxWidth + columnGap) - columnGap,
    bottom: y,
  };
}

/** How many steps lie at most ahead of each box; arrows make no circles. */
function layersOf(count: number, arrows: ChainChart["arrows"]): readonly number[] {
  const layers = new Array<number>(count).fill(0);
  for (let round = 0; round < count; round += 1) {
    let changed = false;
    for (const { from, to } of arrows) {
      const next = (layers[from] ?? 0) + 1;
      if (next > (layers[to] ?? 0) && next < count) {
        layers[to] = next;
        changed = true;
      }
    }
    if (!changed) break;
  }
  return layers;
}
