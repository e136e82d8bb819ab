/** `dscript logs -f`: goes on with what is written, until Ctrl-C or until nobody reads. */

import { exitCode } from "../../engine/index.ts";
import { followRecords, type RecordFilter, type RecordScan, sourcesOf } from "../../logs/index.ts";
import { refuseWords } from "../language.ts";
import { tellCounts, tellTroubles } from "./said.ts";
import type { OpenView } from "./views.ts";

/** Follows; the exit code is that of the signal which ends it. */
export async function followLogs(
  words: readonly string[],
  scan: RecordScan,
  filter: RecordFilter,
  shown: OpenView,
): Promise<number> {
  if (words.includes("-")) return refuseWords("standard input ends by itself: -f is for files", "leave -f out");
  // A file that is not there yet is waited for; that is said, because it may be a slip.
  tellTroubles(sourcesOf(words).missing.filter(({ code }) => code !== "EMPTY"));
  const ending = new AbortController();
  let code: number = exitCode.ok;
  const end = (number: number) => (): void => {
    code = number;
    ending.abort();
  };
  const [interrupted, terminated] = [end(130), end(143)];
  process.once("SIGINT", interrupted);
  process.once("SIGTERM", terminated);
  const counts = await followRecords({
    words,
    scan,
    take: () => !filter.accepts() || shown.take(),
    rest: shown.flush,
    signal: ending.signal,
  });
  if (shown.finish()) tellCounts(counts);
  return code;
}
