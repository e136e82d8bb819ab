/** A condition's tree as the text that gives the same tree again. */

import type { Condition, Operand } from "../model/condition.ts";

/** As people write it: `p95(latency) < 200 and not down`. */
export function conditionText(condition: Condition): string {
  return [...partsOf(condition)].join("");
}

/** For a line: what is longer than anybody reads there is cut. */
export function shortConditionText(condition: Condition): string {
  let text = "";
  for (const part of partsOf(condition)) {
    if (text.length > longest) return `${text}…`;
    text += part;
  }
  return text;
}

const longest = 160;

/** However deep it is. */
function* partsOf(condition: Condition): Generator<string> {
  // What is still to be written, the next one last.
  const open: (Condition | string)[] = [condition];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === "string") yield next;
    else if (next.kind === "compare") yield `${operandText(next.left)} ${next.is} ${operandText(next.right)}`;
    else if (next.kind === "not") {
      yield "not ";
      if (next.of.kind === "not" || next.of.kind === "compare") open.push(next.of);
      else open.push(")", next.of, "(");
    } else {
      for (let at = next.of.length - 1; at >= 0; at -= 1) {
        const part = next.of[at]!;
        if (part.kind === "compare" || part.kind === "not") open.push(part);
        else open.push(")", part, "(");
        if (at > 0) open.push(` ${next.kind} `);
      }
    }
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
