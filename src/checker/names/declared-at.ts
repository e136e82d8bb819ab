/** A declaration as messages name it. */

import type { Related } from "../../diagnostics/index.ts";
import { placeOf, type SourceFile, type Span } from "../../text/index.ts";
import type { Context } from "../context.ts";

export interface Declared {
  readonly line: number;
  /** "line 3", with its file where that is another one than the user's. */
  readonly where: string;
  readonly related: readonly Related[];
}

/** Where a file of the program declares something, as the user's file, by default the one under check, is told. */
export function declaredAt(context: Context, file: number, span: Span, user: number = context.file.index): Declared {
  const source = sourceOf(context, file);
  const { line } = placeOf(source, span.start);
  const where = file === user ? `line ${line}` : `line ${line} of ${source.name}`;
  return { line, where, related: [{ source, span, message: "it is declared here" }] };
}

/** The text of a file of the program. */
export function sourceOf({ file, program }: Context, index: number): SourceFile {
  return program.files[index]?.source ?? file.source;
}
