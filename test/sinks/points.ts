/** Points to record, and a way to read them back. */

import { readFileSync } from "node:fs";
import type { RecordBody } from "../../src/records/index.ts";

export function point(message = "m", over: Partial<RecordBody> = {}): RecordBody {
  return {
    logPoint: "SystemChangePoint",
    faultType: [],
    scriptName: "s",
    scriptLine: 1,
    api: "rm",
    arguments: [],
    message,
    time: Date.now(),
    ...over,
  };
}

export const failure: Partial<RecordBody> = { logPoint: "ErrorPoint", faultType: ["UserFault"], handled: false };

/** The records of a file; throws where a line is not JSON or the last one does not end. */
export function recordsIn(path: string): readonly Record<string, unknown>[] {
  const text = readFileSync(path, "utf8");
  if (text !== "" && !text.endsWith("\n")) throw new Error(`a torn last line: ${text.slice(-80)}`);
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
