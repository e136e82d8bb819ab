/** What one can do here, and with which keys. */

import { filled, html } from "../dom/element.ts";
import type { App } from "../state/app.ts";
import type { KeyGroup } from "../tree/keys.ts";
import { signButton } from "./button.ts";

export interface Help {
  readonly element: HTMLDialogElement;
  readonly open: () => void;
}

const hands: readonly (readonly [string, string])[] = [
  ["Drag, or turn the wheel", "moves the picture"],
  ["Wheel with Ctrl, or two fingers", "nearer and farther"],
  ["Click a box", "shows all that is known of it"],
  ["Click + or − below a box", "unfolds and folds what is below it"],
  ["Click twice", "brings a box near"],
];

const queries: readonly (readonly [string, string])[] = [
  ["power cut", "both words, in any language of the case"],
  ["status:fails", "how a node stands: holds, fails, stale, missing, doubt, challenged, suspect"],
  ["owner:operator", "who answers for it"],
  ["type:goal  kind:risk  tag:PEAK", "what it is"],
  ["is:undeveloped", "also uninstantiated, defeated"],
  ["-owner:none", "all but these"],
];

export function createHelp(app: App, groups: () => readonly KeyGroup[]): Help {
  const close = signButton(() => element.close());
  const element = html("dialog", { class: "help", "aria-labelledby": "help-title" });
  // A press beside the window closes it.
  element.addEventListener("click", ({ target }) => {
    if (target === element) element.close();
  });
  const fill = (): void => {
    const { say } = app;
    close.show("close", say("close"), "Escape");
    const table = (rows: readonly (readonly [Node | string, string])[]): HTMLElement =>
      html(
        "table",
        {},
        html(
          "tbody",
          {},
          ...rows.map(([what, says]) => html("tr", {}, html("th", { scope: "row" }, what), html("td", {}, says))),
        ),
      );
    filled(
      element,
      html(
        "div",
        { class: "inside" },
        html("header", {}, html("h2", { id: "help-title" }, say("Looking around in a D-Case")), close.element),
        html(
          "p",
          {},
          say(
            "A D-Case argues why something is dependable enough: goals at the top, strategies that break them down, evidence at the ends, contexts beside them.",
          ),
        ),
        html(
          "div",
          { class: "columns" },
          html("section", {}, html("h3", {}, say("Hands")), table(hands.map(([what, says]) => [say(what), say(says)]))),
          ...groups().map(({ title, rows }) =>
            html(
              "section",
              {},
              html("h3", {}, say(title)),
              table(
                rows.map(({ keys, shown = keys, says }) => [
                  html("span", { class: "keys" }, ...shown.map((key) => html("kbd", {}, key))),
                  say(says),
                ]),
              ),
            ),
          ),
          html(
            "section",
            {},
            html("h3", {}, say("What can be searched for")),
            table(queries.map(([what, says]) => [html("code", {}, say(what)), say(says)])),
          ),
        ),
      ),
    );
  };
  return {
    element,
    open: () => {
      fill();
      if (!element.open) element.showModal();
    },
  };
}
