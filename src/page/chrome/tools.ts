/** The buttons in the corner of the picture: nearer, farther, all of it, folded and unfolded. */

import { html } from "../dom/element.ts";
import type { Actions } from "../state/actions.ts";
import type { App } from "../state/app.ts";
import { signButton } from "./button.ts";
import type { ChromeIcon } from "./icons.ts";

export function createTools(app: App, actions: Actions): HTMLElement {
  const { stage, store } = app;
  const zoom = html("button", { type: "button", class: "zoom", on: { click: actions.actualSize } });
  const rows: readonly (readonly [ChromeIcon, string, string, () => void])[] = [
    ["minus", "farther", "-", () => actions.zoom(1 / 1.4)],
    ["plus", "nearer", "+", () => actions.zoom(1.4)],
    ["fit", "everything in sight", "0", () => actions.fit()],
    ["unfold", "unfold everything", "e", () => actions.foldAll("none")],
    ["foldUp", "fold to the overview of the beginning", "o", () => actions.foldAll("start")],
  ];
  const buttons = rows.map(([sign, says, key, click]) => ({ sign, says, key, button: signButton(click) }));
  const [farther, nearer, fit, ...folding] = buttons.map(({ button }) => button.element);
  const element = html(
    "div",
    { class: "tools", role: "toolbar" },
    farther,
    zoom,
    nearer,
    fit,
    app.page.graph.nodes.some(({ uid }) => app.folds.isInner(uid)) && html("span", { class: "parting" }),
    ...folding,
  );
  const retell = (): void => {
    for (const { sign, says, key, button } of buttons) button.show(sign, app.say(says), key);
    element.setAttribute("aria-label", app.say("view"));
    zoom.title = `${app.say("letters in their own size")} (1)`;
  };
  let percent = "";
  stage.onFrame(() => {
    const { zoom: now } = stage.camera();
    const next = now < 0.095 ? `${Number((now * 100).toPrecision(2))} %` : `${Math.round(now * 100)} %`;
    if (next === percent) return;
    percent = next;
    zoom.textContent = next;
  });
  store.on((now, before) => {
    if (now.language !== before.language) retell();
  });
  retell();
  return element;
}
