/** The field in which somebody looks for nodes, and the list of what is found. */

import { marks } from "../../assurance/index.ts";
import { signButton } from "../chrome/button.ts";
import { icon } from "../chrome/icons.ts";
import { filled, html } from "../dom/element.ts";
import type { Actions } from "../state/actions.ts";
import type { App } from "../state/app.ts";
import { counted } from "../words/say.ts";
import { snippet } from "./snippet.ts";
import { type Suggestion, suggestionsOf } from "./suggestions.ts";

export interface SearchBox {
  readonly element: HTMLElement;
  readonly focus: () => void;
  readonly close: () => void;
  readonly isOpen: () => boolean;
  /** Looks for something at once, and shows the list. */
  readonly look: (query: string) => void;
  /** To the next (1) or the previous (-1) of what is found. */
  readonly step: (by: number) => void;
}

/** Lines of the list. */
const mostListed = 60;
const listId = "found";

type Entry = { readonly uid: string } | { readonly suggestion: Suggestion };

export function searchBox(app: App, actions: Actions): SearchBox {
  const { page, store, stage } = app;
  const field = html("input", {
    type: "search",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": listId,
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
    enterkeyhint: "search",
  });
  const list = html("ul", { id: listId, role: "listbox", hidden: true });
  const count = html("span", { class: "count", "aria-hidden": "true" });
  const clear = signButton(() => {
    store.set({ query: "" });
    field.focus();
  });
  const element = html("div", { class: "search", role: "search" }, icon("search"), field, count, clear.element, list);
  let entries: readonly Entry[] = [];
  let active = -1;
  let isOpen = false;

  const show = (open: boolean): void => {
    isOpen = open;
    if (open) fill();
    list.hidden = !open || list.childElementCount === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    if (!open) activate(-1);
  };
  const activate = (at: number): void => {
    active = at;
    for (const [index, option] of options().entries()) option.setAttribute("aria-selected", String(index === at));
    const option = options()[at];
    if (option === undefined) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
  };
  const options = (): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[role=option]")];
  const take = (at: number): void => {
    const entry = entries[at];
    if (entry === undefined) return;
    if ("suggestion" in entry) {
      store.set({ query: entry.suggestion.query });
      show(true);
      field.focus();
      return;
    }
    show(false);
    actions.choose(entry.uid, true);
    stage.element.focus();
  };

  const fill = (): void => {
    const { query, language } = store.get();
    const found = app.found();
    const shown = found.slice(0, mostListed);
    entries =
      query.trim() === "" ? suggestionsOf(page).map((suggestion) => ({ suggestion })) : shown.map((uid) => ({ uid }));
    active = -1;
    const lines = entries.map((entry, at) => {
      const properties = {
        id: `${listId}-${at}`,
        role: "option",
        "aria-selected": "false",
        on: { click: () => take(at) },
      };
      if ("suggestion" in entry) {
        const { says, query: wanted, count: number, mark } = entry.suggestion;
        return html(
          "li",
          { ...properties, class: mark === undefined ? "suggestion" : `suggestion ${marks[mark].tone}` },
          mark === undefined ? undefined : icon(marks[mark].icon),
          html("span", { class: "says" }, app.say(says)),
          html("code", {}, wanted),
          html("span", { class: "number" }, String(number)),
        );
      }
      const node = page.nodeOf(entry.uid);
      const mark = page.statuses.get(entry.uid)?.mark;
      return html(
        "li",
        properties,
        html("b", {}, node?.label ?? ""),
        mark !== undefined && html("span", { class: `sign ${marks[mark].tone}` }, icon(marks[mark].icon)),
        html(
          "span",
          { class: "text", lang: node === undefined ? undefined : page.languageOf(node, language) },
          ...snippet(node === undefined ? "" : page.textOf(node, language), query),
        ),
      );
    });
    const more = found.length - shown.length;
    const note =
      query.trim() === ""
        ? undefined
        : found.length === 0
          ? app.say("nothing is found: fewer words find more")
          : more > 0
            ? app.say(`and ${more} more`)
            : undefined;
    filled(list, ...lines, note !== undefined && html("li", { class: "note", role: "presentation" }, note));
  };

  const retell = (): void => {
    const { query, chosen } = store.get();
    if (field.value !== query) field.value = query;
    const found = app.found();
    const at = chosen === undefined ? -1 : found.indexOf(chosen);
    const isEmpty = query.trim() === "";
    count.textContent = isEmpty ? "" : at === -1 ? String(found.length) : `${at + 1} / ${found.length}`;
    clear.element.hidden = isEmpty;
    field.placeholder = app.say("Search");
    field.setAttribute("aria-label", app.say("Search"));
    list.setAttribute("aria-label", app.say("what is found"));
    clear.show("close", app.say("clear the search"));
  };

  field.addEventListener("input", () => {
    store.set({ query: field.value });
    show(true);
    if (field.value.trim() !== "") app.announce(`${counted(app.found().length, "node")} found`);
  });
  field.addEventListener("focus", () => show(true));
  field.addEventListener("click", () => show(true));
  element.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) show(false);
  });
  // A press on the list does not take the focus from the field.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  field.addEventListener("keydown", (event) => {
    const { key } = event;
    if (event.isComposing) return;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (!isOpen) show(true);
      const total = entries.length;
      if (total > 0) activate(key === "ArrowDown" ? (active + 1) % total : (active <= 0 ? total : active) - 1);
    } else if (key === "Enter") take(Math.max(0, active));
    else if (key === "Escape") {
      if (store.get().query !== "" && !isOpen) store.set({ query: "" });
      if (!isOpen || store.get().query === "") stage.element.focus();
      show(false);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  store.on(retell);
  retell();
  return {
    element,
    focus: () => {
      field.focus();
      field.select();
    },
    close: () => show(false),
    isOpen: () => isOpen,
    look: (query) => {
      store.set({ query });
      field.focus();
      show(true);
    },
    step: (by) => {
      const found = app.found();
      if (found.length === 0) return;
      const { chosen } = store.get();
      const at = chosen === undefined ? -1 : found.indexOf(chosen);
      const next = at === -1 ? (by > 0 ? 0 : found.length - 1) : (at + by + found.length) % found.length;
      actions.choose(found[next] ?? "", true);
    },
  };
}
