/** How large the box of a node is, and where in it its shape and its rows are. */

import { exactWidth, type Tone } from "../../../charts/index.ts";
import type { CaseNode } from "../../model/case.ts";
import { type ContentOptions, type Mark, textFor } from "../options.ts";
import { roundSize } from "./round-size.ts";
import { type Content, contentOf, heightOf, type Row, rowLooks, rowsOf, type Sized } from "./rows.ts";
import { type Shape, shapeOf, toneOf } from "./shapes.ts";

export interface Box {
  readonly node: CaseNode;
  readonly shape: Shape;
  readonly tone: Tone;
  readonly mark: Mark | undefined;
  /** All that it takes, with what hangs on its shape. */
  readonly width: number;
  readonly height: number;
  /** The shape, from the box's top; it has the box's width. */
  readonly body: { readonly top: number; readonly height: number };
  readonly rows: readonly Row[];
  /** Where the first row begins, from the body's top. */
  readonly rowsTop: number;
  /** Rows begin so many pixels from the left; undefined: they stand in the middle. */
  readonly indent: number | undefined;
  /** Nodes that are folded below it, and what stands for them. */
  readonly hidden: number;
  readonly foldText: string;
}

/** What an away element's compartment and a contract's foot take. */
export const bandHeight = 22;
/** A folder's tab. */
export const tabHeight = 12;
/** What hangs below a shape: a diamond or a triangle, and the number of what is folded. */
export const hangerHeight = 16;
export const foldHeight = 26;
/** The slope of a parallelogram's sides, in pixels. */
export const slant = 16;

/** The name of an away element's module, and the sign ahead of it. */
function compartmentWidth({ away }: CaseNode): number {
  return away === undefined ? 0 : Math.min(180, exactWidth(away.module, 11) + 36);
}

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

/** All that a box depends on. */
interface Shown {
  readonly detail: number;
  readonly mostLines: number;
  readonly text: string;
  readonly foldText: string;
  readonly isAbsent: boolean;
  readonly mark: Mark | undefined;
  readonly words: string | undefined;
  readonly say: ContentOptions["say"];
}

const known = new WeakMap<CaseNode, { readonly shown: Shown; readonly box: Box }>();

/** Boxes are remembered by node, until what they show is something else. */
export function boxOf(node: CaseNode, isAbsent: boolean, hidden: number, options: ContentOptions): Box {
  const status = options.statuses?.get(node.uid);
  const { detail = 1, mostLines = 16 } = options;
  const text = detail === 0 ? "" : textFor(node, options);
  const foldText = hidden === 0 ? "" : (options.foldWords?.(node.uid, hidden) ?? `+ ${hidden}`);
  const before = known.get(node);
  if (
    before !== undefined &&
    before.box.hidden === hidden &&
    before.shown.text === text &&
    before.shown.detail === detail &&
    before.shown.mostLines === mostLines &&
    before.shown.foldText === foldText &&
    before.shown.isAbsent === isAbsent &&
    before.shown.mark === status?.mark &&
    before.shown.words === status?.words &&
    before.shown.say === options.say
  )
    return before.box;
  const box = madeBox(node, isAbsent, { hidden, foldText }, status?.mark, contentOf(node, options));
  const shown = {
    detail,
    mostLines,
    text,
    foldText,
    isAbsent,
    mark: status?.mark,
    words: status?.words,
    say: options.say,
  };
  known.set(node, { shown, box });
  return box;
}

function madeBox(
  node: CaseNode,
  isAbsent: boolean,
  fold: { readonly hidden: number; readonly foldText: string },
  mark: Mark | undefined,
  content: Content,
): Box {
  const shape = shapeOf(node, isAbsent);
  const tone = isAbsent ? "muted" : toneOf[node.type];
  const sized = shape === "circle" || shape === "oval" ? roundSize(content, shape) : flatSize(content, frames[shape]);
  const width = Math.max(sized.width, compartmentWidth(node));
  const top = shape === "folder" || shape === "contract" ? tabHeight : 0;
  const foot = node.away === undefined ? 0 : bandHeight;
  const height = sized.height + foot;
  const below =
    (shape === "contract" ? tabHeight : 0) +
    (node.undeveloped === true || node.uninstantiated === true ? hangerHeight : 0) +
    (fold.hidden > 0 ? foldHeight : 0);
  return {
    node,
    shape,
    tone,
    mark,
    width,
    height: top + height + below,
    body: { top, height },
    rows: sized.rows,
    rowsTop: sized.rowsTop,
    indent: sized.indent,
    ...fold,
  };
}

/** As wide as a text of its length looks well in. */
function flatSize(content: Content, { side, least, rooms: widths }: Frame): Sized {
  const hasText = content.pieces !== undefined || content.notes.length > 0;
  const wanted = content.charWrap === undefined ? widths : [content.charWrap * rowLooks.text.size * 0.5];
  let rows: readonly Row[] = [];
  for (const room of wanted) {
    rows = rowsOf(content, room);
    if (heightOf(rows) <= room * 0.62) break;
  }
  const pad = hasText ? padding : smallPadding;
  const widest = Math.max(...rows.map(({ width }) => width));
  // In steps, so that boxes beside each other look alike.
  const width = Math.max(hasText ? least : 44, step * Math.ceil((widest + 2 * side) / step));
  return { width, height: heightOf(rows) + 2 * pad, rows, rowsTop: pad, indent: hasText ? side : undefined };
}
