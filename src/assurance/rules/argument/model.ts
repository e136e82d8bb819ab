/** All modules of an argument as one graph, their ends found: what the rules look at. */

import type { CaseEdge, CaseNode, DCase, EdgeKind, NodeType } from "../../model/case.ts";
import type { Places } from "../../model/places.ts";

/** A module as it was read. */
export interface CheckedModule {
  readonly case: DCase;
  readonly places: Places;
  /** Its path, as its `uses` and those of others lead to it. */
  readonly file: string;
}

export interface Home extends CheckedModule {
  readonly name: string;
  /** Its number among the modules. */
  readonly order: number;
  readonly members: readonly Member[];
  /** The first with each label. */
  readonly byLabel: ReadonlyMap<string, Member>;
  /** The first one with a uid. */
  readonly withUid: (uid: string) => Member | undefined;
  /** The first one with a label; the map costs more than a few questions. */
  readonly withLabel: (label: string) => Member | undefined;
  /** Something is left to be filled in: a parameter without a value, or a node of the kind pattern. */
  readonly isPattern: boolean;
}

export interface Member {
  /** Over all modules. */
  readonly number: number;
  readonly home: Home;
  readonly node: CaseNode;
  readonly label: string;
  readonly type: NodeType;
  readonly out: readonly Link[];
}

export interface Link {
  /** `away`: what the node stands for; `develops`: what another module puts below. */
  readonly kind: EdgeKind | "away" | "develops";
  readonly from: Member;
  /** The other end as it was written; of a challenge of an edge its first end. */
  readonly named: string;
  /** Undefined where there is none, and of a challenge of an edge. */
  readonly to: Member | undefined;
  /** The edge that is challenged. */
  readonly at?: { readonly named: string; readonly from: Member | undefined; readonly to: Member | undefined };
  /** Undefined of `away` and `develops`. */
  readonly edge: CaseEdge | undefined;
}

/** What few nodes have, so that a rule need not look at all. */
export const rare = [
  "kind",
  "away",
  "evidence",
  "monitor",
  "claimPoints",
  "choices",
  "parameters",
  "attachments",
  "translations",
  "tags",
  "owner",
  "validUntil",
  "undeveloped",
  "uninstantiated",
  "defeated",
] as const;
export type Rare = (typeof rare)[number];

export type Twins = readonly (readonly [Member, Member])[];

export interface Depths {
  /** Nodes on the longest way down; what lies in circles, or below one, is left out. */
  readonly depth: number;
  readonly deepest: Member | undefined;
  /** Something goes in a circle, be it a node that refers to itself. */
  readonly hasCircles: boolean;
}

export interface Argument {
  readonly homes: readonly Home[];
  /** The first with each name. */
  readonly byName: ReadonlyMap<string, Home>;
  readonly members: readonly Member[];
  /** Those that were written, in order. */
  readonly links: readonly Link[];
  readonly challenges: readonly Link[];
  /** Of these links: those that lead to no node, challenges of edges among them; that lead back to where they begin; that stand for none or several; that are defeated. */
  readonly loose: readonly Link[];
  readonly selves: readonly Link[];
  readonly open: readonly Link[];
  readonly defeated: readonly Link[];
  /** By the number of a member, how many links lead down to it. */
  readonly above: Int32Array;
  /** Found when it is asked for first. */
  readonly depths: () => Depths;
  /** The links that lead to a member, without challenges of edges; found for all when it is asked first. */
  readonly into: (member: Member) => readonly Link[];
  /** Edges that begin at no node. */
  readonly strays: readonly { readonly home: Home; readonly edge: CaseEdge }[];
  /** The first with each label, over all modules; made when it is asked for first. */
  readonly labels: () => ReadonlyMap<string, Member>;
  /** Pairs with the same label in one module, the first one ahead; and with the same uid, but those of a module whose uids are its labels. */
  readonly sameLabel: Twins;
  readonly sameUid: Twins;
  /** What nothing else is argued or stated with, and that challenges nothing. */
  readonly roots: readonly Member[];
  /** Looked for each time. */
  readonly of: (...types: readonly NodeType[]) => readonly Member[];
  readonly having: (what: Rare) => readonly Member[];
}

/** Whether a link is part of the tree of the argument: what supports, what is stated with it, and what stands in other modules. */
export function leadsDown({ kind }: Link): boolean {
  return kind !== "challenges" && kind !== "responsibility";
}

/** Whether links may lead to it: they all lead to the first node with a uid, and of another one they say nothing. */
export function isFirst(member: Member): boolean {
  return member.home.withUid(member.node.uid) === member;
}
