/** The failure in a record, with its diagnosis by the rules of today. */

import { shippedCommands } from "../commands/index.ts";
import { diagnoseAgain } from "../diagnosis/index.ts";
import type { Diagnosis } from "../records/index.ts";

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

/** Of the fields of an ErrorPoint; undefined where they are not those of one. */
export function rediagnose(fields: Readonly<Record<string, unknown>>): Rediagnosed | undefined {
  const locale = process.env["LC_ALL"] || process.env["LC_MESSAGES"] || process.env["LANG"] || "C";
  const now = diagnoseAgain(fields, { commands: shippedCommands, locale });
  if (now === undefined) return undefined;
  const first: unknown = Array.isArray(fields["Diagnosis"]) ? fields["Diagnosis"][0]?.class : undefined;
  return {
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
