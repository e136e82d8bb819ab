/** Ways to look at what is shown, and to keep a place in sight while what is shown changes. */

import type { Detail, PlacedNode } from "../../assurance/index.ts";
import { type Area, type Camera, fitted, zoomedAt } from "../camera/camera.ts";
import type { App } from "./app.ts";

export interface Looks {
  readonly fit: (smoothly?: boolean) => void;
  /** All of it, where that can be read; else its top. */
  readonly begin: () => void;
  readonly zoom: (factor: number) => void;
  readonly actualSize: () => void;
  readonly pan: (x: number, y: number) => void;
  /** Makes a change of what is shown, while a node stays where it is on the screen: this one, or else the one in the middle. */
  readonly holding: (uid: string | undefined, change: () => void) => void;
  /** The detail that `auto` wants at this zoom. */
  readonly levelHere: () => Detail;
}

/** Zooms at which letters can be guessed, and at which they can be read. */
const least = 0.3;
export const readable = 0.7;
/** Pixels that the buttons below the picture take. */
const buttons = 56;

/** Zooms, as of pictures with texts: below the first, labels are enough; above the last, everything has room. */
const levels = { toLabels: 0.38, toTexts: 0.5, fromAll: 1.1, toAll: 1.4 };

export function looksOf({ store, stage, shown, shownAt }: Pick<App, "store" | "stage" | "shown" | "shownAt">): Looks {
  const middle = (): { readonly x: number; readonly y: number } => {
    const { left, top, width, height } = stage.free();
    return { x: left + width / 2, y: top + height / 2 };
  };
  const calm = (): Area => {
    const free = stage.free();
    return free.height > 5 * buttons ? { ...free, height: free.height - buttons } : free;
  };
  const zoomTo = (wanted: number): void => {
    const { x, y } = middle();
    stage.look(zoomedAt(stage.camera(), x, y, wanted, stage.farthest()), true);
  };
  const isSeen = (node: PlacedNode | undefined): node is PlacedNode => {
    if (node === undefined) return false;
    const area = stage.areaOf(node);
    const free = stage.free();
    return (
      area.left < free.left + free.width &&
      area.left + area.width > free.left &&
      area.top < free.top + free.height &&
      area.top + area.height > free.top
    );
  };
  /** Of those that are shown, the one nearest to the middle of the screen. */
  const nearest = (): PlacedNode | undefined => {
    const { x, y } = middle();
    let best: PlacedNode | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const node of shown().layout.nodes) {
      const area = stage.areaOf(node);
      const far = Math.hypot(area.left + area.width / 2 - x, area.top + area.height / 2 - y);
      if (far < least) [best, least] = [node, far];
    }
    return best;
  };
  return {
    fit: (smoothly = true) => stage.look(fitted(shown().whole, calm()), smoothly),
    begin: () => {
      const whole = fitted(shown().whole, calm());
      const top = shown().layout.byUid.get(shown().walk.tops.find((uid) => !shown().walk.isBeside(uid)) ?? "");
      if (whole.zoom >= least || top === undefined) stage.look(whole);
      else {
        const { left, top: upper, width } = stage.free();
        const x = top.left + top.width / 2;
        stage.look({ zoom: readable, x: left + width / 2 - x * readable, y: upper + 40 - top.top * readable });
      }
    },
    zoom: (factor) => zoomTo(stage.camera().zoom * factor),
    actualSize: () => zoomTo(1),
    pan: (x, y) => {
      const camera = stage.camera();
      stage.look({ ...camera, x: camera.x + x, y: camera.y + y }, true);
    },
    holding: (uid, change) => {
      const { layout } = shown();
      const { chosen } = store.get();
      const wanted = layout.byUid.get(uid ?? chosen ?? "");
      const before = uid !== undefined || isSeen(wanted) ? wanted : nearest();
      const camera = stage.camera();
      const { level } = store.get();
      change();
      const next = shown().layout;
      const after = next.byUid.get(before?.uid ?? "");
      // Boxes of another size: what filled the screen goes on filling it.
      const by = level === store.get().level ? 1 : Math.max(0.25, Math.min(4, layout.width / next.width));
      if (before !== undefined && after !== undefined) stage.look(held(camera, before, after, by));
    },
    levelHere: () => {
      const { level } = store.get();
      const zoom = (stage.camera().zoom * shown().layout.width) / Math.max(1, shownAt(1).layout.width);
      if (level === 0) return zoom > levels.toTexts ? 1 : 0;
      if (level === 2) return zoom < levels.fromAll ? 1 : 2;
      return zoom < levels.toLabels ? 0 : zoom > levels.toAll ? 2 : 1;
    },
  };
}

function held({ x, y, zoom }: Camera, before: PlacedNode, after: PlacedNode, by: number): Camera {
  const at = ({ left, width }: PlacedNode): number => left + width / 2;
  const next = zoom * by;
  return { zoom: next, x: x + at(before) * zoom - at(after) * next, y: y + before.top * zoom - after.top * next };
}
