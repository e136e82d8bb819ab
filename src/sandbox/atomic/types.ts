/** What a run asks of atomic trees, and what it gets. */

import type { FlowNamespace } from "../../runtime/index.ts";
import type { Clash } from "./conflicts.ts";

export interface AtomicRequest {
  /** Absolute, as the run resolved them. */
  readonly paths: readonly string[];
  /** An empty folder of this transaction's own, for its journal; it outlives the engine. */
  readonly folder: string;
}

/** Why trees cannot be written apart. */
export interface Refused {
  readonly path: string;
  /** A sentence without its end. */
  readonly reason: string;
  readonly next: string;
  /** The error's name, where it is one of the system. */
  readonly errno?: string;
}

/** Somebody else has changed meanwhile what the run has changed, too: nothing is applied. */
export interface Conflict {
  readonly clashes: readonly Clash[];
}

export interface AtomicTrees {
  /** Their real paths. */
  readonly paths: readonly string[];
  /** Where commands and calls of files are made; null where the trees are changed in place. */
  readonly namespace: FlowNamespace | null;
  /** Where the promise costs much: a sentence for the person. */
  readonly costs: string | null;
  /** Processes that still run within, by number and name. */
  readonly stillInside: () => readonly { readonly pid: number; readonly name: string }[];
  /**
   * Applies all of it, or nothing. `keeps`: the old state is kept until `forget`, and comes back where the engine is killed ahead of that.
   * Throws an AtomicTrouble where the system refuses a step; everything is as it was then.
   */
  readonly commit: (options: { readonly keeps: boolean }) => Promise<Conflict | null>;
  /** Ahead of a commit: throws the changes away. After it: back to the old state. The value is what else was found in its way, and where that lies now. */
  readonly takeBack: () => Promise<readonly string[]>;
  /** The old state goes. */
  readonly forget: () => Promise<void>;
}

/** The system refused a step of a commit, and everything is as it was. */
export class AtomicTrouble extends Error {
  readonly path: string;
  readonly errno: string;

  constructor(path: string, errno: string) {
    super(`${path}: ${errno}`);
    this.path = path;
    this.errno = errno;
  }
}
