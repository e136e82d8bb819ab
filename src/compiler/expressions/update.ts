/** `n++`, `--n` (language 5). */

import type { UpdateExpression } from "../../syntax/index.ts";
import { siteArgument } from "../calls.ts";
import { at, expression, type Scope, site, typeOf, use } from "../context.ts";
import { checkedInPlace } from "../operators.ts";
import { changeField, inSteps, kept, write } from "./assign.ts";
import { readElement } from "./index-access.ts";

/** `used`: somebody looks at the value, so that a postfix form must give the one from before. */
export function emitUpdate(scope: Scope, node: UpdateExpression, used = true): string {
  const { target } = node;
  if (used && !node.prefix && typeOf(scope, target).kind === "float") return postfixFloat(scope, node);
  const steps: string[] = [];
  let code: string;
  if (target.kind === "index") {
    const owner = kept(scope, expression(scope, target.object), steps);
    const index = kept(scope, expression(scope, target.index), steps);
    code = write(scope, target, owner, index, changed(scope, node, readElement(scope, target, owner, index)));
  } else if (target.kind === "member") {
    code = changeField(scope, target, (place) => changed(scope, node, place));
  } else {
    const name = expression(scope, target);
    code = `${name} = ${changed(scope, node, expression(scope, target))}`;
  }
  code = inSteps(steps, code);
  if (node.prefix || !used) return code;
  // What was there before is exact: the new value lies within the range.
  return `(${code}) ${node.operator === "++" ? "-" : "+"} 1`;
}

/** A float's neighbour may be the float itself: what was there before is kept. */
function postfixFloat(scope: Scope, node: UpdateExpression): string {
  const { target, operator } = node;
  if (target.kind !== "index") return `${expression(scope, target)}${operator}`;
  const steps: string[] = [];
  const owner = kept(scope, expression(scope, target.object), steps);
  const index = kept(scope, expression(scope, target.index), steps);
  const before = kept(scope, readElement(scope, target, owner, index), steps);
  steps.push(write(scope, target, owner, index, `${before} ${operator.charAt(0)} 1`));
  return inSteps(steps, before);
}

function changed(scope: Scope, node: UpdateExpression, before: string): string {
  if (typeOf(scope, node.target).kind === "float") return `${before} ${node.operator === "++" ? "+" : "-"} 1`;
  const operator = node.operator === "++" ? "+" : "-";
  const name = use(scope, operator === "+" ? "add" : "subtract");
  const list = [siteArgument(scope, "operand", node.target)];
  const call = `${at(scope, node)}${name}(${before}, 1, ${site(scope, node, node.operator, list)})`;
  return checkedInPlace(scope, `${before} ${operator} 1`, call, { leftCode: before, rightCode: "1", operator });
}
