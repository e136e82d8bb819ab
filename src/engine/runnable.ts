/** A program that may run, and the files that it was made from. */

import type { UserRow } from "../commands/index.ts";
import type { ForeignFunction, Program } from "../records/index.ts";
import { encodeUtf8 } from "../text/index.ts";
import type { Look } from "./modules/looks.ts";

export interface Runnable {
  /** Index 0 is the script itself. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly program: Program;
  /** Values of `--define`, by their constants' names. */
  readonly definedValues: ReadonlyMap<string, unknown>;
  /** What `import command` says of programs, over all files. */
  readonly commandRows: readonly UserRow[];
  /** Functions that packages in JavaScript add to the library. */
  readonly functions: readonly ForeignFunction[];
  /** What was seen while modules were looked for: the program holds as long as all of it is so. */
  readonly looks: readonly Look[];
  /** The D-Case whose context values it holds. */
  readonly case?: { readonly path: string; readonly text: string };
}

/** The script's absolute path; empty for standard input. */
export function pathOf(name: string, { files }: Runnable): string {
  return name === "-" ? "" : (files[0]?.path ?? "");
}

/** What must be the same where another engine goes on: the files, and the D-Case whose values the program holds. */
export function filesToKeep(runnable: Pick<Runnable, "files" | "case">): Runnable["files"] {
  const { files, case: argument } = runnable;
  if (argument === undefined) return files;
  return [...files, { path: argument.path, bytes: encodeUtf8(argument.text) }];
}
