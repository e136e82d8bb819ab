/** How large the box of a node is. */

import { exactWidth } from "../../../charts/index.ts";
import type { CaseNode } from "../../model/case.ts";
import type { Detail, Say } from "../options.ts";
import { flatSize } from "./flat-size.ts";
import { bandHeight, foldHeight, hangerHeight, tabHeight } from "./heights.ts";
import { roundSize } from "./round-size.ts";
import { Content, RowSizes, type Shown, type Sized } from "./rows.ts";
import { shapeOf } from "./shapes.ts";

/** `width` and `height` are all that it takes, with what hangs on its shape; the first row begins from the body's top. */
export interface Measured extends Readonly<Sized> {
  /** The shape, from the box's top. */
  readonly bodyTop: number;
  readonly bodyHeight: number;
}

/** What all boxes of a drawing have in common. */
export interface Common {
  readonly detail: Detail;
  readonly mostLines: number;
  readonly say: Say;
}

/** What a measurement depends on besides the node. */
export interface ToMeasure extends Common, Shown {
  readonly isAbsent: boolean;
  readonly hidden: number;
}

/** Holds until the next box is measured: a case has tens of thousands of them. */
export function measureBox(node: CaseNode, shown: ToMeasure): Measured {
  const shape = shapeOf(node, shown.isAbsent);
  const content = oneContent.of(node, shown);
  if (shape === "circle" || shape === "oval") roundSize(content, shape, rows, measured);
  else flatSize(content, shape, rows, measured);
  const isContract = shape === "contract";
  const top = isContract || shape === "folder" ? tabHeight : 0;
  const height = measured.height + (node.away === undefined ? 0 : bandHeight);
  const below =
    (isContract ? tabHeight : 0) +
    (node.undeveloped === true || node.uninstantiated === true ? hangerHeight : 0) +
    (shown.hidden > 0 ? foldHeight : 0);
  if (node.away !== undefined) measured.width = Math.max(measured.width, compartmentWidth(node));
  measured.height = top + height + below;
  measured.bodyTop = top;
  measured.bodyHeight = height;
  return measured;
}

/** Of the one box that is being measured. */
const oneContent = new Content();
const rows = new RowSizes();
const measured = { width: 0, height: 0, bodyTop: 0, bodyHeight: 0, rowsTop: 0, indent: undefined, room: 0 };

/** The name of an away element's module, and the sign ahead of it. */
function compartmentWidth({ away }: CaseNode): number {
  return away === undefined ? 0 : Math.min(180, exactWidth(away.module, 11) + 36);
}
