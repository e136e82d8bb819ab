/** A script with all that it imports, read and parsed. */

import type { Diagnostic } from "../diagnostics/index.ts";
import type { Package } from "../packages/index.ts";
import type { ImportStatement, Script } from "../syntax/index.ts";
import type { SourceFile } from "../text/index.ts";
import type { Look } from "./modules/looks.ts";
import type { PackageCode } from "./modules/packages.ts";

export interface LoadedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly source: SourceFile;
  readonly script: Script;
  /** The index of each imported file that could be loaded. */
  readonly imports: ReadonlyMap<ImportStatement, number>;
  /** The module that it is, where an import names it so. */
  readonly module?: { readonly name: string; readonly version?: string };
  /** The module's JavaScript, and what it adds. */
  readonly code?: PackageCode;
  readonly package?: Package;
}

export interface LoadedScript {
  /** Index 0 is the script itself. */
  readonly files: readonly LoadedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** The files that were not read to their end, and the first line that was not. */
  readonly unread: readonly { readonly name: string; readonly line: number }[];
  /** What was seen while modules were looked for. */
  readonly looks: readonly Look[];
}
