/** The values of literals, where the text alone gives them. */

import type { BoundValues } from "../records/index.ts";
import type { Expression, ParameterBounds } from "./tree.ts";

/** The value of a literal (Duration in milliseconds, Size in bytes); undefined for anything that has to be computed. */
export function literalValue(node: Expression): string | number | boolean | undefined {
  switch (node.kind) {
    case "int":
    case "float":
    case "boolean":
      return node.value;
    case "duration":
      return node.milliseconds;
    case "size":
      return node.bytes;
    case "string":
      return node.parts.every((part) => part.kind === "text")
        ? node.parts.map((part) => (part.kind === "text" ? part.text : "")).join("")
        : undefined;
    case "unary": {
      const value = node.operator === "-" ? literalValue(node.operand) : undefined;
      return typeof value === "number" ? -value : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether it is a literal whose value is no text and no object: nothing is computed for it. */
export function isPlainLiteral({ kind }: Expression): boolean {
  return (
    kind === "int" ||
    kind === "float" ||
    kind === "boolean" ||
    kind === "duration" ||
    kind === "size" ||
    kind === "null"
  );
}

/** The bounds of a parameter as values; what could not be parsed is left out. */
export function boundsOf(bounds: ParameterBounds): BoundValues {
  if (bounds.kind === "list") {
    const values = bounds.values
      .map(literalValue)
      .filter((value) => typeof value === "string" || typeof value === "number");
    return { kind: "list", values };
  }
  const [from, to] = [bounds.from, bounds.to].map((end) => (end === undefined ? undefined : literalValue(end)));
  return {
    kind: "range",
    ...(typeof from === "number" && { from }),
    ...(typeof to === "number" && { to }),
  };
}
