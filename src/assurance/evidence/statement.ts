/** A result of evidence as a statement in the form of in-toto (attestation framework, Statement v1): what was looked at, and what came of it. */

import type { EvidenceSource } from "../model/evidence.ts";
import type { Json } from "../model/json.ts";

export const statementType = "https://in-toto.io/Statement/v1";

/** What each kind of evidence says is called; the number rises when an older reader would understand it wrongly. */
const predicateTypes: Readonly<Record<EvidenceSource, string>> = {
  test: "https://dscript.dev/attestation/test/v1",
  inject: "https://dscript.dev/attestation/fault-injection/v1",
  load: "https://dscript.dev/attestation/load/v1",
  monitor: "https://dscript.dev/attestation/monitor/v1",
  review: "https://dscript.dev/attestation/review/v1",
  document: "https://dscript.dev/attestation/document/v1",
};

/** Something by the digest of its content: a script by that of its bundle, a node by that of its text. */
export interface Subject {
  readonly name: string;
  /** 64 hexadecimal digits. */
  readonly digest: { readonly sha256: string };
}

export type Verdict = "passed" | "failed";

/** A node that a result was made for, as it was then. */
export interface NodeThen {
  readonly uid: string;
  readonly label: string;
  readonly text: string;
}

export interface Predicate {
  /** Which one: the test's file, the campaign, the command, the monitor, the document. */
  readonly of?: string;
  readonly result: Verdict;
  /** What its parts came to, by name: single tests, single faults. */
  readonly parts?: { readonly [name: string]: Verdict | "skipped" };
  /** What was measured, by name. */
  readonly figures: { readonly [name: string]: Json };
  readonly parameters: { readonly [name: string]: Json };
  readonly environment: { readonly [name: string]: Json };
  /** When it was known: RFC 3339. */
  readonly time: string;
  /** Who says so, where it is a person. */
  readonly who?: string;
  /** What that person says. */
  readonly says?: string;
  /** The nodes that it counts for; undefined: all that it fits. */
  readonly nodes?: readonly NodeThen[];
}

export interface Statement {
  readonly _type: typeof statementType;
  readonly subject: readonly Subject[];
  readonly predicateType: string;
  readonly predicate: Predicate;
}

export function statement(by: EvidenceSource, subject: readonly Subject[], predicate: Predicate): Statement {
  return { _type: statementType, subject, predicateType: predicateTypes[by], predicate };
}

/** The kind of evidence that a statement is; undefined for other people's statements. */
export function sourceOf({ predicateType }: { readonly predicateType: string }): EvidenceSource | undefined {
  const found = Object.entries(predicateTypes).find(([, uri]) => uri === predicateType);
  return found?.[0] as EvidenceSource | undefined;
}
