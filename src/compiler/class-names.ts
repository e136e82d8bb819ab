/** How compiled code names a class. */

import type { ClassOf, Type } from "../records/index.ts";
import type { Scope } from "./context.ts";
import { quote } from "./literals.ts";

/** The JavaScript class of a script's class. */
export function className(scope: Scope, of: ClassOf): string {
  const known = scope.unit.classes.get(of);
  return known === undefined ? "null" : scope.unit.names.of(known.symbol);
}

/** The class as a fault names it, a JavaScript text: with its file where another one is called so, too. */
export function classText(scope: Scope, { name, of }: Type & { readonly kind: "class" }): string {
  const isShared = scope.unit.sharedNames.has(name);
  return quote(isShared ? `${name} (${of.file})` : name);
}
