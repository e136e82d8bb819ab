/** Rows with names: the first line names the fields of all others. */

import { Refusal } from "../files/refusal.ts";
import type { CsvRow } from "./parse.ts";

/** Each row but the first as a Map. Refuses names that are given twice, and rows of another length. */
export function namedRows(rows: readonly CsvRow[]): Map<string, string>[] {
  const [head, ...rest] = rows;
  if (head === undefined) return [];
  const twice = head.fields.find((name, index) => head.fields.indexOf(name) !== index);
  const refuse = (line: number, why: string): Refusal =>
    new Refusal("FormatFault", `line ${line}: ${why}`, undefined, "text");
  if (twice !== undefined) throw refuse(head.line, `the name ${JSON.stringify(twice)} stands there twice`);
  const { length } = head.fields;
  return rest.map(({ fields, line }) => {
    if (fields.length !== length)
      throw refuse(line, `the row has ${fields.length} fields, and the first line names ${length}`);
    return new Map(head.fields.map((name, index) => [name, fields[index] ?? ""]));
  });
}
