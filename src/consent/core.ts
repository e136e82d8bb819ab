/** What holds for the whole log, whoever's script it is: people, the policy, emergencies. Plain data, so that it can be kept. */

import type { Json } from "../assurance/index.ts";
import type { Person } from "./people/people.ts";
import type { Emergency, Review, Topic } from "./topic/topic.ts";

export interface Roots {
  readonly keys: readonly string[];
  readonly threshold: number;
}

/** A policy as the log has it. */
export interface LoggedPolicy {
  readonly version: number;
  /** SHA-256 of its content as RFC 8785 JSON. */
  readonly digest: string;
  readonly entry: number;
  readonly content: { readonly [key: string]: Json };
  readonly roots: Roots;
}

/** What several have to sign, and who has so far. */
export interface Pending {
  readonly kind: "policy" | "person" | "break-glass";
  readonly entry: number;
  readonly keys: readonly string[];
}

export interface Core {
  /** Entries that were taken in. */
  size: number;
  people: Readonly<Record<string, Person>>;
  policy?: LoggedPolicy;
  /** By the digest of the payload. */
  pending: Readonly<Record<string, Pending>>;
  /** Payloads that counted once, and never do again. */
  spent: readonly string[];
  /** The bundles that were proposed of a script, by its path, in their order. */
  scripts: Readonly<Record<string, readonly string[]>>;
  /** The bundles whose proposals name JavaScript, by the digest of its bytes. */
  brought: Readonly<Record<string, readonly string[]>>;
  emergencies: readonly Emergency[];
  reviews: readonly Review[];
  /** The newest time that a statement which counts gives itself: milliseconds since the epoch. */
  newest: number;
}

export function emptyCore(): Core {
  return {
    size: 0,
    people: {},
    pending: {},
    spent: [],
    scripts: {},
    brought: {},
    emergencies: [],
    reviews: [],
    newest: 0,
  };
}

/** A result of evidence as the log holds it. */
export interface ShelvedEvidence {
  readonly entry: number;
  readonly digest: string;
  /** Whose key signed it. */
  readonly signer: string;
  readonly statement: Json;
}

/** Where what concerns single scripts and nodes is kept. */
export interface Shelves {
  readonly topic: (bundle: string) => Topic;
  readonly keepTopic: (topic: Topic) => void;
  /** By what evidence can be found under: `digest:…`, `node:…`, `of:…`. */
  readonly evidence: (key: string) => readonly ShelvedEvidence[];
  readonly keepEvidence: (key: string, all: readonly ShelvedEvidence[]) => void;
}
