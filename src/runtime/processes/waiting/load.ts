/** Looking at what waits, loaded on demand. */

import type { Waiting } from "../../../records/index.ts";
import type { RunOptions } from "../../run.ts";
import type { Command, Live } from "../live.ts";

/** What commands wait for whose time is over, loaded on demand; it takes 100 ms at most, and never throws. */
export async function lookAtWaiting(
  run: { readonly options: Pick<RunOptions, "runId"> },
  live: Live,
  numbers: readonly number[],
  roots: readonly Command[],
): Promise<Waiting | undefined> {
  const { waitingOf } = await import("./look.ts");
  return waitingOf(run, live, numbers, roots);
}
