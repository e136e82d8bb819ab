/** A condition's tree as the text that gives the same tree again. */

import type { Condition, Operand } from "../model/condition.ts";

export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case "compare":
      return `${operandText(condition.left)} ${condition.is} ${operandText(condition.right)}`;
    case "not":
      return `not ${condition.of.kind === "not" || condition.of.kind === "compare" ? conditionText(condition.of) : `(${conditionText(condition.of)})`}`;
    case "and":
    case "or":
      return condition.of
        .map((part) => (part.kind === "and" || part.kind === "or" ? `(${conditionText(part)})` : conditionText(part)))
        .join(` ${condition.kind} `);
  }
}

function operandText(operand: Operand): string {
  switch (operand.kind) {
    case "value":
      return typeof operand.value === "string"
        ? `"${operand.value.replaceAll(/["\\]/g, String.raw`\$&`)}"`
        : String(operand.value);
    case "field":
      return operand.path;
    case "over":
      return `${operand.how}(${operand.path})`;
  }
}
