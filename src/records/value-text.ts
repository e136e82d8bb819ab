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
      return /^[+-]?\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
    case "float":
      return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? finite(Number(text)) : undefined;
    case "Duration":
      return readDuration(text);
    case "Size":
      return readSize(text);
    case "optional":
      return readValue(type.base, text);
    default:
      return undefined;
  }
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
