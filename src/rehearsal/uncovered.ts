/** Commands of a dry run whose effects are not files alone: what its records say of them. */

import { existsSync, readFileSync } from "node:fs";
import { type CommandTable, unseenEffect } from "../commands/index.ts";
import { wordsOfLine } from "../runtime/index.ts";
import type { Uncovered } from "./difference/format.ts";

const libraryOutside: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^Http\./, "it speaks to another host"],
  [/^System\.kill$/, "it ends or signals processes, and those of the host are not seen"],
];

/** In the order of their first start; one that was started again counts once. */
export function uncoveredIn(records: string, table: CommandTable): readonly Uncovered[] {
  const found = new Map<string, Uncovered>();
  for (const text of existsSync(records) ? readFileSync(records, "utf8").split("\n") : []) {
    const record = recordOf(text);
    if (record?.["LogPoint"] !== "SystemChangePoint" || record["Phase"] !== "before") continue;
    const [api, argv] = [String(record["Api"] ?? ""), record["argv"]];
    const shown = typeof argv === "string" ? argv : api;
    const why =
      typeof argv === "string"
        ? unseenEffect(table, wordsOfLine(argv))
        : libraryOutside.find(([pattern]) => pattern.test(api))?.[1];
    if (why === undefined) continue;
    const line = Number(record["ScriptLine"] ?? 0);
    const key = `${line} ${shown}`;
    const known = found.get(key);
    found.set(key, { command: shown, line, why, times: (known?.times ?? 0) + 1 });
  }
  return [...found.values()];
}

function recordOf(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    // A record is an object with keys that are texts.
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
