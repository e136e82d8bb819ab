/** Where a diagnostic stands, in the form that terminals and editors link. */

import { placeOf } from "../text/index.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** "name:line:column" of a diagnostic, as compilers print it. */
export function whereOf(diagnostic: Diagnostic): string {
  const place = placeOf(diagnostic.source, diagnostic.span.start);
  return `${diagnostic.source.name}:${place.line}:${place.column}`;
}
