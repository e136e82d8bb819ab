/** Hands on the picture: drags, wheels, pinches and clicks. */

import type { Stage } from "../picture/stage.ts";
import { zoomedAt } from "./camera.ts";

export interface Touched {
  /** A point of the stage was clicked. */
  readonly click: (x: number, y: number) => void;
  readonly doubleClick: (x: number, y: number) => void;
  /** A pointer is over it; undefined: it has left. */
  readonly over: (x: number | undefined, y: number) => void;
  /** Somebody has moved the picture. */
  readonly moved: () => void;
}

/** Pixels that a hand may tremble. */
const tremble = 5;
/** What a line and a page of a wheel are in pixels. */
const wheelUnits = [1, 16, 400] as const;

export function handle(stage: Stage, touched: Touched): void {
  const { element } = stage;
  const pointers = new Map<number, { x: number; y: number }>();
  let start: { readonly x: number; readonly y: number } | undefined;
  let isDrag = false;

  const placeOf = (event: MouseEvent): { x: number; y: number } => {
    const { left, top } = element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const spread = (): { readonly x: number; readonly y: number; readonly far: number } => {
    const [a = { x: 0, y: 0 }, b = a] = [...pointers.values()];
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, far: Math.hypot(a.x - b.x, a.y - b.y) };
  };

  element.addEventListener("pointerdown", (event) => {
    if (event.button > 1) return;
    const place = placeOf(event);
    pointers.set(event.pointerId, place);
    if (pointers.size === 1) [start, isDrag] = [place, false];
    else isDrag = true;
  });
  element.addEventListener("pointermove", (event) => {
    const place = placeOf(event);
    const before = pointers.get(event.pointerId);
    if (before === undefined) {
      if (event.pointerType !== "touch") touched.over(place.x, place.y);
      return;
    }
    if (!isDrag && start !== undefined && Math.hypot(place.x - start.x, place.y - start.y) > tremble) {
      isDrag = true;
      element.setPointerCapture(event.pointerId);
      element.classList.add("dragged");
      touched.over(undefined, 0);
    }
    if (!isDrag) return;
    const from = spread();
    pointers.set(event.pointerId, place);
    const to = spread();
    const camera = stage.camera();
    const moved = { ...camera, x: camera.x + to.x - from.x, y: camera.y + to.y - from.y };
    const by = from.far > 0 ? to.far / from.far : 1;
    stage.look(by === 1 ? moved : zoomedAt(moved, to.x, to.y, moved.zoom * by, stage.farthest()));
    touched.moved();
  });
  const end = (event: PointerEvent): void => {
    const was = pointers.delete(event.pointerId);
    if (pointers.size > 0) return;
    element.classList.remove("dragged");
    if (was && !isDrag && event.type === "pointerup" && event.button === 0) {
      const { x, y } = placeOf(event);
      touched.click(x, y);
    }
    [start, isDrag] = [undefined, false];
  };
  element.addEventListener("pointerup", end);
  element.addEventListener("pointercancel", end);
  element.addEventListener("pointerleave", () => touched.over(undefined, 0));
  element.addEventListener("dblclick", (event) => {
    const { x, y } = placeOf(event);
    touched.doubleClick(x, y);
  });
  element.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const { x, y } = placeOf(event);
      const unit = wheelUnits[event.deltaMode] ?? 1;
      const camera = stage.camera();
      if (event.ctrlKey || event.metaKey) {
        const by = Math.exp(-Math.max(-120, Math.min(120, event.deltaY * unit)) * 0.006);
        stage.look(zoomedAt(camera, x, y, camera.zoom * by, stage.farthest()));
      } else {
        const [across, down] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
        stage.look({ ...camera, x: camera.x - across * unit, y: camera.y - down * unit });
      }
      touched.moved();
    },
    { passive: false },
  );
}
