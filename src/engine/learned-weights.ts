/** The weights that `dscript inject learn` has fitted on this host's own campaigns (faults 1.5): in the state folder, read with the first failure. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { WeightTable } from "../diagnosis/index.ts";
import { preferredStateFolder } from "./state.ts";

/** A weight further from 0 than this is no weight. */
const largest = 20;

/** Undefined where there are none, or the file is not one of weights. Never throws. */
export function learnedWeights(): WeightTable | undefined {
  const state = preferredStateFolder({ env: process.env, uid: process.geteuid?.() ?? -1 });
  if (state === undefined) return undefined;
  try {
    const content: unknown = JSON.parse(readFileSync(join(state, "experience", "weights.json"), "utf8"));
    const table = fieldOf(content, "weights");
    const prior = fieldOf(table, "prior");
    const rules = fieldOf(table, "rules");
    if (!isRow(prior) || typeof rules !== "object" || rules === null || !Object.values(rules).every(isRow))
      return undefined;
    return { prior, rules: rules as WeightTable["rules"] };
  } catch {
    return undefined;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function isRow(value: unknown): value is WeightTable["prior"] {
  return (
    Array.isArray(value) &&
    value.length === 4 &&
    value.every((each) => typeof each === "number" && Math.abs(each) <= largest)
  );
}
