/** What is told of the end of a run: everything that whoever is called needs first, secrets masked already. */

import type { Language } from "../diagnostics/index.ts";

export interface NoticeClass {
  /** "SystemFault". */
  readonly class: string;
  /** 0 to 1. */
  readonly p: number;
  /** The strongest reason, without a full stop; may be empty. */
  readonly reason: string;
}

export interface Notice {
  /** What people are told in; what machines read stays English. */
  readonly language: Language;
  /** Absolute; "standard input (in /srv)" for a script from there. */
  readonly script: string;
  readonly host: string;
  readonly user: string;
  /** When the fault was detected: milliseconds since the epoch. */
  readonly time: number;
  readonly runId: string;
  /** The file of the run's records; absent where none are kept. */
  readonly records?: string;
  readonly exitCode: number;
  /** "CommandFault"; "Interruption" where a signal ended the run. */
  readonly kind: string;
  /** May have several lines. */
  readonly message: string;
  /** The plausible classes, most likely first; empty for an interruption. */
  readonly classes: readonly NoticeClass[];
  /** The next step; may be empty. */
  readonly advice: string;
  /** Where the script stood. */
  readonly place?: { readonly file: string; readonly line: number; readonly column: number };
  /** The fault as a terminal shows it, with its trace; may be empty. */
  readonly shown: string;
  /** Other faults of this run that no script handled. */
  readonly others: number;
  /** A trial of `dscript notify test`. */
  readonly sample: boolean;
}

/** What was not told since the last message. */
export interface Held {
  /** How often this same fault happened. */
  readonly same: number;
  /** Messages on other faults that the limit an hour kept back. */
  readonly others: number;
}

export const nothingHeld: Held = { same: 0, others: 0 };

/** What makes a fault the same as an earlier one: script, place and kind. */
export function keyOf({ script, place, kind }: Notice): string {
  return `${script}\n${place === undefined ? "" : `${place.file}:${place.line}`}\n${kind}`;
}
