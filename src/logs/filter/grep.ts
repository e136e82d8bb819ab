/** Records of which a value holds a text. */

import type { RecordScan } from "../scan/record-scan.ts";

/** Whether any value of the record holds the text; upper and lower case differ. Values of nested objects count, keys do not. */
export function grepTest(scan: RecordScan, text: string): () => boolean {
  // As it stands in a line, written with as few escapes as there are, or in ASCII as syslog has it. Other ways to escape are not searched.
  const plain = JSON.stringify(text).slice(1, -1);
  const ascii = plain.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const searches = [...new Set([plain, ascii])].map((form) => createSearch(Buffer.from(form)));
  return () => {
    if (!searches.some((search) => search(scan.bytes, scan.start, scan.end))) return false;
    // Where the bytes are in the line, a parse tells whether they are a value's.
    const record = scan.record();
    return record !== undefined && Object.values(record).some((value) => holds(value, text));
  };
}

/** Whether a line holds bytes: a place that was found behind it is kept for the lines up to there. */
function createSearch(wanted: Buffer): (bytes: Buffer, start: number, end: number) => boolean {
  let searched: Buffer | undefined;
  let from = 0;
  let hit = -1;
  return (bytes, start, end) => {
    if (bytes !== searched || start < from || (hit !== -1 && hit < start)) {
      searched = bytes;
      from = start;
      hit = bytes.indexOf(wanted, start);
      if (hit === -1) hit = Number.POSITIVE_INFINITY;
    }
    return hit < end;
  };
}

/** Levels of nested values; deeper ones are not looked at. */
const deepest = 16;

function holds(value: unknown, text: string, depth = 0): boolean {
  if (typeof value === "string") return value.includes(text);
  if (typeof value === "number" || typeof value === "boolean") return String(value).includes(text);
  if (typeof value !== "object" || value === null || depth > deepest) return false;
  return Object.values(value).some((inner) => holds(inner, text, depth + 1));
}
