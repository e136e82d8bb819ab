/** The boxes of a drawing: their sizes as columns of numbers, and each box when somebody looks at it. A case has tens of thousands of them. */

import { type ContentOptions, type NodeStatus, textFor } from "../options.ts";
import type { CaseGraph } from "../view/graph.ts";
import type { View } from "../view/view.ts";
import { type Box, NodeBox } from "./box.ts";
import { type Common, type Measured, measureBox, type ToMeasure } from "./measure-box.ts";

/** By the node's number; 0 of those that were never drawn. */
export interface BoxSizes {
  readonly width: Float64Array;
  readonly height: Float64Array;
  /** The shape, from the box's top. */
  readonly bodyTop: Float64Array;
  readonly bodyHeight: Float64Array;
}

export interface Boxes extends BoxSizes {
  /** The box of a node that is drawn. */
  readonly boxAt: (node: number) => Box;
}

/** The boxes of each case as they were drawn last. */
const known = new WeakMap<CaseGraph, DrawnBoxes>();

/** What shows the same as it did when the case was laid out last is not measured again, and keeps its box. */
export function boxesOf(view: View, options: ContentOptions): Boxes {
  const made = new DrawnBoxes(view, options, known.get(view.graph));
  known.set(view.graph, made);
  return made;
}

function asItIs(text: string): string {
  return text;
}

/** All that is known of each node's box. */
interface Columns extends BoxSizes {
  readonly rowsTop: Float64Array;
  /** NaN of rows that stand in the middle. */
  readonly indent: Float64Array;
  readonly room: Float64Array;
  /** What they were measured with; undefined of a node that never was. */
  readonly texts: (string | undefined)[];
  readonly hidden: Int32Array;
  /** Few nodes have one. */
  readonly statuses: Map<number, NodeStatus>;
  /** Those that somebody has looked at. */
  readonly made: Map<number, Box>;
}

function noColumns(count: number): Columns {
  const column = (): Float64Array => new Float64Array(count);
  return {
    width: column(),
    height: column(),
    bodyTop: column(),
    bodyHeight: column(),
    rowsTop: column(),
    indent: column(),
    room: column(),
    texts: new Array<undefined>(count).fill(undefined),
    hidden: new Int32Array(count),
    statuses: new Map(),
    made: new Map(),
  };
}

/** Others, that are filled further; the ones before belong to a picture that may still be shown. */
function copyOf(columns: Columns): Columns {
  return {
    width: columns.width.slice(),
    height: columns.height.slice(),
    bodyTop: columns.bodyTop.slice(),
    bodyHeight: columns.bodyHeight.slice(),
    rowsTop: columns.rowsTop.slice(),
    indent: columns.indent.slice(),
    room: columns.room.slice(),
    texts: columns.texts.slice(),
    hidden: columns.hidden.slice(),
    statuses: new Map(columns.statuses),
    made: new Map(columns.made),
  };
}

class DrawnBoxes implements Boxes {
  readonly width: Float64Array;
  readonly height: Float64Array;
  readonly bodyTop: Float64Array;
  readonly bodyHeight: Float64Array;
  readonly #columns: Columns;
  readonly #graph: CaseGraph;
  readonly #common: Common;
  /** Of those below which something is folded. */
  readonly #foldTexts = new Map<number, string>();

  constructor({ graph, shown, hidden }: View, options: ContentOptions, last: DrawnBoxes | undefined) {
    const { nodes, absent } = graph;
    const { detail = 1, mostLines = 16, say = asItIs, statuses, foldWords } = options;
    const before = last?.isLike(detail, mostLines, say) === true ? last : undefined;
    const columns = before === undefined ? noColumns(nodes.length) : copyOf(before.#columns);
    this.width = columns.width;
    this.height = columns.height;
    this.bodyTop = columns.bodyTop;
    this.bodyHeight = columns.bodyHeight;
    this.#columns = columns;
    this.#graph = graph;
    this.#common = { detail, mostLines, say };
    // One for all, filled anew for each: nothing of it is kept.
    const toMeasure: Writable<ToMeasure> = { ...unmeasured, detail, mostLines, say };
    for (let at = 0; at < nodes.length; at += 1) {
      if (shown[at] === 0) continue;
      const node = nodes[at]!;
      const text = detail === 0 ? "" : textFor(node, options);
      const status = statuses?.get(node.uid);
      const below = hidden[at]!;
      if (below > 0) this.#foldTexts.set(at, foldWords?.(node.uid, below) ?? `+ ${below}`);
      const isKept = columns.texts[at] === text && columns.hidden[at] === below && before !== undefined;
      if (isKept && isSame(columns.statuses.get(at), status) && this.#foldsAs(before, at)) continue;
      toMeasure.text = text;
      toMeasure.mark = status?.mark;
      toMeasure.words = status?.words;
      toMeasure.isAbsent = at >= absent;
      toMeasure.hidden = below;
      columns.texts[at] = text;
      columns.hidden[at] = below;
      if (status !== undefined) columns.statuses.set(at, status);
      else if (columns.statuses.size > 0) columns.statuses.delete(at);
      if (columns.made.size > 0) columns.made.delete(at);
      put(columns, at, measureBox(node, toMeasure));
    }
  }

  boxAt(at: number): Box {
    const { width, height, bodyTop, bodyHeight, rowsTop, indent, room, texts, statuses, hidden, made } = this.#columns;
    const before = made.get(at);
    if (before !== undefined) return before;
    const left = indent[at]!;
    const face = {
      node: this.#graph.nodes[at]!,
      isAbsent: at >= this.#graph.absent,
      text: texts[at] ?? "",
      status: statuses.get(at),
      hidden: hidden[at]!,
      foldText: this.#foldTexts.get(at) ?? "",
    };
    const box = new NodeBox(face, this.#common, {
      width: width[at]!,
      height: height[at]!,
      bodyTop: bodyTop[at]!,
      bodyHeight: bodyHeight[at]!,
      rowsTop: rowsTop[at]!,
      indent: Number.isNaN(left) ? undefined : left,
      room: room[at]!,
    });
    made.set(at, box);
    return box;
  }

  /** Whether boxes of both may be the same. */
  isLike(detail: Common["detail"], mostLines: number, say: Common["say"]): boolean {
    const common = this.#common;
    return common.detail === detail && common.mostLines === mostLines && common.say === say;
  }

  #foldsAs(before: DrawnBoxes, at: number): boolean {
    return before.#foldTexts.get(at) === this.#foldTexts.get(at);
  }
}

function isSame(one: NodeStatus | undefined, other: NodeStatus | undefined): boolean {
  return one?.mark === other?.mark && one?.words === other?.words;
}

function put(columns: Columns, at: number, size: Measured): void {
  columns.width[at] = size.width;
  columns.height[at] = size.height;
  columns.bodyTop[at] = size.bodyTop;
  columns.bodyHeight[at] = size.bodyHeight;
  columns.rowsTop[at] = size.rowsTop;
  columns.indent[at] = size.indent ?? Number.NaN;
  columns.room[at] = size.room;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const unmeasured = { text: "", mark: undefined, words: undefined, isAbsent: false, hidden: 0 };
