/** Which entries are looked for, and whether one is. */

import { type Envelope, readEnvelope, type StatementKind } from "../../agreement/index.ts";

export interface EntryFilter {
  readonly kind?: StatementKind;
  /** Who says it. */
  readonly who?: string;
  /** SHA-256 of a subject: 64 hexadecimal digits, or their beginning. */
  readonly subject?: string;
  /** Milliseconds since the epoch; `until` is not included. */
  readonly since?: number;
  readonly until?: number;
}

/** What an entry is looked for by. */
export interface EntryFacts {
  readonly kind: StatementKind;
  readonly who: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly subjects: readonly string[];
}

/** Undefined where the bytes are no envelope. */
export function envelopeOf(bytes: Uint8Array): Envelope | undefined {
  const reading = readEnvelope(bytes);
  return reading.ok ? reading.envelope : undefined;
}

export function factsOf({ statement: { kind, who, time, subject } }: Envelope): EntryFacts {
  const subjects = [...new Set(subject.map(({ digest }) => digest.sha256))];
  return { kind, who: who ?? "", time: Date.parse(time), subjects };
}

export function fits(facts: EntryFacts, { kind, who, subject, since, until }: EntryFilter): boolean {
  return (
    (kind === undefined || facts.kind === kind) &&
    (who === undefined || facts.who === who) &&
    (subject === undefined || facts.subjects.some((each) => each.startsWith(subject))) &&
    (since === undefined || facts.time >= since) &&
    (until === undefined || facts.time < until)
  );
}
