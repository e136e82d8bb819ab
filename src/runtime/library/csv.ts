/** Csv: reading and writing tables. */

import { formatCsv, rowsOfMaps } from "../csv/format.ts";
import { parseCsv } from "../csv/parse.ts";
import { namedRows } from "../csv/tables.ts";
import { readAll } from "../files/read-all.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";
import { type GuardedCall, guarded, quote } from "./guard.ts";

const parsing = (): string => "read the CSV text";
const writing = (): string => "write the rows as CSV";

export function csvCalls(run: Run): Readonly<Record<string, GuardedCall>> {
  return {
    "Csv.parse": guarded({
      perform: (_flow: ScriptFlow, _site: number, text: string, separator: string = ",") => rowsOf(text, separator),
      attempts: parsing,
    }),
    "Csv.parseRows": guarded({
      perform: (_flow: ScriptFlow, _site: number, text: string, separator: string = ",") =>
        namedRows(parseCsv(text, separator)),
      attempts: parsing,
    }),
    "Csv.read": guarded({
      perform: async (flow: ScriptFlow, _site: number, filename: string, separator: string = ",") =>
        rowsOf(await readAll(run, flow, filename), separator),
      attempts: (filename) => `read ${quote(filename)}`,
    }),
    "Csv.readRows": guarded({
      perform: async (flow: ScriptFlow, _site: number, filename: string, separator: string = ",") =>
        namedRows(parseCsv(await readAll(run, flow, filename), separator)),
      attempts: (filename) => `read ${quote(filename)}`,
    }),
    "Csv.format": guarded({
      perform: (_flow: ScriptFlow, _site: number, rows: readonly (readonly string[])[], separator: string = ",") =>
        formatCsv(rows, separator),
      attempts: writing,
    }),
    "Csv.formatRows": guarded({
      perform: (
        _flow: ScriptFlow,
        _site: number,
        rows: readonly ReadonlyMap<string, string>[],
        separator: string = ",",
      ) => formatCsv(rowsOfMaps(rows), separator),
      attempts: writing,
    }),
  };
}

function rowsOf(text: string, separator: string): string[][] {
  return parseCsv(text, separator).map((row) => row.fields);
}
