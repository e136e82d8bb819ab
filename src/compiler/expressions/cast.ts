/** `(T)e` (language 5): a check where the value may be of another class, or has a part behind its point. */

import type { CastExpression } from "../../syntax/index.ts";
import { atom } from "../atom.ts";
import { siteArgument } from "../calls.ts";
import { className, classText } from "../class-names.ts";
import { at, expression, type Scope, site, temporary, typeOf, use } from "../context.ts";

export function emitCast(scope: Scope, node: CastExpression): string {
  const value = expression(scope, node.operand);
  const target = scope.unit.program.targets.get(node);
  if (target === undefined) return value;
  const list = [siteArgument(scope, "value", node.operand)];
  const place = site(scope, node, "cast", list);
  if (target.kind !== "class")
    return withNull(scope, node, value, (code) => `${at(scope, node)}${use(scope, "castInt")}(${code}, ${place})`);
  const rest = `${className(scope, target.of)}, ${classText(scope, target)}, ${place}`;
  return withNull(scope, node, value, (code) => `${at(scope, node)}${use(scope, "castObject")}(${code}, ${rest})`);
}

/** `(T?)e`: null stays null. */
function withNull(scope: Scope, node: CastExpression, value: string, cast: (code: string) => string): string {
  if (typeOf(scope, node).kind !== "optional") return cast(value);
  const kept = temporary(scope);
  return `((${kept} = ${atom(value)}) === null ? null : ${cast(kept)})`;
}
