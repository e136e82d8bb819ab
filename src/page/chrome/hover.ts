/** What a box under the pointer says, while its letters are too small to be read. */

import type { PlacedNode } from "../../assurance/index.ts";
import { shortened } from "../dom/cleaned.ts";
import { filled, html } from "../dom/element.ts";
import type { App } from "../state/app.ts";

export interface HoverCard {
  readonly element: HTMLElement;
  readonly show: (node: PlacedNode | undefined, x: number, y: number) => void;
}

/** The picture's zoom below which its letters are too small. */
const unreadable = 0.6;
const most = 220;

export function createHover({ page, store, stage }: App): HoverCard {
  const element = html("div", { class: "hover", "aria-hidden": "true", hidden: true });
  let last: PlacedNode | undefined;
  return {
    element,
    show: (node, x, y) => {
      const { language, level } = store.get();
      const isWanted = node !== undefined && (stage.camera().zoom < unreadable || level === 0);
      element.hidden = !isWanted;
      if (node === undefined || !isWanted) return;
      if (node !== last)
        filled(
          element,
          html("b", {}, node.node.label),
          html(
            "span",
            { lang: page.languageOf(node.node, language) },
            shortened(page.textOf(node.node, language), most),
          ),
        );
      last = node;
      const { width, height } = stage.free();
      element.style.left = `${Math.max(8, Math.min(x + 14, width - element.offsetWidth - 8))}px`;
      element.style.top = `${y + 18 + element.offsetHeight > height ? y - 10 - element.offsetHeight : y + 18}px`;
    },
  };
}
