/** Puts the page together: its parts, and who is told when something is chosen. */

import { foldsOf } from "./argument/folding.ts";
import { pageCase } from "./argument/page-case.ts";
import { createShowing } from "./argument/shown.ts";
import { handle } from "./camera/gestures.ts";
import { createBar } from "./chrome/bar.ts";
import { createCrumbs } from "./chrome/crumbs.ts";
import { createHelp } from "./chrome/help.ts";
import { createHint } from "./chrome/hint.ts";
import { createHover } from "./chrome/hover.ts";
import { createTools } from "./chrome/tools.ts";
import type { PageData } from "./data.ts";
import { filled, html } from "./dom/element.ts";
import { createPanel } from "./panel/panel.ts";
import { colour, themeNow } from "./picture/colours.ts";
import { createMap } from "./picture/map.ts";
import type { Emphasis } from "./picture/near.ts";
import { createStage } from "./picture/stage.ts";
import { createPrint } from "./print/print.ts";
import { searchBox } from "./search/box.ts";
import { searchIn } from "./search/match.ts";
import { actionsOf } from "./state/actions.ts";
import type { App } from "./state/app.ts";
import { firstState } from "./state/first.ts";
import { createJourney } from "./state/journey.ts";
import { createStore } from "./state/store.ts";
import { treeItems } from "./tree/items.ts";
import { keyGroups, listen } from "./tree/keys.ts";
import { createPress } from "./tree/press.ts";
import { spokenFor } from "./words/languages.ts";
import { sayIn } from "./words/say.ts";

export function startPage(data: PageData): void {
  const page = pageCase(data);
  const folds = foldsOf(page.graph);
  const showing = createShowing(page, folds);
  const first = firstState(data, page);
  const store = createStore(first);
  const search = searchIn(page);
  const foundNow = (): ReadonlySet<string> => {
    const found = search.find(store.get().query);
    if (found !== kept.found) kept = { found, set: new Set(found) };
    return kept.set;
  };
  let kept: { readonly found: readonly string[]; readonly set: ReadonlySet<string> } = { found: [], set: new Set() };
  let hovered: string | undefined;
  const emphasis = (): Emphasis => {
    const { chosen, query } = store.get();
    const found = foundNow();
    return {
      isChosen: (uid) => uid === chosen,
      isFound: (uid) => found.has(uid),
      isSearching: query.trim() !== "",
      hovered,
      canFold: folds.isInner,
    };
  };
  const shown = (): ReturnType<typeof showing> => showing(store.get());
  const theme = (): ReturnType<typeof themeNow> => themeNow(store.get().theme);
  const stage = createStage({ shown, emphasis, theme, published: new Set(page.case.module.publishes) });
  const live = html("div", { class: "live", role: "status", "aria-live": "polite" });
  const app: App = {
    page,
    folds,
    store,
    stage,
    shown,
    shownAt: (level) => showing({ ...store.get(), level }),
    say: (text) => sayIn(store.get().language)(text),
    announce: (text) => filled(live, app.say(text)),
    found: () => search.find(store.get().query),
  };
  const actions = actionsOf(app);
  const box = searchBox(app, actions);
  const journey = createJourney(app, actions, first);
  const panel = createPanel(app, actions, journey.follow);
  const map = createMap(stage, { shown, emphasis, theme, isWanted: () => store.get().map });
  const hint = createHint(app);
  const hover = createHover(app);
  const items = treeItems(app);
  const help = createHelp(app, () => groups);
  const press = createPress(app, actions);
  const groups = keyGroups(app, actions, {
    search: box,
    help: help.open,
    intoPanel: panel.focus,
    closeOne: press.closeOne,
  });

  stage.element.setAttribute("role", "tree");
  stage.element.tabIndex = 0;
  stage.element.append(items.element);
  const main = html(
    "main",
    {},
    stage.element,
    createCrumbs(app, actions),
    createTools(app, actions),
    map.element,
    hover.element,
    panel.element,
    hint.element,
  );
  document.body.append(
    html("div", { class: "page" }, createBar(app, actions, box, help.open), main),
    live,
    help.element,
    createPrint(app),
  );

  const cover = (): void => {
    const { clientWidth, clientHeight } = stage.element;
    const { offsetWidth, offsetHeight } = panel.element;
    const isBelow = offsetWidth > clientWidth * 0.8;
    main.style.setProperty("--covered", panel.element.hidden || isBelow ? "0px" : `${offsetWidth}px`);
    if (panel.element.hidden) stage.cover(0, 0);
    else stage.cover(isBelow ? 0 : offsetWidth, isBelow ? Math.min(offsetHeight, clientHeight * 0.6) : 0);
  };
  const dress = (): void => {
    colour(document.documentElement, theme());
    const { language } = store.get();
    document.documentElement.lang = spokenFor(language);
    document.title = page.titleIn(language);
    stage.element.setAttribute("aria-label", app.say("the D-Case as a tree"));
    stage.redraw();
    map.redraw();
  };
  store.on((now, before) => {
    if (now.panel !== before.panel || now.chosen !== before.chosen) cover();
    if (now.theme !== before.theme || now.language !== before.language) dress();
    stage.redraw();
    map.redraw();
    items.retell();
    hover.show(undefined, 0, 0);
    journey.note();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", dress);
  addEventListener("resize", cover);
  stage.onFrame(journey.note);
  stage.onFrame(() => items.place());
  handle(stage, {
    click: (x, y) => {
      hint.leave();
      press.click(x, y);
    },
    doubleClick: press.doubleClick,
    over: (x, y) => {
      const node = x === undefined ? undefined : stage.nodeAt(x, y);
      if (node?.uid !== hovered) {
        hovered = node?.uid;
        stage.element.classList.toggle("over", node !== undefined);
        stage.redraw();
      }
      hover.show(node, x ?? 0, y);
    },
    moved: () => {
      hint.leave();
      press.moved();
    },
  });
  listen(groups, stage.element, hint.leave);

  dress();
  cover();
  journey.begin();
  items.retell();
}
