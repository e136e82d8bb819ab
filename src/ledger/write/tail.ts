/** What a killed writer left behind the newest checkpoint. */

import { fstatSync } from "node:fs";
import { readEnvelope } from "../../agreement/index.ts";
import { linesOf } from "../folder/lines.ts";
import { longestLine } from "../folder/range.ts";

/** The whole entries behind a byte, and how many bytes are behind those. */
export function tailOf(fd: number, from: number): { readonly entries: readonly Uint8Array[]; readonly torn: number } {
  const entries: Uint8Array[] = [];
  const { size } = fstatSync(fd);
  let end = from;
  for (const line of linesOf(fd, from, size, longestLine)) {
    if (!line.isWhole || !isEntry(line.bytes)) break;
    entries.push(line.bytes);
    end = line.end;
  }
  return { entries, torn: size - end };
}

/** Whether these bytes are what `append` writes of an envelope. */
export function isEntry(bytes: Uint8Array): boolean {
  const reading = readEnvelope(bytes);
  return reading.ok && Buffer.from(reading.envelope.text).equals(bytes);
}
