/** What is said of a place in a case's file: the frame that scripts' diagnostics have. */

import { escapeText, type FrameStyle, renderFrame } from "../../diagnostics/index.ts";
import { placeOf, type SourceFile, type Span } from "../../text/index.ts";
import { language } from "../language.ts";

export interface CaseNote {
  readonly severity: "error" | "warning" | "advice";
  /** A rule's id. */
  readonly code: string;
  readonly message: string;
  readonly source: SourceFile;
  readonly span?: Span | undefined;
  /** The label of the node that it is about. */
  readonly label?: string | undefined;
  readonly help?: string | undefined;
}

/** As it stands in a terminal, with a line end. */
export function noteText({ severity, code, message, source, span, label, help }: CaseNote, style: FrameStyle): string {
  const say = language().text;
  const paint = severity === "error" ? style.error : style.warning;
  const place = span === undefined ? undefined : placeOf(source, span.start);
  const where = place === undefined ? source.name : `${source.name}:${place.line}:${place.column}`;
  const lines = [
    `${paint(`${say(severity)} ${code}`)}: ${style.strong(escapeText(say(message)))}`,
    `  ${escapeText(label === undefined ? where : `${where} (${label})`)}`,
  ];
  if (span !== undefined) lines.push(renderFrame(source, span, paint, style));
  if (help !== undefined) lines.push(`  ${style.strong(say("fix:"))} ${escapeText(say(help))}`);
  return `${lines.join("\n")}\n`;
}

/** Keys: rule, severity, file, line, column, endLine, endColumn (from 1, UTF-16 units), node, message, hint. */
export function noteJson({ severity, code, message, source, span, label, help }: CaseNote): string {
  const start = span === undefined ? undefined : placeOf(source, span.start);
  const end = span === undefined ? undefined : placeOf(source, span.end);
  return JSON.stringify({
    rule: code,
    severity,
    file: source.name,
    line: start?.line,
    column: start?.column,
    endLine: end?.line,
    endColumn: end?.column,
    node: label,
    message,
    hint: help,
  });
}
