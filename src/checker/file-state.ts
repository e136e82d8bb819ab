/** A file under check, with what its script and its packages declare. */

import type { CommandTable } from "../commands/index.ts";
import type { Signature, Type } from "../records/index.ts";
import type { Identifier, ImportedCommand, Script } from "../syntax/index.ts";
import type { SourceFile } from "../text/index.ts";
import type { FunctionState } from "./function-state.ts";
import type { Assignments } from "./names/assigner.ts";
import type { Scope } from "./names/scope.ts";

/** A file under check. */
export interface FileState {
  readonly index: number;
  readonly source: SourceFile;
  readonly script: Script;
  readonly scope: Scope;
  readonly assignments: Assignments;
  /** Top-level variables by name, also those that stand below the point of the check. */
  readonly declared: ReadonlyMap<string, Identifier>;
  readonly commands: ReadonlyMap<string, ImportedCommand>;
  readonly table: CommandTable;
  /** `strict` holds in it. */
  readonly strict: boolean;
  /** It changes its working directory, so that `./x` may be anywhere. */
  movesAround: boolean;
  readonly main: FunctionState;
  /** Types of the packages that it imports, and of its own. */
  readonly types: ReadonlyMap<string, Type>;
  /** The functions of its own package, by name; methods aside. */
  readonly functions: ReadonlyMap<string, Signature>;
}
