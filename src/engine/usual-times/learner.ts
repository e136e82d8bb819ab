/** Learns how long a run's commands take, and tells of those that take longer than their earlier runs make normal. */

import type { CommandTable } from "../../commands/index.ts";
import { steadyNow, type WatchedCommand } from "../../runtime/index.ts";
import { hostName } from "../surroundings.ts";
import { type UsualTime, usualTime, withTime } from "./limit.ts";
import { shapeOf } from "./shape.ts";
import { keepTimes, keyOf, loadTimes, type Measured, type UsualTable } from "./store.ts";

export interface Learner {
  started(command: WatchedCommand): void;
  /** It ended well after so many milliseconds; undefined where it did not end well: such times are not usual. */
  ended(command: WatchedCommand, elapsed: number | undefined): void;
  /** Looks whether a command that still runs has become slow. */
  look(): void;
  /** Writes down what was learnt; the folder is made where it is not there. Never throws. */
  keep(folder: string, tryLock: (fd: number) => Promise<string | null>): Promise<void>;
}

/** Milliseconds: shorter runs are not worth keeping. */
const shortestKept = 20;
/** Of one run of a script; more of the same say no more. */
const mostKept = 1000;

/** `folder` is where earlier runs have kept theirs; undefined where there is none. */
export function createLearner(commands: CommandTable, folder: string | undefined): Learner {
  const host = hostName();
  let table: UsualTable | undefined;
  const running = new Map<WatchedCommand, UsualTime | null>();
  const measured: Measured[] = [];
  const known = (): UsualTable => {
    table ??= folder === undefined ? new Map() : loadTimes(folder);
    return table;
  };
  const usualOf = (command: WatchedCommand): UsualTime | undefined =>
    usualTime(known().get(keyOf({ host, shape: shapeOf(commands, command.argv) })) ?? []);

  return {
    started(command) {
      running.set(command, usualOf(command) ?? null);
    },
    ended(command, elapsed) {
      const usual = running.get(command);
      running.delete(command);
      if (elapsed === undefined || elapsed < shortestKept) return;
      if (usual != null && elapsed > usual.limit) command.slow(elapsed, true, usual);
      const shape = shapeOf(commands, command.argv);
      if (measured.length < mostKept) measured.push({ host, shape, time: elapsed });
      if (table !== undefined)
        table.set(keyOf({ host, shape }), withTime(table.get(keyOf({ host, shape })) ?? [], elapsed));
    },
    look() {
      for (const [command, usual] of running) {
        const elapsed = steadyNow() - command.began;
        if (usual === null || elapsed <= usual.limit) continue;
        // Told once: when it ends is no news.
        running.set(command, null);
        command.slow(elapsed, false, usual);
      }
    },
    async keep(target, tryLock) {
      if (measured.length > 0) await keepTimes(target, measured.splice(0), tryLock);
    },
  };
}
