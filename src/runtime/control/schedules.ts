/** The schedules of a watch: where a run would end outside of one, a watch waits (language 6). */

import type { ScheduleWindow } from "../../records/index.ts";
import type { Run } from "../run.ts";

export interface Schedule {
  /** The context's name. */
  readonly name: string;
  /** As it is written. */
  readonly schedule: string;
  readonly windows: readonly ScheduleWindow[];
}

const all = new WeakMap<Run, Schedule[]>();

export function noteSchedule(run: Run, schedule: Schedule): void {
  const known = all.get(run);
  if (known === undefined) all.set(run, [schedule]);
  else known.push(schedule);
}

/** Those that the script's top level named, in order. */
export function schedulesOf(run: Run): readonly Schedule[] {
  return all.get(run) ?? [];
}
