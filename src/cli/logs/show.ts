/** Carries out `dscript logs`: opens the sources, sends each record through the filter into a view, and says what was left out. */

import { exitCode } from "../../engine/index.ts";
import {
  createFilter,
  type MissingSource,
  type ReadCounts,
  type RecordFilter,
  RecordScan,
  readRecords,
  sourcesOf,
  type Trouble,
} from "../../logs/index.ts";
import { refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { chartFileOf, writeChart } from "./chart-file.ts";
import { criteriaOf } from "./filter-options.ts";
import { followLogs } from "./follow.ts";
import { tellCounts, tellTroubles, tellUnmet } from "./said.ts";
import { wordsOrRuns } from "./sources.ts";
import { viewOf } from "./view-options.ts";
import { openView } from "./views.ts";

export async function showLogs(options: ParsedOptions, operands: readonly string[]): Promise<number> {
  const criteria = criteriaOf(options, Date.now());
  if ("problem" in criteria) return refuseWords(criteria.problem, criteria.next);
  const view = viewOf(options);
  if ("problem" in view) return refuseWords(view.problem, view.next);
  const file = chartFileOf(options);
  if (file !== undefined && "problem" in file) return refuseWords(file.problem, file.next);
  const words = await wordsOrRuns(operands, view.kind === "follow");
  if (typeof words === "number") return words;
  const scan = new RecordScan();
  const filter = createFilter(criteria, scan);
  const shown = openView(view, scan, options);
  if (file !== undefined && shown.draw === undefined)
    return refuseWords(
      "--chart draws --over, --count-by, --failing and --plot",
      "dscript logs --over time --chart picture.svg",
    );
  if (view.kind === "follow") return followLogs(words, scan, filter, shown);
  const { sources, missing } = sourcesOf(words);
  let fits = 0;
  const { counts, troubles } = await readRecords(
    sources,
    scan,
    () => {
      if (!filter.accepts()) return true;
      fits += 1;
      return shown.take();
    },
    shown.flush,
  );
  const drawn =
    file !== undefined && shown.draw !== undefined && fits > 0 ? await writeChart(file, shown.draw) : exitCode.ok;
  if (!shown.finish()) return exitCode.ok;
  const all = [...missing, ...troubles];
  tellRest(all, counts, fits, filter);
  return all.length > 0 ? exitCode.usage : drawn;
}

function tellRest(
  troubles: readonly (Trouble | MissingSource)[],
  counts: ReadCounts,
  fits: number,
  filter: RecordFilter,
): void {
  tellTroubles(troubles);
  tellCounts(counts);
  if (fits > 0) return;
  const unmet = filter.unmet();
  if (counts.records === 0) {
    if (troubles.length === 0) tell("dscript: there is no record\n");
  } else if (unmet.length > 0) tellUnmet(unmet);
  else
    tell(
      counts.records === 1
        ? "dscript: the one record does not fit\n"
        : `dscript: none of ${counts.records} records fits\n`,
    );
}
