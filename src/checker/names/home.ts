/** Which file a node belongs to: what a syntax put there belongs to the file that declares the syntax (language 7). */

import type { Context } from "../context.ts";
import type { FileState } from "../file-state.ts";
import { homeOf } from "./scope.ts";

/** The file whose names a node means: that of the syntax that put it there, otherwise the one under check. */
export function fileOf(context: Context, { home }: { readonly home?: string }): FileState {
  return home === undefined ? context.file : (homeOf(context.program.files, home) ?? context.file);
}
