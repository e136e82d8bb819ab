/** A D-Case as data: the argument that stakeholders agree on, apart from its picture, its discussion and its results. */

import type { ClaimPoint, EvidenceSpec, Monitor } from "./evidence.ts";
import type { Json } from "./json.ts";
import type { Choice, Instance, Parameter, Repetition } from "./pattern.ts";

/** GSN 3's elements; `evidence` is its Solution. */
export type NodeType =
  | "goal"
  | "strategy"
  | "evidence"
  | "context"
  | "assumption"
  | "justification"
  | "counterGoal"
  | "counterEvidence";

/** What D-Case adds to the type of a node. */
export type NodeKind = "monitor" | "action" | "parameter" | "external" | "module" | "contract" | "pattern" | "risk";

export type EdgeKind = "supportedBy" | "inContextOf" | "challenges" | "responsibility";

/** The main text and its translations, by language tag (BCP 47: `ja`, `en`). */
export type Translations = Readonly<Record<string, string>>;

/** A named value in the scope of the node that holds it and of everything below: `PEAK: Thu 14:40-16:10`. */
export interface Tag {
  readonly name: string;
  readonly value: Json;
}

/** A file that belongs to a node, by the digest of its bytes. */
export interface Attachment {
  readonly name: string;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest?: string;
  readonly mediaType?: string;
  readonly url?: string;
}

/** A node of another module. */
export interface Away {
  readonly module: string;
  /** Its label there. */
  readonly node: string;
}

/** How a node is drawn: no part of the argument. */
export interface Presentation {
  readonly classes?: readonly string[];
  readonly rankIncrement?: number;
  readonly horizontalIndex?: { readonly relative: number } | { readonly absolute: number | "last" };
  readonly charWrap?: number;
}

export interface CaseNode {
  /** Never changes, whatever becomes of the label; unique in its module. */
  readonly uid: string;
  /** What people call it: `G1`. Unique in its module. */
  readonly label: string;
  readonly type: NodeType;
  readonly kind?: NodeKind;
  /** In the language of the case. */
  readonly text: string;
  readonly translations?: Translations;
  readonly undeveloped?: boolean;
  /** Holds placeholders that nobody has filled yet. */
  readonly uninstantiated?: boolean;
  readonly defeated?: boolean;
  /** The role that answers for it. */
  readonly owner?: string;
  /** A day, `2027-03-31`: what is said here holds until its end. */
  readonly validUntil?: string;
  readonly url?: string;
  readonly tags?: readonly Tag[];
  readonly parameters?: readonly Parameter[];
  readonly attachments?: readonly Attachment[];
  readonly evidence?: EvidenceSpec;
  readonly monitor?: Monitor;
  readonly away?: Away;
  readonly claimPoints?: readonly ClaimPoint[];
  /** What only other tools know: gsn2x's layers, attributes of D-Case Editor and SACM. Part of the argument: people read it there. */
  readonly layers?: { readonly [name: string]: Json };
  readonly choices?: readonly Choice[];
  /** This node and what is below were made from a pattern. */
  readonly instance?: Instance;
  readonly presentation?: Presentation;
}

/** An edge of the argument, as what a challenge may be aimed at. */
export interface EdgeTarget {
  readonly from: string;
  readonly to: string;
}

export interface CaseEdge {
  readonly kind: EdgeKind;
  /** The uid of the node that is supported, in context, that challenges, or that is responsible. */
  readonly from: string;
  /** A uid, or, of a challenge only, an edge. What no node of this module has is a node of another one, or is missing. */
  readonly to: string | EdgeTarget;
  readonly defeated?: boolean;
  /** The node behind it may be left out. */
  readonly optional?: boolean;
  readonly repeats?: Repetition;
  /** What a responsibility is about, or why a challenge is made. */
  readonly note?: string;
}

/** `extends` of gsn2x: undeveloped nodes of another module that this one develops. */
export interface Extension {
  readonly module: string;
  /** Labels there, and the labels here that support them. */
  readonly develops: Readonly<Record<string, readonly string[]>>;
}

export interface ModuleInfo {
  readonly name: string;
  readonly brief?: string;
  /** The name as people read it in other languages; other modules use the name alone. */
  readonly names?: Translations;
  readonly briefs?: Translations;
  /** The language of the texts; undefined where nobody said. */
  readonly language?: string;
  /** Other files, relative to this one. */
  readonly uses?: readonly string[];
  readonly extends?: readonly Extension[];
  readonly parameters?: readonly Parameter[];
  readonly instance?: Instance;
  /** How many of which role must agree. */
  readonly agree?: Readonly<Record<string, number>>;
  /** The rules that it wants to be checked by. */
  readonly profile?: string;
  /** The labels that other modules may refer to; undefined for all. */
  readonly publishes?: readonly string[];
  readonly presentation?: Presentation & { readonly stylesheets?: readonly string[] };
  /** What only other tools know. */
  readonly extra?: { readonly [name: string]: Json };
}

/**
 * One module of an argument. Nodes stand in the order of the file; the edges of a node in the order in which it names them.
 * A case that was read may be wrong in every way that the rules find; what works on one must bear cycles and missing ends.
 */
export interface DCase {
  readonly module: ModuleInfo;
  readonly nodes: readonly CaseNode[];
  readonly edges: readonly CaseEdge[];
}
