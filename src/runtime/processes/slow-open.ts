/** Opening what may wait for somebody, a FIFO or a device, in the thread pool, so that the engine never waits with it (architecture). */

import { closeSync, constants, open, openSync } from "node:fs";
import { fsPath } from "./memory.ts";

export interface SlowOpening {
  readonly fd: Promise<number>;
  /** Gives up: `fd` rejects with EINTR, and nothing stays open. */
  cancel(): void;
}

/** Starts opening a file; it is never created. */
export function startSlowOpening(path: string, flags: number): SlowOpening {
  let cancelled = false;
  let settled = false;
  const fd = new Promise<number>((resolve, reject) => {
    open(fsPath(path), flags & ~constants.O_CREAT, (error, opened) => {
      settled = true;
      if (error !== null) return reject(error);
      if (!cancelled) return resolve(opened);
      closeSync(opened);
      reject(Object.assign(new Error("cancelled"), { code: "EINTR" }));
    });
  });
  return {
    fd,
    cancel() {
      if (settled || cancelled) return;
      cancelled = true;
      try {
        // Opened for both ways a FIFO waits for nobody (fifo(7)), and whoever waits on its other end is let go.
        const other = openSync(fsPath(path), constants.O_RDWR | constants.O_NONBLOCK);
        fd.catch(() => {}).finally(() => closeSync(other));
      } catch {
        // The file is gone, or not ours to write: the thread waits until somebody opens the other end.
      }
    },
  };
}
