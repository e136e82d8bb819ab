/** A diagnostic as one line of JSON, for editors and CI. */

import type { Diagnostic, Severity } from "../diagnostics/index.ts";
import { placeOf } from "../text/index.ts";

/** Keys: code, severity, file, line, column, endLine, endColumn (from 1, UTF-16 units), message, hint, related. */
export function diagnosticJson(diagnostic: Diagnostic): string {
  return JSON.stringify({
    code: diagnostic.code,
    severity: diagnostic.severity,
    ...placeJson(diagnostic),
    message: diagnostic.message,
    ...(diagnostic.hint === undefined ? {} : { hint: diagnostic.hint }),
    ...(diagnostic.related.length === 0
      ? {}
      : { related: diagnostic.related.map((related) => ({ ...placeJson(related), message: related.message })) }),
  });
}

/** What is wrong with a whole file, such as that it cannot be read: without a code and a place. */
export function problemJson(file: string | undefined, severity: Severity, message: string, hint?: string): string {
  return JSON.stringify({ severity, file, message, hint });
}

function placeJson({ source, span }: Pick<Diagnostic, "source" | "span">): object {
  const start = placeOf(source, span.start);
  const end = placeOf(source, span.end);
  return { file: source.name, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
