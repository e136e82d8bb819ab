/** `--define NAME=VALUE`: a value of a constant's type, read from the command line's text. */

import { exampleOf, readValue, showType, type Type } from "../../records/index.ts";
import type { Identifier } from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import type { KnownSymbol } from "./symbol.ts";

/** Reads the text as a value of the constant's type and keeps it; one that does not fit is reported at the constant. */
export function defineConstant(context: Context, symbol: KnownSymbol, name: Identifier, text: string): void {
  const octal = symbol.type.kind === "int" ? /^[+-]?0+([1-9][\d_]*)$/.exec(text)?.[1] : undefined;
  const value = octal === undefined ? readValue(symbol.type, text) : undefined;
  if (value !== undefined) context.program.definedValues.set(symbol.name, value);
  else if (symbol.type.kind !== "unknown")
    context.report("DS2017", name, { name: symbol.name, ...problemWith(symbol.type, text, octal) });
}

/** Why the text is no value of the type, and what is; `octal` are the digits behind a leading zero, which only C reads so. */
function problemWith(type: Type, text: string, octal: string | undefined): { problem: string; fix?: string } {
  const base = type.kind === "optional" ? type.base : type;
  const problem = `"${text}" is no ${showType(base)}`;
  if (octal !== undefined) {
    const inOctal = /^[0-7_]+$/.test(octal) ? `, or \`0o${octal}\` for an octal number` : "";
    return { problem: `${problem}: a leading zero has no meaning`, fix: `write \`${octal}\`${inOctal}` };
  }
  if (base.kind === "int" && /^[+-]?\d{16,}$/.test(text))
    return { problem: `"${text}" is too large: the limit is 2^53 - 1` };
  const example = base.kind === "int" ? "3, -1, 0x1f" : exampleOf(base);
  if (example !== "a text") return { problem, fix: `such values are ${example}` };
  return {
    problem: `no text of a command line is a ${showType(base)}`,
    fix: "make it a parameter of the script, or change the script",
  };
}
