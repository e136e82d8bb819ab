/** What a page holds: the case, how its nodes stand, and how it is first shown. */

import type { DCase, Detail, Mark, Translations } from "../assurance/index.ts";

export interface PageStatus {
  readonly mark: Mark;
  /** "passed 3 days ago"; may be empty. */
  readonly words: string;
  /** The words in other languages. */
  readonly translations?: Translations;
  /** What is known beside it, a sentence each: results with their days. */
  readonly facts?: readonly { readonly text: string; readonly translations?: Translations }[];
}

export type ThemeChoice = "auto" | "light" | "dark";
/** `auto`: as far out or near as the reader is. */
export type DetailChoice = Detail | "auto";

/** How it is first shown, where the page's address does not say it. */
export interface PageStart {
  readonly detail?: DetailChoice;
  /** A label: only this node and what is below it. */
  readonly focus?: string;
  readonly theme?: ThemeChoice;
  /** A language tag; the reader's own where it is left out. */
  readonly language?: string;
}

export interface PageData {
  readonly case: DCase;
  /** By uid. Pairs, because a uid may be any text. */
  readonly statuses: readonly (readonly [uid: string, status: PageStatus])[];
  readonly start: PageStart;
}
