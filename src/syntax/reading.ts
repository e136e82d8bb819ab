/** What one reading of a text knows of it, and what it leaves to the next. */

import type { Identifier, NodeBase, Word } from "./tree.ts";

/** A here-document whose body follows the end of its line. */
export interface PendingText {
  readonly operator: NodeBase;
  readonly delimiter: string;
  readonly raw: boolean;
  readonly strip: boolean;
  readonly fill: (parts: Word["parts"], start: number, end: number) => void;
}

/** What an earlier reading of the same text has shown. */
export interface Reading {
  /** The names that the file declares. */
  readonly names: ReadonlyMap<string, Identifier>;
  /** Strings, `$(` and `${` that nothing closes where they were meant to end: they end with their line. */
  readonly cuts: ReadonlySet<number>;
  /** Those of the names that types begin with: classes, and imported files, whose classes are `lib.Disk`. */
  readonly types: ReadonlyMap<string, TypeWord>;
}

/** What a type may begin with beside the language's own types. */
export type TypeWord = "class" | "import";

/** The first word of a command, judged when all names of the file are known (language 2). */
export interface CommandHead extends NodeBase {
  readonly name: string;
  /** It stands in a function of the shells. */
  readonly isForeign: boolean;
  /** An operator of code follows the word: perhaps an assignment or a comparison was meant. */
  readonly behind: { readonly operator: string; readonly value: string } | undefined;
}
