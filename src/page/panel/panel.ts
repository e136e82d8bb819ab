/** All that is known of the chosen node, beside the picture. */

import { marks, signsOf, typeText } from "../../assurance/index.ts";
import { translated } from "../argument/page-case.ts";
import { signButton } from "../chrome/button.ts";
import { icon } from "../chrome/icons.ts";
import { filled, html } from "../dom/element.ts";
import type { Actions } from "../state/actions.ts";
import type { App } from "../state/app.ts";
import { nameOfLanguage } from "../words/languages.ts";
import { type Fact, factsOf } from "./facts.ts";
import { relationList, relationsOf } from "./relations.ts";

export interface Panel {
  readonly element: HTMLElement;
  readonly focus: () => void;
}

/** `follow` goes to another node, so that the browser's way back leads here again. */
export function createPanel(app: App, actions: Actions, follow: (uid: string) => void): Panel {
  const { page, folds, store, stage } = app;
  const element = html("aside", { class: "panel", hidden: true });
  const close = signButton(() => {
    store.set({ panel: false });
    stage.element.focus();
  });
  const title = html("h2", { tabindex: -1 });
  const content = html("div", { class: "content" });
  element.append(html("header", {}, title, close.element), content);

  const actionsFor = (uid: string): HTMLElement => {
    const { focus } = store.get();
    const hidden = app.shown().layout.byUid.get(uid)?.hidden ?? 0;
    const button = (sign: Parameters<typeof icon>[0], says: string, click: () => void): HTMLElement =>
      html("button", { type: "button", on: { click } }, icon(sign), app.say(says));
    const copied = button("link", "copy a link to it", () => {
      const address = `${location.href.split("#")[0]}#${encodeURIComponent(page.nameOf(uid))}`;
      void navigator.clipboard?.writeText(address).then(
        () => app.announce("the link is copied"),
        () => app.announce("the link could not be copied"),
      );
      filled(copied, icon("check"), app.say("copied"));
    });
    return html(
      "div",
      { class: "actions" },
      folds.isInner(uid) &&
        button(hidden > 0 ? "plus" : "minus", hidden > 0 ? "unfold" : "fold", () => actions.fold(uid)),
      focus === uid
        ? button("back", "the whole case", () => actions.focus(undefined))
        : folds.isInner(uid) && button("only", "only this and below", () => actions.focus(uid)),
      copied,
    );
  };

  const retell = (): void => {
    const { chosen, panel, language } = store.get();
    const { say } = app;
    const node = chosen === undefined ? undefined : page.nodeOf(chosen);
    element.hidden = !panel || node === undefined;
    if (element.hidden || node === undefined || chosen === undefined) return;
    const status = page.statuses.get(chosen);
    const isAbsent = page.isAbsent(chosen);
    element.setAttribute("aria-label", say("what is known of the node"));
    close.show("close", say("close"), "Escape");
    filled(title, html("b", {}, node.label), isAbsent ? say("not in this case") : typeText(node, say));
    const signs = signsOf(node, say);
    const shown = page.languageOf(node, language);
    const others = [page.mainLanguage, ...Object.keys(node.translations ?? {})]
      .filter((each) => each !== shown)
      .map((each) => [each, page.textIn(node, each)] as const);
    filled(
      content,
      status !== undefined &&
        html(
          "p",
          { class: `status ${marks[status.mark].tone}` },
          icon(marks[status.mark].icon),
          html("b", {}, say(marks[status.mark].word)),
          html("span", {}, translated(status.words, status.translations, language)),
        ),
      html("p", { class: "text", lang: shown, dir: "auto" }, page.textOf(node, language)),
      signs.length > 0 && html("p", { class: "signs" }, ...signs.map((sign) => html("span", { class: "chip" }, sign))),
      actionsFor(chosen),
      ...(status?.facts ?? []).map(({ text, translations }) =>
        html("p", { class: "result" }, translated(text, translations, language)),
      ),
      factList(factsOf(node, say, language)),
      ...relationsOf(chosen, page).map((relations) => relationList(relations, page, language, say, follow)),
      others.length > 0 &&
        html(
          "section",
          {},
          html("h3", {}, say("in other languages")),
          ...others.map(([each, text]) =>
            html(
              "div",
              { class: "other" },
              html("span", { class: "small" }, nameOfLanguage(each)),
              html("p", { lang: each, dir: "auto" }, text),
            ),
          ),
        ),
    );
  };
  store.on((now, before) => {
    retell();
    if (now.chosen !== before.chosen) element.scrollTop = 0;
  });
  retell();
  return { element, focus: () => title.focus() };
}

function factList(facts: readonly Fact[]): HTMLElement | undefined {
  if (facts.length === 0) return undefined;
  return html("dl", {}, ...facts.flatMap(({ name, content }) => [html("dt", {}, name), html("dd", {}, ...content)]));
}
