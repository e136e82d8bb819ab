/** Whether what a test says of a variable may be relied on where it is used (language 5). */

import type { Context } from "../context.ts";
import type { KnownSymbol } from "./symbol.ts";

/**
 * Whether what tests say of a variable holds here: nothing that runs in between may assign to it. Where only the code
 * that declares it assigns, that code waits for whatever function or closure is called.
 */
export function isNarrowable(context: Context, symbol: KnownSymbol): boolean {
  const { assigners } = symbol;
  if (assigners.size === 0) return true;
  return !context.beside && assigners.size === 1 && assigners.has(symbol.owner);
}
