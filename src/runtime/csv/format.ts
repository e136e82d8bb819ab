/** A CSV text out of rows: fields in quotes where they need them, each line ended by a newline. */

import { nearest } from "../../diagnostics/index.ts";
import { Refusal } from "../files/refusal.ts";
import { checkSeparator } from "./parse.ts";

/** The text that reads back as these rows. Refuses a row without fields, which no text can tell. */
export function formatCsv(rows: readonly (readonly string[])[], separator: string): string {
  checkSeparator(separator);
  const lines = rows.map((row, index) => {
    if (row.length === 0)
      throw new Refusal(
        "ArgumentFault",
        `row ${index} has no fields: a line of CSV has one at least`,
        "EINVAL",
        "rows",
      );
    // A line without a character would be no row.
    if (row.length === 1 && row[0] === "") return '""\n';
    return `${row.map((field) => formatField(field, separator)).join(separator)}\n`;
  });
  return lines.join("");
}

function formatField(field: string, separator: string): string {
  const needsQuotes = field.includes('"') || field.includes(separator) || /[\r\n]|^\ufeff/.test(field);
  return needsQuotes ? `"${field.replaceAll('"', '""')}"` : field;
}

/** The rows of Maps, with the names of the first one ahead. Refuses a Map with other names. */
export function rowsOfMaps(maps: readonly ReadonlyMap<string, string>[]): string[][] {
  const names = [...(maps[0]?.keys() ?? [])];
  const rows = maps.map((map, index) => {
    const other = [...map.keys()].find((name) => !maps[0]?.has(name));
    const refuse = (why: string): Refusal => new Refusal("ArgumentFault", why, "EINVAL", "rows");
    if (other !== undefined) {
      const close = nearest(other, names);
      const shown = JSON.stringify(other);
      throw refuse(
        close === undefined
          ? `row ${index} has the name ${shown}, which the first row has not`
          : `row ${index} has the name ${shown}, which the first row has not; the nearest is ${JSON.stringify(close)}`,
      );
    }
    return names.map((name) => {
      const value = map.get(name);
      if (value === undefined) throw refuse(`row ${index} has no value for ${JSON.stringify(name)}`);
      return value;
    });
  });
  return maps.length === 0 ? [] : [names, ...rows];
}
