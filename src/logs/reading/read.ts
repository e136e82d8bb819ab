/** Reads the records of sources one after the other, and counts what is none. */

import { hasAt, type RecordScan } from "../scan/record-scan.ts";
import { bytesOf, PackedOtherwise } from "./bytes.ts";
import { Lines } from "./lines.ts";
import { codeOf, type LogSource } from "./source.ts";

/** What was read, and what of it was no record. */
export interface ReadCounts {
  /** Lines that are records. */
  records: number;
  /** Lines that are whole JSON or text, yet no record of ours. */
  foreign: number;
  /** Records that end in their middle, as a killed run leaves one. */
  torn: number;
  /** Lines beyond `longestLine`. */
  long: number;
}

export interface Trouble {
  readonly path: string;
  /** The system's code, or `torn-gzip`, `no-gzip`, `packed:xz`. */
  readonly code: string;
}

/** False ends the reading: nobody wants more. */
export type TakeRecord = (scan: RecordScan) => boolean;

export const noCounts = (): ReadCounts => ({ records: 0, foreign: 0, torn: 0, long: 0 });

/** Reads every source to its end; `take` is called with the scan at each record, `rest` after each part that was read. Never throws: a source that cannot be read is a trouble. */
export async function readRecords(
  sources: readonly LogSource[],
  scan: RecordScan,
  take: TakeRecord,
  rest: () => void = () => {},
): Promise<{ readonly counts: ReadCounts; readonly troubles: readonly Trouble[] }> {
  const counts = noCounts();
  const troubles: Trouble[] = [];
  for (const { path } of sources) {
    let goesOn = true;
    const lines = linesInto(scan, counts, (record) => {
      goesOn &&= take(record);
    });
    try {
      for await (const part of bytesOf(path)) {
        lines.feed(part);
        rest();
        if (!goesOn) break;
      }
      if (goesOn) lines.end();
    } catch (error) {
      troubles.push({ path, code: troubleOf(error) });
      if (goesOn) lines.end();
    }
    if (!goesOn) break;
  }
  return { counts, troubles };
}

/** A reader of lines that counts them and hands on those that are records. */
export function linesInto(scan: RecordScan, counts: ReadCounts, take: (scan: RecordScan) => void): Lines {
  return new Lines(
    (bytes, start, end) => {
      if (scan.scan(bytes, start, end)) {
        counts.records += 1;
        if (!scan.isPassedOver) take(scan);
      } else if (isBlank(bytes, start, end)) return;
      else if (hasAt(bytes, scan.start, opening)) counts.torn += 1;
      else counts.foreign += 1;
    },
    () => {
      counts.long += 1;
    },
  );
}

const opening = Buffer.from('{"LogPoint":');

function isBlank(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((bytes[at] as number) > 32 || bytes[at] === 0) return false;
  return true;
}

function troubleOf(error: unknown): string {
  if (error instanceof PackedOtherwise) return `packed:${error.program}`;
  const code = codeOf(error);
  if (code === "Z_BUF_ERROR") return "torn-gzip";
  return code.startsWith("Z_") ? "broken-gzip" : code;
}
