/** The keys of the page: one table, by which they act and by which the help shows them. */

import type { SearchBox } from "../search/box.ts";
import type { Actions } from "../state/actions.ts";
import type { App } from "../state/app.ts";

export interface KeyRow {
  /** As `KeyboardEvent.key` names them. */
  readonly keys: readonly string[];
  /** How the help shows them, where that is something else. */
  readonly shown?: readonly string[];
  /** In English. */
  readonly says: string;
  readonly does: (key: string, isShifted: boolean) => void;
}

export interface KeyGroup {
  readonly title: string;
  readonly rows: readonly KeyRow[];
}

export interface Places {
  readonly search: SearchBox;
  readonly help: () => void;
  readonly intoPanel: () => void;
  /** Closes what is open; false where nothing was. */
  readonly closeOne: () => boolean;
}

/** Pixels of a step with shift and an arrow. */
const step = 120;

export function keyGroups(
  app: App,
  actions: Actions,
  { search, help, intoPanel, closeOne }: Places,
): readonly KeyGroup[] {
  const { store, shown, page } = app;
  const chosen = (): string | undefined => {
    const { chosen: uid } = store.get();
    return uid !== undefined && shown().layout.byUid.has(uid) ? uid : undefined;
  };
  const first = (): string | undefined => shown().walk.tops.find((uid) => shown().walk.parentOf(uid) === undefined);
  const go = (uid: string | undefined): void => {
    if (uid !== undefined) actions.choose(uid);
  };
  const inRow = (uid: string, by: number): string | undefined => {
    const row = shown().walk.rowOf(uid);
    return row[row.indexOf(uid) + by];
  };
  const walk = (key: string): void => {
    const uid = chosen();
    if (uid === undefined) go(first());
    else if (key === "ArrowUp") go(shown().walk.parentOf(uid));
    else if (key === "ArrowDown") {
      if ((shown().layout.byUid.get(uid)?.hidden ?? 0) > 0) actions.fold(uid);
      go(shown().walk.firstBelow(uid));
    } else go(inRow(uid, key === "ArrowRight" ? 1 : -1));
  };
  const pan = (key: string): void => {
    const by = { ArrowUp: [0, step], ArrowDown: [0, -step], ArrowLeft: [step, 0], ArrowRight: [-step, 0] }[key];
    actions.pan(by?.[0] ?? 0, by?.[1] ?? 0);
  };
  const withChosen = (does: (uid: string) => void): void => {
    const uid = chosen() ?? first();
    if (uid !== undefined) does(uid);
  };
  return [
    {
      title: "Walk",
      rows: [
        {
          keys: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"],
          shown: ["↑", "↓", "←", "→"],
          says: "up to what it supports, down, and along its row; with Shift: move the picture",
          does: (key, isShifted) => (isShifted ? pan(key) : walk(key)),
        },
        { keys: ["Home"], says: "to the top", does: () => go(first()) },
        {
          keys: ["Enter"],
          says: "show all that is known of the node",
          does: () =>
            withChosen((uid) => {
              actions.open(uid);
              intoPanel();
            }),
        },
        {
          keys: [" "],
          shown: ["Space"],
          says: "fold or unfold; with Shift: everything below as well",
          does: (_, isShifted) => withChosen((uid) => actions.fold(uid, isShifted)),
        },
        {
          keys: ["s"],
          says: "only this node and what is below it; again: the whole case",
          does: () => {
            if (store.get().focus !== undefined && store.get().focus === chosen()) actions.focus(undefined);
            else withChosen(actions.focus);
          },
        },
        { keys: ["Escape"], shown: ["Esc"], says: "close, or go back to the whole case", does: () => void closeOne() },
      ],
    },
    {
      title: "Look",
      rows: [
        { keys: ["+", "="], shown: ["+"], says: "nearer", does: () => actions.zoom(1.4) },
        { keys: ["-", "_"], shown: ["−"], says: "farther", does: () => actions.zoom(1 / 1.4) },
        { keys: ["0"], says: "everything in sight", does: () => actions.fit() },
        { keys: ["1"], says: "letters in their own size", does: () => actions.actualSize() },
        {
          keys: ["c"],
          says: "the chosen node in the middle",
          does: () => withChosen((uid) => actions.choose(uid, true)),
        },
        { keys: ["e"], says: "unfold everything", does: () => actions.foldAll("none") },
        { keys: ["o"], says: "fold to the overview of the beginning", does: () => actions.foldAll("start") },
        { keys: ["m"], says: "the map", does: () => store.set({ map: !store.get().map }) },
      ],
    },
    {
      title: "Find",
      rows: [
        { keys: ["/"], says: "search", does: () => search.focus() },
        {
          keys: ["n", "N"],
          shown: ["n", "N"],
          says: "the next one that is found; with Shift: the one before",
          does: (key) => search.step(key === "n" ? 1 : -1),
        },
      ],
    },
    {
      title: "Show",
      rows: [
        {
          keys: ["d"],
          says: "labels, texts, everything, or as much as the zoom allows",
          does: () => {
            const choices = [0, 1, 2, "auto"] as const;
            actions.detail(choices[(choices.indexOf(store.get().detail) + 1) % choices.length] ?? 1);
          },
        },
        {
          keys: ["l"],
          says: "the next language",
          does: () => {
            const { languages } = page;
            const at = languages.indexOf(store.get().language);
            actions.language(languages[(at + 1) % languages.length] ?? "en");
          },
        },
        {
          keys: ["t"],
          says: "light, dark, or as the screen is",
          does: () => {
            const themes = ["auto", "light", "dark"] as const;
            actions.theme(themes[(themes.indexOf(store.get().theme) + 1) % themes.length] ?? "auto");
          },
        },
        { keys: ["?"], says: "these keys", does: help },
      ],
    },
  ];
}

/** Listens for the keys wherever nothing else takes them. */
export function listen(groups: readonly KeyGroup[], stage: HTMLElement, used: () => void): void {
  const table = new Map(
    groups.flatMap(({ rows }) => rows.flatMap((row) => row.keys.map((key) => [key, row] as const))),
  );
  document.addEventListener("keydown", (event) => {
    const { key, shiftKey, ctrlKey, altKey, metaKey, target } = event;
    const row = table.get(key);
    if (row === undefined || ctrlKey || altKey || metaKey || event.defaultPrevented || event.isComposing) return;
    if (!(target instanceof Element) || target.closest("input, select, textarea, dialog") !== null) return;
    // Buttons and links have Enter, Space and the arrows for themselves.
    const isAtStage = target === stage || target === document.body;
    if (!isAtStage && (key.length > 1 || key === " ") && key !== "Escape") return;
    event.preventDefault();
    used();
    // Whoever begins to walk is in the tree.
    if (target === document.body) stage.focus({ preventScroll: true });
    row.does(key, shiftKey);
  });
}
