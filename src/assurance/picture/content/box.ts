/** The box of a node as it is drawn: where in it its shape and its rows are. */

import type { Tone } from "../../../charts/index.ts";
import type { CaseNode } from "../../model/case.ts";
import type { Detail, Mark, NodeStatus, Say } from "../options.ts";
import type { Common, Measured } from "./measure-box.ts";
import { Content, type Row, rowsOf, type Shown } from "./rows.ts";
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

/** What one node shows. */
export interface Face {
  readonly node: CaseNode;
  readonly isAbsent: boolean;
  readonly text: string;
  readonly status: NodeStatus | undefined;
  /** Nodes that are folded below it, and what stands for them. */
  readonly hidden: number;
  readonly foldText: string;
}

/** Of a node that somebody looks at; of the others only the size is known. */
export class NodeBox implements Box, Shown {
  readonly node: CaseNode;
  readonly isAbsent: boolean;
  readonly text: string;
  readonly mark: Mark | undefined;
  readonly words: string | undefined;
  readonly hidden: number;
  readonly foldText: string;
  readonly detail: Detail;
  readonly mostLines: number;
  readonly say: Say;
  readonly width: number;
  readonly height: number;
  readonly body: Box["body"];
  readonly rowsTop: number;
  readonly indent: number | undefined;
  readonly #room: number;
  #rows: readonly Row[] | undefined;

  constructor({ node, isAbsent, text, status, hidden, foldText }: Face, common: Common, size: Measured) {
    this.node = node;
    this.isAbsent = isAbsent;
    this.text = text;
    this.mark = status?.mark;
    this.words = status?.words;
    this.hidden = hidden;
    this.foldText = foldText;
    this.detail = common.detail;
    this.mostLines = common.mostLines;
    this.say = common.say;
    this.width = size.width;
    this.height = size.height;
    this.body = { top: size.bodyTop, height: size.bodyHeight };
    this.rowsTop = size.rowsTop;
    this.indent = size.indent;
    this.#room = size.room;
  }

  get shape(): Shape {
    return shapeOf(this.node, this.isAbsent);
  }

  get tone(): Tone {
    return this.isAbsent ? "muted" : toneOf[this.node.type];
  }

  get rows(): readonly Row[] {
    this.#rows ??= rowsOf(new Content().of(this.node, this), this.#room);
    return this.#rows;
  }
}
