/** A camera on its way: what moves by itself does so briefly, and not at all for who does not want that. */

import type { Camera } from "./camera.ts";

const milliseconds = 220;

export interface Motion {
  /** Goes there; `done` when it is there. */
  readonly to: (from: Camera, to: Camera, each: (camera: Camera) => void) => void;
  readonly stop: () => void;
}

export function createMotion(): Motion {
  let asked = 0;
  const stop = (): void => cancelAnimationFrame(asked);
  return {
    stop,
    to: (from, to, each) => {
      stop();
      if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
        each(to);
        return;
      }
      const start = performance.now();
      const step = (): void => {
        const part = Math.min(1, (performance.now() - start) / milliseconds);
        each(part === 1 ? to : between(from, to, 1 - (1 - part) ** 3));
        if (part < 1) asked = requestAnimationFrame(step);
      };
      asked = requestAnimationFrame(step);
    },
  };
}

/** Zooms by equal steps of factors; the point that both see at the same place stays there. */
function between(from: Camera, to: Camera, part: number): Camera {
  const zoom = from.zoom * (to.zoom / from.zoom) ** part;
  const done = from.zoom === to.zoom ? part : (zoom - from.zoom) / (to.zoom - from.zoom);
  return { zoom, x: from.x + (to.x - from.x) * done, y: from.y + (to.y - from.y) * done };
}
