/** Values that come as text from a command line: of constants, and of parameters. */

import type { Type } from "./types.ts";
import { readDuration, readSize } from "./units.ts";

/** The value of a type that a text writes (Duration in milliseconds, Size in bytes); undefined where the text is none of it. */
export function readValue(type: Type, text: string): unknown {
  switch (type.kind) {
    case "String":
      return text;
    case "boolean":
      return text === "true" ? true : text === "false" ? false : undefined;
    case "int":
      return readWhole(text);
    case "float":
      return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(plain(text))
        ? finite(Number(plain(text)))
        : undefined;
    case "Duration":
      return readDuration(plain(text));
    case "Size":
      return readSize(plain(text));
    case "optional":
      return readValue(type.base, text);
    default:
      return undefined;
  }
}

/** A whole number in each notation of the language: `42`, `-1_000`, `0x1f`, `0o755`, `0b11`. */
function readWhole(text: string): number | undefined {
  const [, sign = "", digits = ""] = /^([+-]?)(\d+|0x[\da-f]+|0o[0-7]+|0b[01]+)$/i.exec(plain(text)) ?? [];
  const value = digits === "" ? Number.NaN : Number(digits);
  if (!Number.isSafeInteger(value)) return undefined;
  // There is one zero among whole numbers.
  return sign === "-" && value !== 0 ? -value : value;
}

/** Without the `_` between two digits. */
function plain(text: string): string {
  return text.replace(/(?<=[\da-f])_(?=[\da-f])/gi, "");
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** A text that is a value of the type, for messages. */
export function exampleOf(type: Type): string {
  switch (type.kind) {
    case "int":
      return "3";
    case "float":
      return "0.5";
    case "Duration":
      return "90s, 5m, 2h";
    case "Size":
      return "512KiB, 10MB";
    case "boolean":
      return "true, false";
    case "optional":
      return exampleOf(type.base);
    default:
      return "a text";
  }
}
