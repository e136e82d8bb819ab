/** The failures in a file of records, each with its diagnosis by the rules of today. */

import { shippedCommands } from "../commands/index.ts";
import { diagnoseAgain } from "../diagnosis/index.ts";
import type { Diagnosis } from "../records/index.ts";
import { linesOf } from "./runs/index.ts";

export interface Rediagnosed {
  readonly place: {
    readonly time: string;
    readonly script: string;
    readonly line: number;
    readonly api: string;
    readonly message: string;
  };
  /** The class that came first then. */
  readonly before?: string;
  readonly now: Diagnosis;
}

/** Goes through a file of records; a line that is none is "foreign". Throws the system's error where it cannot be read. */
export function* rediagnose(file: string): Generator<Rediagnosed | "foreign"> {
  const locale = process.env["LC_ALL"] || process.env["LC_MESSAGES"] || process.env["LANG"] || "C";
  for (const { fields } of linesOf(file)) {
    if (fields === undefined) {
      yield "foreign";
      continue;
    }
    const now = diagnoseAgain(fields, { commands: shippedCommands, locale });
    if (now === undefined) continue;
    const first: unknown = Array.isArray(fields["Diagnosis"]) ? fields["Diagnosis"][0]?.class : undefined;
    yield {
      place: {
        time: String(fields["Time"] ?? ""),
        script: String(fields["ScriptName"] ?? ""),
        line: Number(fields["ScriptLine"] ?? 0),
        api: String(fields["Api"] ?? ""),
        message: String(fields["Message"] ?? ""),
      },
      ...(typeof first === "string" ? { before: first } : {}),
      now,
    };
  }
}
