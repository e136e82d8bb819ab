/** A part of a use where a value stands in the template, whatever kind of hole it was read for. */

import type { Condition, Expression, NodeBase, Part, Word, WordPart } from "../tree.ts";
import type { Named } from "./walk.ts";

/** The expression that a part stands for. */
export function partValue({ of, value, start, end }: Part): Expression {
  switch (of) {
    case "exprs":
      return { kind: "array", elements: value as readonly Expression[], start, end };
    case "condition":
      return conditionValue(value as Condition);
    case "name": {
      const { name, start, end } = value as Named;
      return { kind: "name", name, start, end };
    }
    // The template is refused already.
    case "block":
    case "body":
    case "words":
      return { kind: "error-expression", start, end };
    case "word":
      return { kind: "string", parts: (value as Word).parts.flatMap(asText), start, end };
    default:
      return value as Expression;
  }
}

/** A command's answer is that of `$(…)`. */
function conditionValue(condition: Condition): Expression {
  if (condition.kind === "expression-condition") return condition.expression;
  const { list, negated, start, end } = condition;
  const capture: Expression = { kind: "capture", body: [{ kind: "command", list, start, end }], start, end };
  return negated ? not(capture, condition) : capture;
}

/** `!VALUE` at a place. */
export function not(operand: Expression, { start, end }: NodeBase): Expression {
  return { kind: "unary", operator: "!", operand, start, end };
}

/** A word's part within a string: what is special in a word alone is text there. */
export function asText(part: WordPart): readonly (WordPart & { kind: "text" | "expression" })[] {
  const { start, end } = part;
  if (part.kind === "expression") return [{ ...part, quoted: true }];
  const text = part.kind === "text" ? part.text : part.kind === "glob" ? part.pattern : `~${part.user ?? ""}`;
  return [{ kind: "text", text, quoted: true, start, end }];
}
