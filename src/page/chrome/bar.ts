/** The bar above the picture: what the case is, how it stands, the search, and how it is shown. */

import { marks } from "../../assurance/index.ts";
import type { DetailChoice } from "../data.ts";
import { filled, html } from "../dom/element.ts";
import type { SearchBox } from "../search/box.ts";
import { factText } from "../search/query.ts";
import { statusCounts } from "../search/suggestions.ts";
import type { Actions } from "../state/actions.ts";
import type { App } from "../state/app.ts";
import { nameOfLanguage } from "../words/languages.ts";
import { signButton } from "./button.ts";
import { icon } from "./icons.ts";

const details: readonly (readonly [DetailChoice, string])[] = [
  [0, "labels"],
  [1, "with texts"],
  [2, "with everything"],
  ["auto", "by zoom"],
];

export function createBar(app: App, actions: Actions, search: SearchBox, help: () => void): HTMLElement {
  const { page, store } = app;
  const counts = statusCounts(page);
  const name = html("div", { class: "name" });
  const chips = html("div", { class: "chips" });
  const detail = html("select", {
    on: { change: () => actions.detail(details[detail.selectedIndex]?.[0] ?? 1) },
  });
  const language = html("select", {
    class: "language",
    on: { change: () => actions.language(page.languages[language.selectedIndex] ?? page.mainLanguage) },
  });
  const theme = signButton(() =>
    actions.theme(store.get().theme === "light" ? "dark" : store.get().theme === "dark" ? "auto" : "light"),
  );
  const keys = signButton(help);

  const retell = (): void => {
    const { say } = app;
    const state = store.get();
    const brief = page.briefIn(state.language);
    filled(
      name,
      html("h1", { dir: "auto" }, page.titleIn(state.language)),
      brief !== undefined && brief !== "" && html("p", { dir: "auto", title: brief }, brief),
    );
    filled(
      chips,
      ...counts.map(({ mark, count }) => {
        const query = factText("status", mark);
        return html(
          "button",
          {
            type: "button",
            class: `chip ${marks[mark].tone}`,
            "aria-pressed": String(state.query === query),
            title: say("show only these"),
            on: { click: () => (store.get().query === query ? store.set({ query: "" }) : search.look(query)) },
          },
          icon(marks[mark].icon),
          `${count} `,
          html("span", {}, say(marks[mark].word)),
        );
      }),
    );
    filled(
      detail,
      ...details.map(([value, says]) =>
        html("option", { value: String(value), selected: value === state.detail }, say(says)),
      ),
    );
    detail.selectedIndex = details.findIndex(([value]) => value === state.detail);
    detail.setAttribute("aria-label", say("how much of each node is shown"));
    detail.title = `${say("how much of each node is shown")} (d)`;
    filled(
      language,
      ...page.languages.map((each) => html("option", { value: each, lang: each }, nameOfLanguage(each))),
    );
    language.selectedIndex = page.languages.indexOf(state.language);
    language.setAttribute("aria-label", say("language"));
    language.title = `${say("language")} (l)`;
    const [sign, says] = (
      {
        auto: ["half", "colours: as the screen is"],
        light: ["sun", "colours: light"],
        dark: ["moon", "colours: dark"],
      } as const
    )[state.theme];
    theme.show(sign, say(says), "t");
    keys.show("question", say("help and keys"), "?");
  };
  store.on((now, before) => {
    if (
      now.language !== before.language ||
      now.detail !== before.detail ||
      now.theme !== before.theme ||
      now.query !== before.query
    )
      retell();
  });
  retell();
  return html(
    "header",
    { class: "bar" },
    name,
    counts.length > 0 && chips,
    search.element,
    html("div", { class: "choices" }, detail, language, theme.element, keys.element),
  );
}
