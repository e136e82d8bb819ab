/** A campaign: which script is run again and again, in which bad weather, and what is expected of it. */

import type { FaultClass } from "../../records/index.ts";

export interface Campaign {
  /** The file that it came from; the script's where there is none. */
  readonly path: string;
  /** "backup" of `backup.campaign.yaml`. */
  readonly name: string;
  /** Absolute paths. */
  readonly script: string;
  readonly directory: string;
  readonly arguments: readonly string[];
  readonly environment: readonly (readonly [name: string, value: string])[];
  /** The files that are the script's input, as the script names them. */
  readonly files: readonly string[];
  readonly proxies: readonly ProxyPlace[];
  readonly faults: readonly FaultEntry[];
  readonly hypothesis: Hypothesis;
  /** What holds for faults that say nothing of their own. */
  readonly expect: Expectation;
  /** What all that is drawn by lot comes from. */
  readonly seed: number;
  /** How many of the plan's runs are made, drawn by lot; null for all. */
  readonly runs: number | null;
  /** How many at a time. */
  readonly parallel: number;
  /** Milliseconds that one run may take. */
  readonly timeout: number;
  readonly limits: Limits;
  /** `auto`: in a world of its own where the kernel allows that, else on copies. */
  readonly isolation: "auto" | "copy";
}

/** A fault as the campaign names it; "all" is each step with each fault that fits it. */
export interface FaultEntry {
  readonly fault: string;
  /** Whose fault it is, where the fault itself does not tell. */
  readonly class?: FaultClass;
  readonly expect?: Expectation;
  /** What it is in messages: "faults[2]". */
  readonly key: string;
  /** Where it stands in the file, from 1; absent where there is none. */
  readonly place?: { readonly line: number; readonly column: number };
}

/** How a run may end. `rolled back`: it failed, and what is to stay unchanged is unchanged. `refused`: it did not start. */
export const endNames = ["done", "rolled back", "failed", "refused"] as const;
export type EndName = (typeof endNames)[number];

/** What is asked of a run; what is absent is not asked. */
export interface Expectation {
  readonly class?: FaultClass;
  readonly end?: readonly EndName[];
  readonly exit?: number;
}

/** The steady state: what must hold ahead of a run without a fault, and after every run. */
export interface Hypothesis {
  readonly before: readonly Check[];
  readonly after: readonly Check[];
  /** Files and folders that a run which does not get done leaves as they were. */
  readonly unchanged: readonly string[];
}

/** It holds where the command or script ends with 0, or the expression is true. */
export type Check =
  | { readonly kind: "command"; readonly words: readonly string[] }
  | { readonly kind: "script"; readonly path: string }
  | { readonly kind: "expression"; readonly text: string };

/** A connection of the script that goes through a proxy of ours; `{proxy.NAME}` in arguments and environment is its address. */
export interface ProxyPlace {
  readonly name: string;
  /** HOST:PORT. */
  readonly to: string;
}

export interface Limits {
  /** Bytes that all processes of a run may have in memory together. */
  readonly memory: number;
  /** How many processes and threads a run may have. */
  readonly processes: number;
  /** Bytes that a run may write, all in all. */
  readonly disk: number;
}

export const defaults = {
  seed: 1,
  timeout: 60_000,
  limits: { memory: 2 ** 30, processes: 512, disk: 256 * 2 ** 20 },
} as const;

/** Bounds of what a campaign may ask for. */
export const bounds = {
  /** Bytes of the file. */
  file: 1_048_576,
  faults: 10_000,
  runs: 10_000,
  parallel: 64,
  timeout: [100, 3_600_000],
  memory: [64 * 2 ** 20, 64 * 2 ** 30],
  processes: [64, 32_768],
  disk: [2 ** 20, 16 * 2 ** 30],
} as const;
