/** What a reader can do. */

import { broughtIn, centred } from "../camera/camera.ts";
import type { DetailChoice, ThemeChoice } from "../data.ts";
import type { App } from "./app.ts";
import { type Looks, looksOf, readable } from "./looks.ts";

export interface Actions extends Looks {
  /** Chooses a node and brings it into sight, wherever it was folded away. `middle`: into the middle, large enough to be read. */
  readonly choose: (uid: string, middle?: boolean) => void;
  /** Chooses it, and shows what is known of it. */
  readonly open: (uid: string) => void;
  readonly leave: () => void;
  /** Folds or unfolds; `whole`: with everything below it. */
  readonly fold: (uid: string, whole?: boolean) => void;
  readonly foldAll: (base: "start" | "none") => void;
  /** Only this node and what is below it; undefined: the whole case. */
  readonly focus: (uid: string | undefined) => void;
  readonly detail: (detail: DetailChoice) => void;
  readonly language: (language: string) => void;
  readonly theme: (theme: ThemeChoice) => void;
}

export function actionsOf(app: App): Actions {
  const { page, folds, store, stage, shown } = app;
  const looks = looksOf(app);

  const choose = (uid: string, middle = false): void => {
    const wasShown = shown().layout.byUid.has(uid);
    store.set({ chosen: uid, folding: folds.revealing(store.get().folding, uid) });
    if (!shown().layout.byUid.has(uid)) store.set({ focus: undefined });
    const node = shown().layout.byUid.get(uid);
    if (node === undefined) return;
    const camera = stage.camera();
    const zoom = middle ? Math.max(camera.zoom, readable) : camera.zoom;
    const isJump = middle || !wasShown;
    stage.look(
      isJump
        ? centred(node.left + node.width / 2, node.top + node.height / 2, stage.free(), zoom)
        : broughtIn(camera, node, stage.free()),
      true,
    );
  };

  return {
    ...looks,
    choose,
    open: (uid) => {
      store.set({ panel: true });
      choose(uid);
    },
    leave: () => store.set({ chosen: undefined, panel: false }),
    fold: (uid, whole = false) => {
      const { folding } = store.get();
      if (!folds.isInner(uid)) return;
      const wasFolded = folds.isFolded(uid, folding);
      const members = whole ? folds.innerBelow(uid) : [uid];
      const turning = members.filter((each) => folds.isFolded(each, folding) === wasFolded);
      looks.holding(uid, () => store.set({ folding: folds.turned(folding, turning) }));
      const label = page.nodeOf(uid)?.label ?? "";
      const hidden = shown().layout.byUid.get(uid)?.hidden ?? 0;
      app.announce(wasFolded ? `${label} is unfolded` : `${label} is folded: ${hidden} below`);
    },
    foldAll: (base) => {
      store.set({ folding: { base, turned: new Set() } });
      const { chosen } = store.get();
      if (chosen !== undefined && !shown().layout.byUid.has(chosen)) store.set({ chosen: undefined });
      looks.begin();
      app.announce(`${shown().layout.nodes.length} of ${page.graph.nodes.length} nodes are shown`);
    },
    focus: (uid) => {
      const before = store.get().focus;
      store.set(uid === undefined ? { focus: uid } : { focus: uid, chosen: uid });
      if (uid !== undefined) {
        looks.fit();
        app.announce(`only ${page.nodeOf(uid)?.label ?? ""} and what is below it`);
      } else if (before !== undefined) {
        choose(before, true);
        app.announce("the whole case");
      }
    },
    detail: (detail) =>
      looks.holding(undefined, () => store.set({ detail, level: detail === "auto" ? store.get().level : detail })),
    language: (language) => looks.holding(undefined, () => store.set({ language })),
    theme: (theme) => store.set({ theme }),
  };
}
