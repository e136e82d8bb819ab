/** What writes trees of files apart for a run; the engine puts it in. */

import type { FlowNamespace } from "../host/in-namespace.ts";

export interface AtomicModule {
  /** Absolute paths; the trees, or why they cannot be taken. `key` is that of the step of a plan in which they are. */
  readonly open: (paths: readonly string[], key: string | null) => Promise<RunTrees | RefusedTrees>;
  /** What an earlier engine of this run committed in a step, and can still be taken back; undefined where there is nothing. */
  readonly reopen: (key: string) => Promise<Pick<RunTrees, "takeBack" | "forget"> | undefined>;
}

export interface RefusedTrees {
  readonly path: string;
  /** A sentence without its end. */
  readonly reason: string;
  readonly next: string;
  readonly errno?: string;
}

/** Trees that are written apart, from their opening to their end. */
export interface RunTrees {
  /** Their real paths. */
  readonly paths: readonly string[];
  readonly namespace: FlowNamespace | null;
  /** Where the promise costs much: a sentence for the person. */
  readonly costs: string | null;
  /** Processes that still run within. */
  readonly stillInside: () => readonly { readonly pid: number; readonly name: string }[];
  /** Applies all, or nothing; the value is what somebody else has changed meanwhile. Throws an error with `path` and `errno` where the system refuses. */
  readonly commit: (options: {
    readonly keeps: boolean;
  }) => Promise<{ readonly clashes: readonly { readonly path: string; readonly what: string }[] } | null>;
  /** The value is where things lie now that were found in the way of the old state. */
  readonly takeBack: () => Promise<readonly string[]>;
  readonly forget: () => Promise<void>;
}
