/** All that a log says about one script as it stands: its topic is the digest of its bundle. */

import type { AgreementStatement } from "../../agreement/index.ts";
import type { Json } from "../../assurance/index.ts";

export interface Scope {
  readonly hosts?: readonly string[];
  readonly schedule?: readonly string[];
  /** Globs of folders that it may be started in. */
  readonly directories?: readonly string[];
  /** By name: a value, or what bounds it (`least`, `most`, `oneOf`). */
  readonly parameters?: Readonly<Record<string, Json>>;
  readonly runs?: number;
}

/** What all statements have, as the log holds them. */
export interface Entered {
  readonly entry: number;
  /** SHA-256 of the signed payload: what others refer to. */
  readonly digest: string;
  readonly who: string;
  /** As it is stated. */
  readonly time: string;
  readonly keyid: string;
}

/** What it says, beside who and when; the statement's own fields. */
export interface Proposal extends Entered {
  readonly script: string;
  readonly bundle: string;
  readonly case?: string;
  readonly nodes?: readonly { readonly uid: string; readonly label: string; readonly hash: string }[];
  readonly files?: Readonly<Record<string, string>>;
  readonly tier?: string;
  readonly authors?: readonly string[];
  readonly policy?: string;
  readonly scope?: Scope;
  readonly notBefore?: string;
  readonly expires?: string;
  readonly says?: string;
}

export type AnswerKind = "agreement" | "abstention" | "objection" | "hold";

export interface SaidAnswer extends Entered {
  readonly kind: AnswerKind;
  /** The proposal that is meant; undefined for all of this topic. */
  readonly proposal?: string;
  readonly role?: string;
  readonly case?: string;
  readonly policy?: string;
  readonly scope?: Scope;
  readonly notBefore?: string;
  readonly expires?: string;
  readonly until?: string;
  readonly node?: string;
  readonly reason?: string;
  readonly says?: string;
}

/** What takes something back, or closes it. */
export interface Undoing extends Entered {
  readonly kind: "withdrawal" | "overruling" | "revocation";
  readonly of: string;
  readonly reason: string;
  /** The node of the case that an objection has become. */
  readonly became?: string;
}

export interface Remark extends Entered {
  readonly node: string;
  readonly act: string;
  readonly text: string;
  readonly to?: string;
}

/** An emergency: a script that runs without an agreement, for a time. */
export interface Emergency extends Entered {
  readonly bundle: string;
  readonly script: string;
  readonly reason: string;
  readonly until: string;
  /** Who has signed it, in that order. */
  readonly signers: readonly string[];
}

export interface Review extends Entered {
  readonly of?: string;
  readonly verdict: "accepted" | "rejected";
  readonly reason: string;
}

export interface Topic {
  readonly bundle: string;
  proposals: readonly Proposal[];
  answers: readonly SaidAnswer[];
  undoings: readonly Undoing[];
  remarks: readonly Remark[];
}

export function emptyTopic(bundle: string): Topic {
  return { bundle, proposals: [], answers: [], undoings: [], remarks: [] };
}

/** The digest that a statement is about: that of its first subject. */
export function topicOf({ subject }: AgreementStatement): string {
  return subject[0]?.digest.sha256 ?? "";
}
