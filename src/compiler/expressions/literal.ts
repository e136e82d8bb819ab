/** Literals of all kinds (language 5). */

import type {
  BooleanLiteral,
  DurationLiteral,
  FloatLiteral,
  IntLiteral,
  NullLiteral,
  RegexLiteral,
  SizeLiteral,
} from "../../syntax/index.ts";
import type { Scope } from "../context.ts";
import { numeral } from "../literals.ts";

export function emitLiteral(
  scope: Scope,
  node: IntLiteral | FloatLiteral | BooleanLiteral | NullLiteral | DurationLiteral | SizeLiteral | RegexLiteral,
): string {
  switch (node.kind) {
    case "int":
    case "float":
      return numeral(node.value);
    case "boolean":
      return String(node.value);
    case "null":
      return "null";
    case "duration":
      return numeral(node.milliseconds);
    case "size":
      return numeral(node.bytes);
    case "regex":
      return scope.unit.prelude.regex(node.pattern, node.flags);
  }
}
