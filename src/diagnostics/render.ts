/** Diagnostics as a person reads them in a terminal: title, place, code frame, next step. */

import { displayWidth, lineText, placeOf, type SourceFile, type Span } from "../text/index.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { escapeText } from "./escape.ts";
import { english, type Language } from "./language.ts";
import { whereOf } from "./where.ts";

/** How parts are coloured; `plainStyle` colours nothing. */
export interface FrameStyle {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  /** What is new, or went well. */
  readonly added: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly strong: (text: string) => string;
  /** How wide the terminal is; frames are cut to it. */
  readonly columns?: number | undefined;
}

const same = (text: string): string => text;

/** No colour at all. */
export const plainStyle: FrameStyle = { error: same, warning: same, added: same, dim: same, strong: same };

// Longer lines are cut around the words that matter, so that a frame stays readable (and a huge line cheap).
const longestShown = 160;
const shortestShown = 10;
// "    1 | " ahead of the text, and "…" at both of its ends.
const aroundText = 10;

/** Draws a diagnostic, ending with a newline. */
export function renderDiagnostic(
  diagnostic: Diagnostic,
  style: FrameStyle = plainStyle,
  language: Language = english,
): string {
  const paint = diagnostic.severity === "error" ? style.error : style.warning;
  const { message, hint } = language.diagnostic(diagnostic);
  const severity = language.text(diagnostic.severity);
  const lines = [`${paint(`${severity} ${diagnostic.code}`)}: ${style.strong(escapeText(message))}`];
  lines.push(`  ${escapeText(whereOf(diagnostic))}`);
  lines.push(renderFrame(diagnostic.source, diagnostic.span, paint, style));
  for (const related of diagnostic.related) {
    const place = placeOf(related.source, related.span.start);
    lines.push(
      `  ${escapeText(`${related.source.name}:${place.line}:${place.column}: ${language.text(related.message)}`)}`,
    );
    lines.push(renderFrame(related.source, related.span, style.dim, style));
  }
  if (hint !== undefined) lines.push(`  ${style.strong(language.text("fix:"))} ${escapeText(hint)}`);
  return `${lines.join("\n")}\n`;
}

/** The line of a span with its words underlined, without a final newline. */
export function renderFrame(
  source: SourceFile,
  span: Span,
  paint: (text: string) => string = same,
  style: FrameStyle = plainStyle,
): string {
  const place = placeOf(source, span.start);
  const text = lineText(source, place.line);
  const from = Math.min(place.column - 1, text.length);
  const to = Math.max(from, Math.min(from + Math.max(1, span.end - span.start), text.length));
  const maxLine = Math.max(
    shortestShown,
    Math.min(longestShown, (style.columns ?? Number.POSITIVE_INFINITY) - aroundText),
  );
  const cut = from > maxLine / 2 ? from - Math.floor(maxLine / 4) : 0;
  const shown = visible(text.slice(cut, cut + maxLine));
  const ahead = visible(text.slice(cut, from));
  const words = visible(text.slice(from, Math.min(to, cut + maxLine)));
  const number = String(place.line).padStart(5);
  const gutter = " ".repeat(5);
  const marks = paint("^".repeat(Math.max(1, displayWidth(words))));
  return `${style.dim(`${number} |`)} ${cut > 0 ? "…" : ""}${shown}${cut + maxLine < text.length ? "…" : ""}\n${style.dim(`${gutter} |`)} ${" ".repeat(displayWidth(ahead) + (cut > 0 ? 1 : 0))}${marks}`;
}

/** Control characters, those that turn the direction of text, and lone surrogates made visible, tabs to two blanks: a script must not steer the terminal. */
function visible(text: string): string {
  return text
    .replaceAll("\t", "  ")
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu,
      "\ufffd",
    );
}
