/** `--define NAME=VALUE`: a value of a constant's type, read from the command line's text. */

import { readValue, showType } from "../../records/index.ts";
import type { Identifier } from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import type { KnownSymbol } from "./symbol.ts";

/** Reads the text as a value of the constant's type and keeps it; one that does not fit is reported at the constant. */
export function defineConstant(context: Context, symbol: KnownSymbol, name: Identifier, text: string): void {
  const value = readValue(symbol.type, text);
  if (value !== undefined) context.program.definedValues.set(symbol.name, value);
  else if (symbol.type.kind !== "unknown")
    context.report("DS2017", name, { name: symbol.name, problem: `"${text}" is no ${showType(symbol.type)}` });
}
