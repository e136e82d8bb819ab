/** Opening what may wait for somebody, a FIFO or a device, so that the engine never waits with it (architecture). */

import { closeSync, constants, open } from "node:fs";
import type { ScriptFlow } from "../flow.ts";
import { openSync, statSync } from "../host/files.ts";
import { inNamespace } from "../host/in-namespace.ts";
import { fsPath } from "./memory.ts";
import type { Native } from "./native.ts";
import { eventsOf, POLLIN } from "./poll.ts";

export interface SlowOpening {
  readonly fd: Promise<number>;
  /** Gives up: `fd` rejects with EINTR, and nothing stays open. */
  cancel(): void;
}

type Namespaced = Pick<ScriptFlow, "namespace">;

// Node's pool has four threads, which syncing a file needs, too.
const mostThreads = 2;
let waitingThreads = 0;

/** Starts opening a file; it is never created. */
export function startSlowOpening(native: Native, path: string, flags: number, flow: Namespaced): SlowOpening {
  const known = flags & ~constants.O_CREAT;
  const isFifo = statSync(fsPath(path), { throwIfNoEntry: false })?.isFIFO() === true;
  if (isFifo && known !== constants.O_RDONLY)
    return asking(() => inNamespace(flow, () => openedWriter(native, path, known)));
  // A thread is not where the flow's files are.
  if (isFifo && (waitingThreads >= mostThreads || flow.namespace !== null)) return fromFirstByte(native, path);
  return inThread(path, known);
}

/** A thread waits: exactly what open(2) does. */
function inThread(path: string, flags: number): SlowOpening {
  let cancelled = false;
  let settled = false;
  waitingThreads += 1;
  const fd = new Promise<number>((resolve, reject) => {
    open(fsPath(path), flags, (error, opened) => {
      waitingThreads -= 1;
      settled = true;
      if (error !== null) return reject(error);
      if (!cancelled) return resolve(opened);
      closeSync(opened);
      reject(interrupted());
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

/** A writer's end can be had once there is a reader, and until then asking fails at once (fifo(7): ENXIO). */
function openedWriter(native: Native, path: string, flags: number): number | undefined {
  try {
    return blocking(native, openSync(fsPath(path), flags | constants.O_NONBLOCK));
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENXIO") return undefined;
    throw thrown;
  }
}

/** A reader's end when the threads are taken: the command then starts with the first byte, or when its writer has come and gone. */
function fromFirstByte(native: Native, path: string): SlowOpening {
  const fd = openSync(fsPath(path), constants.O_RDONLY | constants.O_NONBLOCK);
  return asking(
    () => (eventsOf(native, fd, POLLIN) === 0 ? undefined : blocking(native, fd)),
    () => closeSync(fd),
  );
}

const F_SETFL = 4;
const firstPause = 1;
const longestPause = 20;

function blocking(native: Native, fd: number): number {
  native.fcntl(fd, F_SETFL, 0);
  return fd;
}

/** Asks again and again until there is a descriptor. */
function asking(ask: () => number | undefined, giveUp: () => void = () => {}): SlowOpening {
  let cancel = (): void => {};
  const fd = new Promise<number>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let pause = firstPause;
    cancel = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      giveUp();
      reject(interrupted());
    };
    turn();
    function turn(): void {
      timer = undefined;
      try {
        const opened = ask();
        if (opened !== undefined) return resolve(opened);
      } catch (thrown) {
        return reject(thrown);
      }
      timer = setTimeout(turn, pause);
      pause = Math.min(pause * 2, longestPause);
    }
  });
  return { fd, cancel: () => cancel() };
}

function interrupted(): Error {
  return Object.assign(new Error("cancelled"), { code: "EINTR" });
}
