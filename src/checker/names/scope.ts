/** Blocks of names, innermost first. */

import type { NameExpression } from "../../syntax/index.ts";
import type { FunctionNode } from "./assigner.ts";
import type { KnownSymbol } from "./symbol.ts";

export interface Scope {
  /** Made with the first name: most blocks have none. */
  names: Map<string, KnownSymbol> | undefined;
  readonly parent: Scope | undefined;
  /** The function that the block belongs to; the file's own scope belongs to its Script. */
  readonly owner: FunctionNode;
}

export function createScope(parent: Scope | undefined, owner: FunctionNode): Scope {
  return { names: undefined, parent, owner };
}

export function lookUp(scope: Scope | undefined, name: string): KnownSymbol | undefined {
  for (let at = scope; at !== undefined; at = at.parent) {
    const found = at.names?.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a name of an expression stands for: one that a syntax put there is looked up where the syntax was declared. */
export function lookUpName(context: Scoped, { name, home }: NameExpression): KnownSymbol | undefined {
  if (home === undefined) return lookUp(context.scope, name);
  return homeOf(context.program.files, home)?.scope.names?.get(name);
}

/** The file whose names a node of a syntax's template means; undefined where none has the name. */
export function homeOf<F extends { readonly source: { readonly name: string } }>(
  files: readonly F[],
  home: string,
): F | undefined {
  return files.find(({ source }) => source.name === home);
}

/** As much of a context as looking names up takes. */
interface Scoped {
  readonly scope: Scope;
  readonly program: {
    readonly files: readonly { readonly source: { readonly name: string }; readonly scope: Scope }[];
  };
}

/** Every name that is seen from a scope, for the nearest one to a misspelt name. */
export function* visibleNames(scope: Scope | undefined): Iterable<string> {
  for (let at = scope; at !== undefined; at = at.parent) if (at.names !== undefined) yield* at.names.keys();
}
