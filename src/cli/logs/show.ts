/** Carries out `dscript logs`: opens the sources, sends each record through the filter into a view, and says what was left out. */

import { exitCode } from "../../engine/index.ts";
import {
  createFilter,
  type LogSource,
  type MissingSource,
  RecordScan,
  readRecords,
  sourcesOf,
} from "../../logs/index.ts";
import { refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { criteriaOf } from "./filter-options.ts";
import { tellCounts, tellTroubles, tellUnmet } from "./said.ts";
import { viewOf } from "./view-options.ts";
import { openView } from "./views.ts";

export async function showLogs(options: ParsedOptions, operands: readonly string[]): Promise<number> {
  const criteria = criteriaOf(options, Date.now());
  if ("problem" in criteria) return refuseWords(criteria.problem, criteria.next);
  const view = viewOf(options);
  if ("problem" in view) return refuseWords(view.problem, view.next);
  const found = await findSources(operands);
  if (typeof found === "number") return found;
  const scan = new RecordScan();
  const filter = createFilter(criteria, scan);
  const shown = openView(view, scan, options);
  let fits = 0;
  const { counts, troubles } = await readRecords(found.sources, scan, () => {
    if (!filter.accepts()) return true;
    fits += 1;
    return shown.take();
  });
  const isRead = shown.finish();
  if (!isRead) return exitCode.ok;
  tellTroubles([...found.missing, ...troubles]);
  tellCounts(counts);
  if (fits === 0) {
    const unmet = filter.unmet();
    if (unmet.length > 0) tellUnmet(unmet);
    else if (counts.records > 0)
      tell(`dscript: none of ${counts.records} ${counts.records === 1 ? "record" : "records"} fits\n`);
    else if (found.missing.length + troubles.length === 0) tell("dscript: there is no record\n");
  }
  return found.missing.length + troubles.length === 0 ? exitCode.ok : exitCode.usage;
}

/** The sources of the words, or this user's runs; a number is an exit code, all being said. */
async function findSources(
  operands: readonly string[],
): Promise<{ readonly sources: readonly LogSource[]; readonly missing: readonly MissingSource[] } | number> {
  if (operands.length > 0) return sourcesOf(operands);
  const { openHistory } = await import("../../engine/index.ts");
  const { root } = await openHistory();
  const found = root === undefined ? undefined : sourcesOf([root]);
  if (found !== undefined && found.sources.length > 0) return { ...found, missing: [] };
  return refuseWords(
    `there are no runs yet in ${root ?? "a state folder: HOME is not set"}`,
    "name a log: dscript logs FILE",
  );
}
