/** What the process that makes a world is told, and what it tells: JSON files in the run's folder. */

import type { Check, Limits } from "../campaign/campaign.ts";
import type { World } from "./world.ts";

/** The variable by which that process finds its request; it names a file. */
export const enterVariable = "DSCRIPT_INJECT_WORLD";

export interface EnterRequest {
  /** The run's folder on the host. */
  readonly folder: string;
  /** In namespaces of its own, with an overlay over everything; else on a copy of the script's folder. */
  readonly isIsolated: boolean;
  /** A folder for the compiled script, so that only the first run compiles it. */
  readonly programs: string;
  /** Only tries whether the world can be made; what it notes then is why it has no network of its own. */
  readonly isProbe: boolean;
  /** Who runs the campaign, where a user namespace makes them root of the world. */
  readonly caller: { readonly uid: number; readonly gid: number } | null;
  readonly world: World;
  /** How `dscript` is started. */
  readonly engine: readonly string[];
  /** Absolute. */
  readonly script: string;
  readonly directory: string;
  readonly arguments: readonly string[];
  readonly environment: readonly (readonly [name: string, value: string])[];
  /** Milliseconds. */
  readonly timeout: number;
  readonly limits: Limits;
  readonly before: readonly Check[];
  readonly after: readonly Check[];
  readonly unchanged: readonly string[];
}

export interface EnterResult {
  /** Why the world could not be made, or the script not be started; absent where it was. */
  readonly trouble?: string;
  /** The script's exit status. */
  readonly status: number;
  /** A limit of the campaign that it ran into. */
  readonly over?: "time" | "memory" | "processes";
  /** The first check ahead of the run that did not hold. */
  readonly unsteadyBefore?: string;
  readonly unsteadyAfter?: string;
  /** The paths among `unchanged` that the run has changed. */
  readonly changed: readonly string[];
  /** What was left out of the world, in sentences. */
  readonly notes: readonly string[];
  readonly milliseconds: number;
}

/** Files in the run's folder. */
export const parts = {
  request: "request.json",
  result: "result.json",
  records: "records.jsonl",
  strikes: "strikes",
  output: "output",
} as const;
