/** `--define NAME=VALUE`: a value of a constant's type, read from the command line's text. */

import { showType, type Type } from "../../records/index.ts";
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

const milliseconds: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const bytes: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
};

/** Undefined where the text is no value of the type. */
function readValue(type: Type, text: string): unknown {
  switch (type.kind) {
    case "String":
      return text;
    case "boolean":
      return text === "true" ? true : text === "false" ? false : undefined;
    case "int":
      return /^[+-]?\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
    case "float":
      return /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
    case "Duration":
      return measure(text, milliseconds);
    case "Size":
      return measure(text, bytes);
    case "optional":
      return readValue(type.base, text);
    default:
      return undefined;
  }
}

function measure(text: string, units: Readonly<Record<string, number>>): number | undefined {
  const match = /^(\d+)([A-Za-z]+)$/.exec(text);
  const unit = match?.[2] === undefined || !Object.hasOwn(units, match[2]) ? undefined : units[match[2]];
  const value = unit === undefined ? Number.NaN : Number(match?.[1]) * unit;
  return Number.isSafeInteger(value) ? value : undefined;
}
