/** What a run writes down of its plans, so that another engine can finish them or take them back (language 6). */

import type { FaultClass, FaultKind } from "./fault.ts";

/** A fault as a journal keeps it. */
export interface KeptFault {
  readonly kind: FaultKind;
  readonly class: FaultClass;
  readonly message: string;
  readonly line: number;
  readonly status?: number;
}

/** One entry; `key` tells the step: "1", "2.1" of a sub-plan, "3.b2.1" of the second branch of a `parallel`. */
export type JournalEntry =
  | { readonly do: "plan"; readonly key: string; readonly name: string; readonly values: readonly unknown[] }
  /** Ahead of a task's body: its `pre` holds. */
  | {
      readonly do: "task";
      readonly key: string;
      readonly name: string;
      readonly line: number;
      readonly values: readonly unknown[];
      readonly remembered: readonly unknown[];
      readonly irreversible?: string;
      /** When its time is over: milliseconds since the epoch. */
      readonly until?: number;
    }
  /** Ahead of another try of the body; what the last one left was undone. */
  | { readonly do: "again"; readonly key: string; readonly attempt: number }
  /** The task has committed trees, whose old state is kept until its plan is done. */
  | { readonly do: "atomic"; readonly key: string }
  | { readonly do: "done"; readonly key: string }
  | { readonly do: "failed"; readonly key: string; readonly fault: KeptFault }
  | { readonly do: "undo"; readonly key: string }
  | { readonly do: "undone"; readonly key: string }
  | { readonly do: "undo-failed"; readonly key: string; readonly fault: KeptFault }
  | { readonly do: "answer"; readonly key: string; readonly yes: boolean }
  | { readonly do: "told"; readonly key: string }
  | {
      readonly do: "ended";
      readonly key: string;
      readonly state: "done" | "undone" | "undo failed";
      readonly left: readonly string[];
    };

/** An entry as it was read back: with its time, milliseconds since the epoch. */
export type DatedEntry = JournalEntry & { readonly at: number };

/** Where a run's entries go, and what an earlier engine wrote of the same run. */
export interface Journal {
  /** What announces a change is on disk when this returns; what tells of one may be so only with the next. Throws a JournalTrouble where it cannot be written. */
  write(entry: JournalEntry): void;
  /** What an earlier engine wrote of a step, in order; nothing in a new run. */
  recall(key: string): readonly DatedEntry[];
  /** The plan that a resumed run is to take back, by its key; null where it goes on. */
  readonly takesBack: string | null;
}

/** A journal that takes nothing more; the message is a sentence. */
export class JournalTrouble extends Error {}
