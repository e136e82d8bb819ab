/** How large the box of a node is. */

import { exactWidth } from "../../../charts/index.ts";
import type { CaseNode } from "../../model/case.ts";
import type { Detail, Say } from "../options.ts";
import { flatSize } from "./flat-size.ts";
import { bandHeight, foldHeight, hangerHeight, tabHeight } from "./heights.ts";
import { roundSize } from "./round-size.ts";
import { Content, RowSizes, type Shown } from "./rows.ts";
import { shapeOf } from "./shapes.ts";

export interface Measured {
  /** All that it takes, with what hangs on its shape. */
  readonly width: number;
  readonly height: number;
  /** The shape, from the box's top. */
  readonly bodyTop: number;
  readonly bodyHeight: number;
  /** Where the first row begins, from the body's top. */
  readonly rowsTop: number;
  /** Rows begin so many pixels from the left; undefined: they stand in the middle. */
  readonly indent: number | undefined;
  /** The pixels that the rows were made for. */
  readonly room: number;
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

export function measureBox(node: CaseNode, shown: ToMeasure): Measured {
  const shape = shapeOf(node, shown.isAbsent);
  const content = oneContent.of(node, shown);
  const sized =
    shape === "circle" || shape === "oval" ? roundSize(content, shape, sizes) : flatSize(content, shape, sizes);
  const isContract = shape === "contract";
  const top = isContract || shape === "folder" ? tabHeight : 0;
  const height = sized.height + (node.away === undefined ? 0 : bandHeight);
  const below =
    (isContract ? tabHeight : 0) +
    (node.undeveloped === true || node.uninstantiated === true ? hangerHeight : 0) +
    (shown.hidden > 0 ? foldHeight : 0);
  return {
    width: node.away === undefined ? sized.width : Math.max(sized.width, compartmentWidth(node)),
    height: top + height + below,
    bodyTop: top,
    bodyHeight: height,
    rowsTop: sized.rowsTop,
    indent: sized.indent,
    room: sized.room,
  };
}

/** Of the one box that is being measured. */
const oneContent = new Content();
const sizes = new RowSizes();

/** The name of an away element's module, and the sign ahead of it. */
function compartmentWidth({ away }: CaseNode): number {
  return away === undefined ? 0 : Math.min(180, exactWidth(away.module, 11) + 36);
}
