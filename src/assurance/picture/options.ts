/** What of a case is drawn, and how. */

import type { CaseNode } from "../model/case.ts";

/** 0: labels. 1: their texts. 2: owners, days, tags and what evidence must be. */
export type Detail = 0 | 1 | 2;

/** What is known of a node now: shown as an icon, a border and words. */
export type Mark = "holds" | "fails" | "stale" | "missing" | "doubt" | "challenged" | "suspect";

export interface NodeStatus {
  readonly mark: Mark;
  /** In the reader's language: "passed 3 days ago". */
  readonly words: string;
}

/** English into the reader's language. */
export type Say = (text: string) => string;

/** Which nodes are drawn. */
export interface ViewOptions {
  /** uids; in the place of what is below them stands how many that are. */
  readonly folded?: ReadonlySet<string>;
  /** A uid: only its way from the root and what is below it. */
  readonly focus?: string;
  /** So many steps below the roots, or below the focus; what is deeper is folded. */
  readonly depth?: number;
}

/** What their boxes hold. */
export interface ContentOptions {
  /** 1 where it is left out. */
  readonly detail?: Detail;
  /** Which translation of the texts, where there is one. */
  readonly language?: string;
  readonly say?: Say;
  /** The text of a node in place of its own: placeholders filled, and in the right language. */
  readonly textOf?: (node: CaseNode) => string;
  readonly statuses?: ReadonlyMap<string, NodeStatus>;
  /** What stands where nodes are folded, of the node above and how many there are: `+ 12` where it is left out. */
  readonly foldWords?: (uid: string, count: number) => string;
  /** Lines of a text; what is longer is cut. 16 where it is left out. */
  readonly mostLines?: number;
}

export interface LayoutOptions extends ViewOptions, ContentOptions {
  /** Many nodes in a row that have nothing below them: `stacked` on both sides of a line, or `beside` each other. */
  readonly leaves?: "stacked" | "beside";
}

export interface DrawingOptions extends LayoutOptions {
  readonly legend?: boolean;
  /** Above the picture; the module's name in the language of the texts where it is left out, and nothing where it is empty. */
  readonly title?: string;
}

/** The text of a node as the options want it. */
export function textFor(node: CaseNode, { language, textOf }: ContentOptions): string {
  if (textOf !== undefined) return textOf(node);
  const translated = language === undefined ? undefined : node.translations?.[language];
  return translated ?? node.text;
}
