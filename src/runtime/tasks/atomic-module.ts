/** What writes trees of files apart for a run; the engine puts it in. */

import type { FlowNamespace } from "../host/in-namespace.ts";

export interface AtomicModule {
  /**
   * Absolute paths; the trees, or why they cannot be taken. `key` is that of the step of a plan in which they are.
   * `needsRights` is why commands have to be started with all rights that their programs give, as a part of a sentence.
   */
  readonly open: (
    paths: readonly string[],
    key: string | null,
    needsRights: string | null,
  ) => Promise<RunTrees | RefusedTrees>;
  /** What an earlier engine of this run committed in a step, and can still be taken back; undefined where there is nothing. */
  readonly reopen: (key: string) => Promise<CommittedTrees | undefined>;
}

/** Why trees cannot be written apart. */
export interface RefusedTrees {
  readonly path: string;
  /** A sentence without its end. */
  readonly reason: string;
  readonly next: string;
  /** The name of the error, where it is one of the system. */
  readonly errno?: string;
}

/** A path that was changed from outside between the opening and the commit. */
export interface Clash {
  readonly path: string;
  /** `clock`: the clock was set back meanwhile, so that nobody can tell. */
  readonly what: "changed" | "removed" | "made" | "clock";
}

/** Trees whose changes are applied, and whose old state is kept. */
export interface CommittedTrees {
  /** Back to the old state. The value is where things lie now that were found in its way. */
  readonly takeBack: () => Promise<readonly string[]>;
  /** The old state goes. */
  readonly forget: () => Promise<void>;
}

/** Trees that are written apart, from their opening to their end; taking them back ahead of a commit throws the changes away. */
export interface RunTrees extends CommittedTrees {
  /** Their real paths. */
  readonly paths: readonly string[];
  /** Where commands and calls of files are made; null where the trees are changed in place. */
  readonly namespace: FlowNamespace | null;
  /** Where the promise costs much: a sentence for the person. */
  readonly costs: string | null;
  /** Processes that still run within, by number and name. */
  readonly stillInside: () => readonly { readonly pid: number; readonly name: string }[];
  /**
   * Applies all of it, or nothing; the value is what somebody else has changed meanwhile. `keeps`: the old state is kept until `forget`, and comes back where
   * the engine is killed ahead of that. Throws an error with `path` and `code` where the system refuses a step; everything is as it was then.
   */
  readonly commit: (options: { readonly keeps: boolean }) => Promise<{ readonly clashes: readonly Clash[] } | null>;
}
