/** Blocks of names, innermost first. */

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

/** Every name that is seen from a scope, for the nearest one to a misspelt name. */
export function* visibleNames(scope: Scope | undefined): Iterable<string> {
  for (let at = scope; at !== undefined; at = at.parent) if (at.names !== undefined) yield* at.names.keys();
}
