/** How large the box of a node is, and where in it its shape and its rows are. */

import { exactWidth, type Tone } from "../../../charts/index.ts";
import type { CaseNode } from "../../model/case.ts";
import { type ContentOptions, type Detail, type Mark, type NodeStatus, type Say, textFor } from "../options.ts";
import { flatSize } from "./flat-size.ts";
import { roundSize } from "./round-size.ts";
import { contentOf, type Row, RowSizes, rowsOf, type Shown } from "./rows.ts";
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
  /** Made when they are asked for first: of a large case few boxes are drawn. */
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

/** The name of an away element's module, and the sign ahead of it. */
function compartmentWidth({ away }: CaseNode): number {
  return away === undefined ? 0 : Math.min(180, exactWidth(away.module, 11) + 36);
}

/** What all boxes of a drawing have in common. */
interface Common {
  readonly detail: Detail;
  readonly mostLines: number;
  readonly say: Say;
}

/** Makes the boxes of one drawing; those that were made before are kept where they show the same. */
export function boxMaker(
  options: ContentOptions,
): (node: CaseNode, isAbsent: boolean, hidden: number, before: Box | undefined) => Box {
  const { detail = 1, mostLines = 16, say = asItIs, statuses } = options;
  const common = { detail, mostLines, say };
  return (node, isAbsent, hidden, before) => {
    const status = statuses?.get(node.uid);
    const text = detail === 0 ? "" : textFor(node, options);
    const foldText = hidden === 0 ? "" : (options.foldWords?.(node.uid, hidden) ?? `+ ${hidden}`);
    const fold = hidden === 0 ? unfolded : { hidden, foldText };
    const isKept = before instanceof NodeBox && before.isFor(node, isAbsent, fold, common, text, status);
    return isKept ? before : new NodeBox(node, isAbsent, fold, common, text, status);
  };
}

function asItIs(text: string): string {
  return text;
}

interface Fold {
  readonly hidden: number;
  readonly foldText: string;
}

const unfolded: Fold = { hidden: 0, foldText: "" };

/** A case has tens of thousands of them: what can be told from other fields is no field, and rows are made late. */
class NodeBox implements Box, Shown {
  readonly node: CaseNode;
  readonly isAbsent: boolean;
  readonly text: string;
  readonly mark: Mark | undefined;
  readonly words: string | undefined;
  readonly width: number;
  readonly height: number;
  readonly body: Box["body"];
  readonly rowsTop: number;
  readonly indent: number | undefined;
  readonly #fold: Fold;
  readonly #common: Common;
  readonly #room: number;
  #rows: readonly Row[] | undefined;

  constructor(node: CaseNode, isAbsent: boolean, fold: Fold, common: Common, text: string, status?: NodeStatus) {
    this.node = node;
    this.isAbsent = isAbsent;
    this.text = text;
    this.mark = status?.mark;
    this.words = status?.words;
    this.#fold = fold;
    this.#common = common;
    const { shape } = this;
    const content = contentOf(node, this);
    const sized =
      shape === "circle" || shape === "oval" ? roundSize(content, shape, sizes) : flatSize(content, shape, sizes);
    const isContract = shape === "contract";
    const top = isContract || shape === "folder" ? tabHeight : 0;
    const height = sized.height + (node.away === undefined ? 0 : bandHeight);
    const below =
      (isContract ? tabHeight : 0) +
      (node.undeveloped === true || node.uninstantiated === true ? hangerHeight : 0) +
      (fold.hidden > 0 ? foldHeight : 0);
    this.width = node.away === undefined ? sized.width : Math.max(sized.width, compartmentWidth(node));
    this.height = top + height + below;
    this.body = { top, height };
    this.rowsTop = sized.rowsTop;
    this.indent = sized.indent;
    this.#room = sized.room;
  }

  get shape(): Shape {
    return shapeOf(this.node, this.isAbsent);
  }

  get tone(): Tone {
    return this.isAbsent ? "muted" : toneOf[this.node.type];
  }

  get hidden(): number {
    return this.#fold.hidden;
  }

  get foldText(): string {
    return this.#fold.foldText;
  }

  get detail(): Detail {
    return this.#common.detail;
  }

  get mostLines(): number {
    return this.#common.mostLines;
  }

  get say(): Say {
    return this.#common.say;
  }

  get rows(): readonly Row[] {
    this.#rows ??= rowsOf(contentOf(this.node, this), this.#room);
    return this.#rows;
  }

  /** Whether it shows all this already. */
  isFor(node: CaseNode, isAbsent: boolean, fold: Fold, common: Common, text: string, status?: NodeStatus): boolean {
    return (
      this.node === node &&
      this.isAbsent === isAbsent &&
      this.hidden === fold.hidden &&
      this.foldText === fold.foldText &&
      this.detail === common.detail &&
      this.mostLines === common.mostLines &&
      this.say === common.say &&
      this.text === text &&
      this.mark === status?.mark &&
      this.words === status?.words
    );
  }
}

/** Of the one box that is being made. */
const sizes = new RowSizes();
