/** Experience: which rules of the diagnosis spoke when a fault of a known class was injected; what its weights are fitted on. */

import { type FaultClass, faultClasses } from "../../records/index.ts";
import type { RunOutcome } from "../outcome.ts";

/** One failed run. */
export interface Experience {
  /** The command or call that failed. */
  readonly tool: string;
  /** The fault's id: "disk-full". */
  readonly mechanism: string;
  /** Whose fault it was. */
  readonly class: FaultClass;
  /** Every rule that spoke, by its id, and how much its word counted (1: wholly). */
  readonly heard: Readonly<Record<string, number>>;
  readonly scriptHash: string;
  readonly host: string;
  /** RFC 3339, UTC. */
  readonly time: string;
}

/** Of the runs that failed, and whose fault's class is known. */
export function experienceOf(outcomes: readonly RunOutcome[], host: string): readonly Experience[] {
  return outcomes.flatMap((outcome) => {
    const { class: owner, verdict, id, state, scriptHash = "", time, struck } = outcome;
    // What failed without the fault is no experience of it.
    if (state !== "ran" || owner === undefined || verdict === undefined || struck === false) return [];
    return [{ tool: verdict.api, mechanism: id, class: owner, heard: verdict.heard, scriptHash, host, time }];
  });
}

export function experienceText(list: readonly Experience[]): string {
  return list.map((each) => `${JSON.stringify(each)}\n`).join("");
}

/** A line of an experience file; undefined where it is none. */
export function readExperience(line: string): Experience | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const fields = value as Readonly<Record<string, unknown>>;
  const owner = faultClasses.find((name) => name === fields["class"]);
  const { tool, mechanism, heard, scriptHash, host, time } = fields;
  if (owner === undefined || typeof tool !== "string" || typeof mechanism !== "string") return undefined;
  if (typeof heard !== "object" || heard === null) return undefined;
  const rules = Object.entries(heard).filter((each): each is [string, number] => Number.isFinite(each[1]));
  return {
    ...{ tool, mechanism, class: owner, heard: Object.fromEntries(rules) },
    ...{ scriptHash: String(scriptHash ?? ""), host: String(host ?? ""), time: String(time ?? "") },
  };
}
