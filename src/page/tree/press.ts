/** What a click on the picture means, and what Escape closes. */

import type { PlacedNode } from "../../assurance/index.ts";
import type { Actions } from "../state/actions.ts";
import type { App } from "../state/app.ts";

export interface Press {
  readonly click: (x: number, y: number) => void;
  readonly doubleClick: (x: number, y: number) => void;
  /** The picture was moved or zoomed by hand. */
  readonly moved: () => void;
  /** False where nothing was open. */
  readonly closeOne: () => boolean;
}

/** Pixels of the picture around a fold's sign that belong to it. */
const reach = 14;

export function createPress(app: App, actions: Actions): Press {
  const { store, stage, folds, shown } = app;
  const isFoldSign = (node: PlacedNode, x: number, y: number): boolean => {
    if (!folds.isInner(node.uid)) return false;
    const { left, top, width, height } = stage.areaOf(node);
    const { zoom } = stage.camera();
    const room = Math.max(10, reach * zoom);
    const middle = left + width / 2;
    // A pill with a number is wider than the sign that folds.
    return node.hidden > 0
      ? y > top + height - 26 * zoom - 2 && Math.abs(x - middle) < Math.max(room, 34 * zoom)
      : Math.hypot(x - middle, y - top - height) < room;
  };
  /** A sign hangs out of its box. */
  const signAt = (x: number, y: number): PlacedNode | undefined => {
    const { zoom } = stage.camera();
    const candidates = [stage.nodeAt(x, y), stage.nodeAt(x, y - Math.max(8, reach * zoom))];
    return candidates.find((node) => node !== undefined && isFoldSign(node, x, y));
  };
  return {
    click: (x, y) => {
      const sign = signAt(x, y);
      if (sign !== undefined) {
        actions.fold(sign.uid);
        return;
      }
      const node = stage.nodeAt(x, y);
      if (node === undefined) actions.leave();
      else actions.open(node.uid);
    },
    doubleClick: (x, y) => {
      if (signAt(x, y) !== undefined) return;
      const node = stage.nodeAt(x, y);
      if (node !== undefined) actions.choose(node.uid, true);
    },
    moved: () => {
      if (store.get().detail !== "auto") return;
      const level = actions.levelHere();
      if (level !== store.get().level) actions.holding(undefined, () => store.set({ level }));
    },
    closeOne: () => {
      const { panel, focus, query, chosen } = store.get();
      if (panel) store.set({ panel: false });
      else if (query !== "") store.set({ query: "" });
      else if (focus !== undefined) actions.focus(undefined);
      else if (chosen !== undefined && shown().layout.byUid.has(chosen)) store.set({ chosen: undefined });
      else return false;
      stage.element.focus();
      return true;
    },
  };
}
