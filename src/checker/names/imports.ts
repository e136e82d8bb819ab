/** Files that import each other: in which order they are checked, and circles, should the loader have left one. */

import type { UserRow } from "../../commands/index.ts";
import { type DiagnosticList, diagnose } from "../../diagnostics/index.ts";
import type { Signature, Type } from "../../records/index.ts";
import type { ImportStatement, Script } from "../../syntax/index.ts";
import type { SourceFile } from "../../text/index.ts";

export interface LoadedFile {
  readonly source: SourceFile;
  readonly script: Script;
  /** The files that its imports name, by their index; one that could not be loaded is missing. */
  readonly imports: ReadonlyMap<ImportStatement, number>;
  /** What a module's JavaScript adds. */
  readonly package?: ModulePackage;
}

/** The types and functions of a package; its syntax is in the trees of whoever uses it. */
export interface ModulePackage {
  /** By the names that scripts write. */
  readonly types: ReadonlyMap<string, Type>;
  readonly functions: readonly { readonly signature: Signature }[];
  readonly commands: readonly UserRow[];
}

/** The files' indices, imported ones ahead of their importers. */
export function orderFiles(files: readonly LoadedFile[], diagnostics: DiagnosticList): readonly number[] {
  const order: number[] = [];
  const state = new Map<number, "open" | "done">();
  const visit = (index: number): void => {
    const file = files[index];
    if (file === undefined) return;
    state.set(index, "open");
    for (const [node, target] of file.imports) {
      if (state.get(target) === "open")
        diagnostics.add(diagnose("DS1902", file.source, node.pathSpan, { path: node.path }));
      else if (!state.has(target)) visit(target);
    }
    state.set(index, "done");
    order.push(index);
  };
  for (const index of files.keys()) if (!state.has(index)) visit(index);
  return order;
}
