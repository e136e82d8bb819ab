/** What a fault is: how it is written, what it needs of this machine, whom it belongs to, and what it does to the world. */

import type { FaultClass } from "../../records/index.ts";
import type { Random } from "../random.ts";
import type { Step } from "../steps.ts";
import type { World } from "../world/world.ts";

/**
 * `world`: mount, user and process namespaces with an overlay. `network`: a network namespace. `peers`: two of them
 * with a wire between them (ip, of iproute2). `root`: other users' rights.
 * `ordinary user`: root has no such limit. The others are programs.
 */
export const needNames = [
  "world",
  "network",
  "peers",
  "root",
  "ordinary user",
  "strace",
  "faketime",
  "prlimit",
] as const;
export type Need = (typeof needNames)[number];

export interface FaultRow {
  /** The word ahead of the colon; of a sentence, its verb. */
  readonly id: string;
  /** How it is written: "disk-full[:PATH]". */
  readonly form: string;
  readonly says: string;
  /** Where it acts. */
  readonly area: "environment" | "network" | "engine" | "input";
  readonly needs: readonly Need[];
  /** It may come while the script runs: `disk-full from line 12`. */
  readonly arrives?: true;
  /** Reads what stands behind its word; what is left open is drawn by lot. A sentence where it cannot be read. */
  readonly read: (text: string, random: Random) => Injected | string;
  /** What stands behind its word where it is tried on a step; empty where it does not fit. */
  readonly fits: (step: Step) => readonly string[];
}

/** A fault with all that it needs to be made. */
export interface Injected {
  /** It again, with what was drawn. */
  readonly text: string;
  readonly world: Partial<World>;
  /** Whose fault it is; absent where only the campaign can tell. */
  readonly class?: FaultClass;
  /** Needs of this use, beside its row's. */
  readonly needs?: readonly Need[];
  /** A command that ends well where this machine can make it. */
  readonly trial?: readonly string[];
  /** The program or call that it strikes, where it strikes one. */
  readonly tool?: string;
}
