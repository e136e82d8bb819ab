/** What a run's records say of its failure: the first that nobody dealt with, else the first. */

import { readFileSync } from "node:fs";
import { type FaultClass, faultClasses } from "../records/index.ts";

export interface Verdict {
  /** Ranked, most likely first. */
  readonly ranked: readonly { readonly class: FaultClass; readonly p: number }[];
  readonly kind: string;
  readonly api: string;
  readonly line: number;
  readonly message: string;
  readonly handled: boolean;
  /** Every rule that spoke, and how much its word counted. */
  readonly heard: Readonly<Record<string, number>>;
}

export interface Records {
  readonly verdict: Verdict | null;
  /** How many ErrorPoints there are. */
  readonly errors: number;
  readonly scriptHash: string;
}

/** Reads a file of records; lines that are none are passed over. */
export function readVerdict(file: string): Records {
  let [errors, scriptHash] = [0, ""];
  let found: Verdict | null = null;
  for (const line of linesOf(file)) {
    const record = recordOf(line);
    if (record === undefined) continue;
    if (typeof record["ScriptHash"] === "string") scriptHash = record["ScriptHash"];
    if (record["LogPoint"] !== "ErrorPoint") continue;
    errors += 1;
    if (found === null || (found.handled && record["Handled"] !== true)) found = verdictOf(record);
  }
  return { verdict: found, errors, scriptHash };
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
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

function verdictOf(record: Record<string, unknown>): Verdict {
  const text = (key: string): string => String(record[key] ?? "");
  const ranked = Array.isArray(record["Diagnosis"]) ? record["Diagnosis"].flatMap(shareOf) : [];
  return {
    ranked,
    kind: text("Kind"),
    api: text("Api"),
    line: Number(record["ScriptLine"] ?? 0),
    message: text("Message"),
    handled: record["Handled"] === true,
    heard: heardOf(record["Heard"]),
  };
}

function shareOf(share: unknown): readonly { class: FaultClass; p: number }[] {
  if (typeof share !== "object" || share === null || !("class" in share) || !("p" in share)) return [];
  const name = faultClasses.find((each) => each === share.class);
  return name === undefined || typeof share.p !== "number" ? [] : [{ class: name, p: share.p }];
}

function heardOf(value: unknown): Readonly<Record<string, number>> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );
}
