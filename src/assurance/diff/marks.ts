/** How what came and what went is marked in a terminal. */

import { escapeText } from "../../diagnostics/index.ts";
import type { Place } from "./model.ts";

/** As a terminal's style has them; where `added` changes nothing there is no colour, and signs stand around words. */
export interface DifferencePaint {
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly added: (text: string) => string;
  /** What was removed. */
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
}

export interface Marks {
  readonly say: (text: string) => string;
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly placeText: (place: Place) => string;
}

/** The signs are those of other tools' word differences. */
export function marksOf(paint: DifferencePaint, say: Marks["say"]): Marks {
  const isPlain = paint.added("x") === "x";
  return {
    say,
    added: isPlain ? (text) => `{+${text}+}` : paint.added,
    removed: isPlain ? (text) => `[-${text}-]` : paint.error,
    placeText: ({ label, edge }) =>
      edge === "supportedBy" ? escapeText(label) : `${escapeText(label)} (${say("in context")})`,
  };
}
