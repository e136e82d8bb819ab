/** The picture as a tree for screen readers: what is around the chosen node, with the places of all of them. */

import { filled, html } from "../dom/element.ts";
import type { App } from "../state/app.ts";
import { spokenOf } from "./spoken.ts";

/** Siblings to each side of the chosen node, and children of it. */
const around = 12;

export interface TreeItems {
  readonly element: HTMLElement;
  readonly retell: () => void;
  /** The picture has moved: the items lie where their nodes are. */
  readonly place: () => void;
}

export function treeItems(app: App): TreeItems {
  const { store, stage, page, folds } = app;
  const tree = stage.element;
  const element = html("div", { class: "items", role: "presentation" });
  const ids = new Map<string, string>();
  const placed = new Map<string, HTMLElement>();
  const idOf = (uid: string): string => {
    const before = ids.get(uid);
    if (before !== undefined) return before;
    const made = `item-${ids.size}`;
    ids.set(uid, made);
    return made;
  };

  const item = (uid: string, siblings: readonly string[]): HTMLElement => {
    const { walk, layout } = app.shown();
    const { chosen } = store.get();
    const node = layout.byUid.get(uid);
    const made = html(
      "div",
      {
        id: idOf(uid),
        role: "treeitem",
        "aria-level": walk.levelOf(uid),
        "aria-setsize": siblings.length,
        "aria-posinset": siblings.indexOf(uid) + 1,
        "aria-selected": String(uid === chosen),
        "aria-expanded": folds.isInner(uid) ? String(node?.hidden === 0) : undefined,
      },
      spokenOf(uid, app),
    );
    made.dataset["label"] = page.nodeOf(uid)?.label ?? "";
    placed.set(uid, made);
    return made;
  };
  const place = (): void => {
    const { layout } = app.shown();
    for (const [uid, { style }] of placed) {
      const node = layout.byUid.get(uid);
      if (node === undefined) continue;
      const { left, top, width, height } = stage.areaOf(node);
      style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
      style.width = `${Math.max(1, Math.round(width))}px`;
      style.height = `${Math.max(1, Math.round(height))}px`;
    }
  };

  const retell = (): void => {
    placed.clear();
    const { walk, layout } = app.shown();
    const { chosen } = store.get();
    const here = chosen !== undefined && layout.byUid.has(chosen) ? chosen : undefined;
    const siblingsOf = (uid: string): readonly string[] => {
      const parent = walk.parentOf(uid);
      return parent === undefined
        ? walk.tops.filter((top) => walk.parentOf(top) === undefined)
        : walk.childrenOf(parent);
    };
    // From the top down: the way to the chosen node, its siblings near by, and what is below it.
    const made: HTMLElement[] = [];
    const first = here ?? walk.tops[0];
    if (first !== undefined) {
      const way: string[] = [];
      for (let uid = walk.parentOf(first); uid !== undefined && way.length < 100; uid = walk.parentOf(uid))
        way.unshift(uid);
      for (const uid of way) made.push(item(uid, siblingsOf(uid)));
      const siblings = siblingsOf(first);
      const at = siblings.indexOf(first);
      for (const uid of siblings.slice(Math.max(0, at - around), at + around + 1)) {
        made.push(item(uid, siblings));
        if (uid !== first) continue;
        const children = walk.childrenOf(uid);
        for (const child of children.slice(0, 2 * around)) made.push(item(child, children));
      }
    }
    filled(element, ...made);
    if (here === undefined) tree.removeAttribute("aria-activedescendant");
    else tree.setAttribute("aria-activedescendant", idOf(here));
  };
  return { element, retell, place };
}
