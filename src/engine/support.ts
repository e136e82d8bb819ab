/** What speaks for a script at a line that failed: passed tests, and earlier runs of the very same script (faults 1.6). */

import type { FaultPlace, Support } from "../records/index.ts";
import { createEarlierRuns } from "./earlier-runs.ts";
import { historyFolder } from "./state.ts";
import { createTestedLines } from "./tested-lines.ts";

/** Asked when something has failed; never throws. `mark` gives that of the script's content (`contentMark`). */
export function createSupport(
  files: readonly { readonly bytes: Uint8Array }[],
  mark: () => string,
): (place: FaultPlace) => Support | undefined {
  const tested = createTestedLines(files);
  let earlier: ReturnType<typeof createEarlierRuns> | undefined;
  return (place) => {
    earlier ??= createEarlierRuns(historyFolder(), mark());
    const support = { ...tested(place), ...earlier() };
    return Object.keys(support).length === 0 ? undefined : support;
  };
}
