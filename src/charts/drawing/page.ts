/** A page of a document: parts in groups, and where in them one gets to other pages. */

import type { Part } from "./part.ts";

export interface Page {
  /** Its bookmark, and what stands above it. */
  readonly title: string;
  /** The page, from 1, whose bookmark it stands below. */
  readonly above?: number;
  /** At the right end above it, and where that leads. */
  readonly note?: { readonly text: string; readonly page: number };
  /** Below it: "3 / 12". */
  readonly foot: string;
  /** Pixels of the drawing. */
  readonly width: number;
  readonly height: number;
  readonly groups: readonly { readonly left: number; readonly top: number; readonly parts: readonly Part[] }[];
  readonly links: readonly PageLink[];
  /** At the foot of the page, as large as the page has room for. */
  readonly legend?: { readonly width: number; readonly height: number; readonly parts: readonly Part[] };
}

/** An area of a drawing that leads to a page. */
export interface PageLink {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly page: number;
}
