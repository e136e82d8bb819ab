/** The shape of a diagnostic's texts in another language: as its catalogue entry, with the same parameters. */

import type { DiagnosticCode, Params } from "../diagnostics/index.ts";

/** Translates a parameter that is an English phrase itself. */
export type Say = (text: string) => string;

/** A hint stands where the catalogue's entry has one; a test compares them. */
export interface Translation<P> {
  readonly title: string;
  readonly message: (params: P, say: Say) => string;
  readonly hint?: (params: P, say: Say) => string | undefined;
}

/** Each code that starts with `P`, none forgotten. */
export type Translations<P extends string> = {
  readonly [C in Extract<DiagnosticCode, `${P}${string}`>]: Translation<Params<C>>;
};
