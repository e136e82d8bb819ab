/** The parts of a chain: faults, errors and failures, and what joins them (booklet, figures 12 and 13). */

import type { ChangeAhead, FailureEvent, Share } from "./event.ts";

/** A fault is a cause, an error a deviating state that can be seen, a failure the service that is missing. */
export type NodeKind = "fault" | "error" | "failure";

/** Where a node is known from. */
export type NodeSource =
  /** Records of failed calls. */
  | "record"
  /** Measured values. */
  | "sample"
  /** A host whose samples stop. */
  | "silence"
  /** A run that a fault ended. */
  | "run"
  /** What other hosts say of one. */
  | "report"
  /** Nothing shows it: it is concluded. */
  | "concluded";

export interface ChainNode {
  readonly kind: NodeKind;
  readonly source: NodeSource;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  readonly host: string;
  /** What it is, in a sentence. */
  readonly title: string;
  /** Further sentences and data, the most telling first. */
  readonly details: readonly string[];
  /** How many records it stands for. */
  readonly count: number;
  /** Classes with their mean probabilities, likeliest first; empty where none is known. */
  readonly shares: readonly Share[];
  /** The records behind it. */
  readonly events: readonly FailureEvent[];
  /** Of a sample: the quantities that left their usual range. */
  readonly keys: readonly string[];
}

export interface ChainLink {
  readonly from: ChainNode;
  readonly to: ChainNode;
  /** Something shows it; otherwise it is assumed from time and class. */
  readonly confirmed: boolean;
  /** 0 to 1; 1 for a confirmed one. */
  readonly score: number;
  /** Why, in a sentence. */
  readonly says: string;
}

/** One chain, with what follows from it. */
export interface Incident {
  readonly from: number;
  readonly to: number;
  readonly hosts: readonly string[];
  readonly scripts: readonly string[];
  /** Causes first. */
  readonly nodes: readonly ChainNode[];
  readonly links: readonly ChainLink[];
  /** The causes at the beginning, likeliest first, whose sum is 1. */
  readonly candidates: readonly Share[];
  /** Whether one candidate is so likely that the first fault counts as known. */
  readonly isKnown: boolean;
  /** What was changed ahead of it, the most telling first, and how many more there were. */
  readonly changes: readonly ChangeAhead[];
  readonly moreChanges: number;
  /** What would serve, in the order in which to think of it. */
  readonly tolerances: readonly Tolerance[];
}

/** A way to live with a fault. */
export interface Tolerance {
  readonly id: string;
  /** What to do. */
  readonly says: string;
  /** How D-Script does it. */
  readonly how: string;
  /** The classes that it serves. */
  readonly serves: readonly string[];
  /** It serves every candidate. */
  readonly servesAll: boolean;
}
