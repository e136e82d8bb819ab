/** The page's address follows what is chosen, and what is chosen follows the address. */

import { centred, seen } from "../camera/camera.ts";
import type { Actions } from "./actions.ts";
import { addressOf, readAddress, type View } from "./address.ts";
import type { App } from "./app.ts";
import type { State } from "./state.ts";

export interface Journey {
  /** Shows what the address says. */
  readonly begin: () => void;
  /** Something was chosen, or the picture was moved: the address says so in a while. */
  readonly note: () => void;
  /** Goes to a node, so that the way back leads here again. */
  readonly follow: (uid: string) => void;
}

/** Browsers refuse whoever changes the address too often. */
const milliseconds = 400;

export function createJourney(app: App, actions: Actions, first: State): Journey {
  const { store, stage, page, shown } = app;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = location.hash;
  // Where it began to be shown: as long as nobody moves, the address need not say it.
  let fromHere = "";

  const view = (): View => {
    const part = seen(stage.camera(), stage.area());
    return { x: part.left + part.width / 2, y: part.top + part.height / 2, zoom: stage.camera().zoom };
  };
  const nameOf = ({ x, y, zoom }: View): string => `${Math.round(x)} ${Math.round(y)} ${zoom.toPrecision(3)}`;
  const write = (isStep: boolean): void => {
    clearTimeout(timer);
    timer = undefined;
    const here = view();
    const address = addressOf(store.get(), first, here, nameOf(here) === fromHere, page);
    if (address === written) return;
    written = address;
    try {
      history[isStep ? "pushState" : "replaceState"](null, "", address === "" ? location.pathname : address);
    } catch {
      // A page within another one may not be allowed to.
    }
  };
  const read = (isFirst: boolean): void => {
    const { state, view: wanted } = readAddress(location.hash, page);
    written = location.hash;
    // What a new address does not say goes back to what it was at first; colours and language stay as they are chosen.
    const { theme, language } = store.get();
    store.set({ ...first, ...(isFirst ? {} : { theme, language }), ...state });
    const { chosen } = store.get();
    if (chosen !== undefined && !shown().layout.byUid.has(chosen)) actions.choose(chosen);
    const node = shown().layout.byUid.get(chosen ?? "");
    if (wanted !== undefined) stage.look(centred(wanted.x, wanted.y, stage.area(), wanted.zoom));
    else if (node !== undefined && chosen !== undefined)
      stage.look(centred(node.left + node.width / 2, node.top + node.height / 2, stage.free(), 1));
    else {
      actions.begin();
      fromHere = nameOf(view());
    }
  };
  addEventListener("hashchange", () => {
    if (location.hash !== written) read(false);
  });
  addEventListener("popstate", () => {
    if (location.hash !== written) read(false);
  });
  return {
    begin: () => read(true),
    note: () => {
      timer ??= setTimeout(() => write(false), milliseconds);
    },
    follow: (uid) => {
      write(false);
      actions.choose(uid);
      store.set({ panel: true });
      write(true);
    },
  };
}
