/** Which entries are looked for, and whether one is. */

import {
  type Envelope,
  predicateTypeOf,
  readEnvelope,
  type StatementKind,
  statementKinds,
} from "../../agreement/index.ts";

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

/** The same of a line that was checked when it was appended, quickly; whoever uses it reads the entry as it has to be read. */
export function quickFacts(line: Uint8Array): EntryFacts | undefined {
  try {
    const { payload } = JSON.parse(Buffer.from(line.buffer, line.byteOffset, line.length).toString()) as Outer;
    const statement = JSON.parse(Buffer.from(payload, "base64").toString()) as Inner;
    const { predicate, predicateType, subject } = statement;
    const subjects = [...new Set(subject.map(({ digest }) => String(digest.sha256)))];
    return {
      kind: kindOfType(predicateType),
      who: String(predicate.who ?? ""),
      time: Date.parse(String(predicate.time)),
      subjects,
    };
  } catch {
    return undefined;
  }
}

interface Outer {
  readonly payload: string;
}

interface Inner {
  readonly predicateType: string;
  readonly predicate: { readonly who?: unknown; readonly time?: unknown };
  readonly subject: readonly { readonly digest: { readonly sha256: unknown } }[];
}

const kinds = new Map<string, StatementKind>(
  statementKinds.flatMap((kind) => (kind === "evidence" ? [] : [[predicateTypeOf(kind), kind] as const])),
);

/** What is of no other kind is evidence, which has types of its own. */
function kindOfType(predicateType: string): StatementKind {
  return kinds.get(predicateType) ?? "evidence";
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
