/** Step 5: the log is fresh, and the clock goes forward. */

import { type Core, clocksDiffer, type Policy, type Reason, reason } from "../../consent/index.ts";
import { durationText } from "../../records/index.ts";
import type { Seen } from "../memory/memory.ts";

export function freshReasons(core: Core, { log: { fresh } }: Policy, now: number): readonly Reason[] {
  // What is dated ahead of the clock says nothing about now.
  const newest = Math.min(core.newest, now + clocksDiffer);
  const age = now - newest;
  if (fresh === undefined || age <= fresh) return [];
  return [
    reason("DS6054", `nothing was signed for ${durationText(age)}, and the policy allows ${durationText(fresh)}`),
  ];
}

export function clockReasons({ time }: Seen, now: number): readonly Reason[] {
  if (now >= time - clocksDiffer) return [];
  return [
    reason(
      "DS6056",
      `it is ${new Date(now).toISOString()}, and was ${new Date(time).toISOString()} when something was decided last`,
    ),
  ];
}
