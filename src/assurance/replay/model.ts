/** How a case came about, as data: what each revision did, and what became of each node. */

import type { NodeName } from "../diff/model.ts";
import type { Revision } from "../model/revision.ts";

/** Who said it, when; without what was said. */
export type RevisionHead = Omit<Revision, "case">;

/** What a revision did. A node may be in several lists. */
export interface Chapter {
  readonly head: RevisionHead;
  readonly added: readonly NodeName[];
  readonly removed: readonly NodeName[];
  readonly reworded: readonly NodeName[];
  readonly translated: readonly NodeName[];
  /** With the labels that they had. */
  readonly relabelled: readonly (NodeName & { readonly before: string })[];
  readonly retyped: readonly NodeName[];
  /** Below other nodes, or elsewhere among those beside them. */
  readonly moved: readonly NodeName[];
  /** In anything else: tags, evidence, status, what is said of edges. */
  readonly changed: readonly NodeName[];
  /** What the module says of itself has changed. */
  readonly module: boolean;
}

/** What became of a node; each of them the revision in which it last happened. */
export interface NodeStory {
  readonly uid: string;
  /** The last that it had. */
  readonly label: string;
  readonly text: string;
  readonly added: RevisionHead;
  /** Its text, in the language of the case, is of this revision. */
  readonly worded: RevisionHead;
  /** Anything of it, its place included. */
  readonly changed: RevisionHead;
  /** It is no longer there. */
  readonly removed?: RevisionHead;
}

export interface Replay {
  /** In the order of the file, oldest first. */
  readonly chapters: readonly Chapter[];
  /** In the order of the last revision's nodes, then those that are gone. */
  readonly nodes: readonly NodeStory[];
}
