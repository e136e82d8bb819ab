/** The records of a run, read back line by line, however many there are. */

import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { join } from "node:path";

export interface RecordLine {
  /** The line as it stands in the file. */
  readonly text: string;
  /** Undefined for a line that is no JSON object: a killed run's last one may be torn. */
  readonly fields: Readonly<Record<string, unknown>> | undefined;
}

const chunk = 1024 * 1024;

/** The lines of a run's records; none where there is no such file. Throws what reading throws. */
export function* recordLines(folder: string): Generator<RecordLine> {
  const path = join(folder, "records.jsonl");
  if (existsSync(path)) yield* linesOf(path);
}

/** The lines of any file of records. Throws the system's error where it cannot be read. */
function* linesOf(path: string): Generator<RecordLine> {
  const fd = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(chunk);
    let rest: Buffer = Buffer.alloc(0);
    for (let got = readSync(fd, buffer); got > 0; got = readSync(fd, buffer)) {
      const part = Buffer.concat([rest, buffer.subarray(0, got)]);
      const end = part.lastIndexOf(10) + 1;
      rest = Buffer.from(part.subarray(end));
      if (end > 0) for (const text of part.toString("utf8", 0, end - 1).split("\n")) yield lineOf(text);
    }
    if (rest.length > 0) yield lineOf(rest.toString("utf8"));
  } finally {
    closeSync(fd);
  }
}

function lineOf(text: string): RecordLine {
  try {
    const fields: unknown = JSON.parse(text);
    const isObject = typeof fields === "object" && fields !== null && !Array.isArray(fields);
    return { text, fields: isObject ? (fields as Record<string, unknown>) : undefined };
  } catch {
    return { text, fields: undefined };
  }
}
