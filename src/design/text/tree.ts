/** A tree of lines for a terminal, each broken where the width ends. */

import { wrapped } from "../../charts/index.ts";
import { displayWidth } from "../../text/index.ts";

export type Look = "plain" | "strong" | "dim" | "error" | "warning" | "added";

export interface Item {
  /** A sign or a number ahead of the text. */
  readonly mark: string;
  readonly text: string;
  readonly look?: Look;
  /** Behind the text, with a look of its own. */
  readonly tail?: Note;
  /** Lines below it. */
  readonly notes?: readonly Note[];
  readonly items?: readonly Item[];
}

export interface Note {
  readonly text: string;
  readonly look: Look;
}

export type Painters = { readonly [K in Exclude<Look, "plain">]: (text: string) => string };

const narrowest = 24;

/** `isOpen`: something follows below the last item. */
export function treeLines(
  items: readonly Item[],
  ahead: string,
  isOpen: boolean,
  width: number,
  paint: Painters,
): readonly string[] {
  return items.flatMap((item, at) => {
    const goesOn = isOpen || at < items.length - 1;
    const hang = `${ahead}${goesOn ? "│" : " "}  `;
    const inner = `${hang}${" ".repeat(displayWidth(item.mark))}${item.mark === "" ? "" : "  "}`;
    const mark = item.mark === "" ? "" : `${paint.strong(item.mark)}  `;
    const own = broken(item.text, inner, width);
    const lines = (own.length === 0 ? [""] : own).map((line) => painted(line, item.look ?? "plain", paint));
    const tail =
      item.tail === undefined || item.tail.text === "" ? "" : `  ${painted(item.tail.text, item.tail.look, paint)}`;
    return [
      ...lines.map(
        (line, row) =>
          `${row === 0 ? `${ahead}${goesOn ? "├" : "└"}─ ${mark}` : inner}${line}${row === lines.length - 1 ? tail : ""}`,
      ),
      ...(item.notes ?? []).flatMap(({ text, look }) =>
        broken(text, inner, width).map((line, row) => `${inner}${row === 0 ? "" : "  "}${painted(line, look, paint)}`),
      ),
      ...treeLines(item.items ?? [], hang, false, width, paint),
    ];
  });
}

/** Lines of a text behind what stands ahead of each. */
export function broken(text: string, ahead: string, width: number): readonly string[] {
  const room = Math.max(narrowest, width - displayWidth(ahead) - 2);
  return wrapped(text, 1, room, Number.POSITIVE_INFINITY, displayWidth);
}

function painted(text: string, look: Look, paint: Painters): string {
  return look === "plain" ? text : paint[look](text);
}
