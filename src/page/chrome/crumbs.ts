/** Where one is, while only a part of the case is shown: the way down to it, and the way back. */

import { filled, html } from "../dom/element.ts";
import type { Actions } from "../state/actions.ts";
import type { App } from "../state/app.ts";
import { icon } from "./icons.ts";

/** Nodes of a long way that are named. */
const mostNamed = 5;

export function createCrumbs(app: App, actions: Actions): HTMLElement {
  const { store, page } = app;
  const element = html("nav", { class: "crumbs", hidden: true });
  const retell = (): void => {
    const { focus } = store.get();
    element.hidden = focus === undefined;
    if (focus === undefined) return;
    element.setAttribute("aria-label", app.say("the part that is shown"));
    const { walk } = app.shown();
    const way: string[] = [];
    for (let uid = walk.parentOf(focus); uid !== undefined && way.length < 1000; uid = walk.parentOf(uid))
      way.unshift(uid);
    const named = way.slice(-mostNamed);
    const label = (uid: string): string => page.nodeOf(uid)?.label ?? uid;
    filled(
      element,
      html("span", {}, app.say("only")),
      named.length < way.length && html("span", {}, "…"),
      ...named.flatMap((uid) => [
        html("button", { type: "button", on: { click: () => actions.focus(uid) } }, label(uid)),
        html("span", { "aria-hidden": "true" }, "›"),
      ]),
      html("b", {}, label(focus)),
      html(
        "button",
        { type: "button", class: "whole", on: { click: () => actions.focus(undefined) } },
        icon("close"),
        app.say("the whole case"),
      ),
    );
  };
  store.on((now, before) => {
    if (now.focus !== before.focus || now.language !== before.language) retell();
  });
  retell();
  return element;
}
