/** What somebody who opens the page for the first time has to know: it goes away once they have moved. */

import { filled, html } from "../dom/element.ts";
import type { App } from "../state/app.ts";

export interface Hint {
  readonly element: HTMLElement;
  readonly leave: () => void;
}

export function createHint(app: App): Hint {
  const element = html("p", { class: "hint" });
  const retell = (): void => {
    filled(
      element,
      app.say(
        matchMedia("(pointer: coarse)").matches
          ? "Move it with a finger, zoom with two, tap a box to see all of it"
          : "Drag to move, Ctrl and the wheel to zoom, click a box to see all of it; ? shows the keys",
      ),
    );
  };
  app.store.on((now, before) => {
    if (now.language !== before.language) retell();
  });
  retell();
  return { element, leave: () => element.classList.add("gone") };
}
