/** Reading a source map (v3) back: from a place in compiled code to the script's line. */

/** A generated position's origin; lines and columns from 0. */
interface Mapping {
  readonly column: number;
  readonly source: number;
  readonly line: number;
}

export interface SourceMap {
  /** The file's index and the line (from 1) behind a generated line (from 1) and column (from 1), if any. */
  find(line: number, column: number): { readonly file: number; readonly line: number } | undefined;
}

/** Decodes the mappings of a map's JSON text. */
export function readSourceMap(json: string): SourceMap {
  // The compiler writes the map; it has this field.
  const { mappings } = JSON.parse(json) as { mappings: string };
  const lines = decode(mappings);
  return {
    find(line, column) {
      const entries = lines[line - 1];
      if (entries === undefined) return undefined;
      let best: Mapping | undefined;
      for (const entry of entries) {
        if (entry.column > column - 1) break;
        best = entry;
      }
      best ??= entries[0];
      return best === undefined ? undefined : { file: best.source, line: best.line + 1 };
    },
  };
}

function decode(mappings: string): readonly (readonly Mapping[])[] {
  let source = 0;
  let line = 0;
  return mappings.split(";").map((text) => {
    let column = 0;
    const entries: Mapping[] = [];
    for (const segment of text.split(",")) {
      const [columnDelta, sourceDelta, lineDelta] = numbersOf(segment);
      if (columnDelta === undefined) continue;
      column += columnDelta;
      if (sourceDelta === undefined || lineDelta === undefined) continue;
      source += sourceDelta;
      line += lineDelta;
      entries.push({ column, source, line });
    }
    return entries;
  });
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The base-64 variable-length quantities of a segment. */
function numbersOf(segment: string): readonly number[] {
  const values: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = digits.indexOf(character);
    value += (digit & 31) * 2 ** shift;
    if ((digit & 32) !== 0) shift += 5;
    else {
      values.push(value % 2 === 1 ? -Math.floor(value / 2) : value / 2);
      value = 0;
      shift = 0;
    }
  }
  return values;
}
