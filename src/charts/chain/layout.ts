/** Where the boxes of a chain stand: causes to the left of their effects, a lane a host. */

import { wrapped } from "../text/lines.ts";
import type { ChainBox, ChainChart } from "./model.ts";

/** Pixels. */
export const boxWidth = 204;
const columnGap = 76;
const rowGap = 18;
const lanePadding = 18;
const passHeight = 10;
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

/** A stretch that an arrow goes straight through a column, so that no box hides it. */
export interface Pass {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

export interface PlacedLane {
  readonly label: string;
  readonly top: number;
  readonly bottom: number;
}

export interface Layout {
  readonly boxes: readonly PlacedBox[];
  readonly lanes: readonly PlacedLane[];
  /** For each arrow, the passes on its way. */
  readonly passes: readonly (readonly Pass[])[];
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
  const columns = Math.max(0, ...layers);
  const columnAt = (layer: number): number => left + layer * (boxWidth + columnGap);
  const middle = new Map<string, number>();
  const placed: (PlacedBox | undefined)[] = boxes.map(() => undefined);
  const placedLanes: PlacedLane[] = [];
  let y = top;
  for (const [lane, label] of lanes.entries()) {
    const laneTop = y;
    let laneBottom = laneTop + lanePadding;
    for (let layer = 0; layer <= columns; layer += 1) {
      // Beside their causes, so that arrows do not cross more than they must.
      const causes = (index: number): number => {
        const heights = arrows.flatMap(({ from, to }) => (to === index ? (middle.get(`${from}`) ?? []) : []));
        return heights.length === 0 ? 0 : heights.reduce((sum, one) => sum + one, 0) / heights.length;
      };
      const members = [
        ...passing(layer, layers, arrows)
          .filter((from) => boxes[from]?.lane === lane)
          .map((from) => ({
            key: `${from} ${layer}`,
            height: passHeight,
            order: middle.get(`${from}`) ?? 0,
            index: -1,
          })),
        ...sized.flatMap((one, index) =>
          boxes[index]?.lane === lane && layers[index] === layer
            ? [{ key: `${index}`, height: one.height, order: causes(index), index }]
            : [],
        ),
      ].sort((a, b) => a.order - b.order || a.index - b.index);
      let rowTop = laneTop + lanePadding;
      for (const { key, height, index } of members) {
        const one = sized[index];
        if (one !== undefined) placed[index] = { ...one, left: columnAt(layer), top: rowTop };
        middle.set(key, rowTop + height / 2);
        rowTop += height + rowGap;
      }
      laneBottom = Math.max(laneBottom, rowTop - (members.length > 0 ? rowGap : 0));
    }
    y = laneBottom + lanePadding;
    placedLanes.push({ label, top: laneTop, bottom: y });
  }
  return {
    boxes: placed.filter((one) => one !== undefined),
    lanes: placedLanes,
    passes: arrows.map(({ from, to }) =>
      between(layers[from] ?? 0, layers[to] ?? 0).map((layer) => ({
        left: columnAt(layer),
        right: columnAt(layer) + boxWidth,
        y: middle.get(`${from} ${layer}`) ?? 0,
      })),
    ),
    right: columnAt(columns) + boxWidth,
    bottom: y,
  };
}

/** The boxes whose arrows pass a column: those of one box pass it together. */
function passing(layer: number, layers: readonly number[], arrows: ChainChart["arrows"]): readonly number[] {
  const sources = arrows.filter(({ from, to }) => between(layers[from] ?? 0, layers[to] ?? 0).includes(layer));
  return [...new Set(sources.map(({ from }) => from))];
}

function between(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from - 1) }, (_, at) => from + 1 + at);
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
