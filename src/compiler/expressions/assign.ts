/** `a = e`, `a += e`, `xs[i] = e`, `m[key] ??= e` (language 5). */

import type { AssignExpression, BinaryOperator, Expression, IndexExpression } from "../../syntax/index.ts";
import { isSimple } from "../atom.ts";
import { at, expression, type Scope, temporary, typeOf, use } from "../context.ts";
import { compoundType, emitOperation } from "../operators.ts";
import { walk } from "../walk.ts";
import { indexSite, readElement } from "./index-access.ts";

export function emitAssign(scope: Scope, node: AssignExpression): string {
  const { target, operator } = node;
  if (target.kind === "index") return assignElement(scope, node, target);
  const name = expression(scope, target);
  if (operator === "=") return `${name} = ${expression(scope, node.value)}`;
  if (operator === "??=") return `${name} ??= ${expression(scope, node.value)}`;
  return `${name} = ${compound(scope, node, expression(scope, target))}`;
}

function compound(scope: Scope, node: AssignExpression, before: string): string {
  // The operators are `X=` for the operators X of the table; "=" and "??=" do not come here.
  const operator = node.operator.slice(0, -1) as BinaryOperator;
  const { target: left, value: right } = node;
  const rightCode = expression(scope, right);
  const type = compoundType(scope, operator, left, right);
  return emitOperation(scope, { node, operator, left, right, leftCode: before, rightCode, type });
}

/** Owner and index are evaluated once, ahead of the value. */
function assignElement(scope: Scope, node: AssignExpression, target: IndexExpression): string {
  const steps: string[] = [];
  if (node.operator === "=") {
    const object = expression(scope, target.object);
    const index = expression(scope, target.index);
    if (typeOf(scope, target.object).kind !== "map") {
      const value = expression(scope, node.value);
      if (isCalm(node.value)) return write(scope, target, object, index, value);
      return `${at(scope, target)}${use(scope, "setAt")}(${object}, ${index}, ${value}, ${indexSite(scope, target)})`;
    }
    const owner = kept(scope, object, steps);
    const key = kept(scope, index, steps);
    return inSteps(steps, write(scope, target, owner, key, expression(scope, node.value)));
  }
  const owner = kept(scope, expression(scope, target.object), steps);
  const index = kept(scope, expression(scope, target.index), steps);
  if (node.operator === "??=") {
    const read =
      typeOf(scope, target.object).kind === "map" ? `${owner}.get(${index})` : readElement(scope, target, owner, index);
    return inSteps(steps, `${read} ?? ${write(scope, target, owner, index, expression(scope, node.value))}`);
  }
  return inSteps(
    steps,
    write(scope, target, owner, index, compound(scope, node, readElement(scope, target, owner, index))),
  );
}

/** An element gets a value, which is the value of the whole. */
export function write(scope: Scope, target: IndexExpression, owner: string, index: string, value: string): string {
  if (typeOf(scope, target.object).kind !== "map") {
    return writeElement(scope, target, owner, index, value);
  }
  if (isSimple(value)) return `(${owner}.set(${index}, ${value}), ${value})`;
  const given = temporary(scope);
  return `(${given} = ${value}, ${owner}.set(${index}, ${given}), ${given})`;
}

const restless = new Set(["assign", "update", "call", "capture", "closure"]);

/** Whether evaluating it changes no variable. */
function isCalm(value: Expression): boolean {
  return !walk(value, ({ kind }) => (kind !== undefined && restless.has(kind) ? "stop" : "into"));
}

/** In place where the element is there, as it is read; a value is evaluated ahead of the look at the array. */
function writeElement(scope: Scope, target: IndexExpression, owner: string, index: string, value: string): string {
  const setAt = `${at(scope, target)}${use(scope, "setAt")}`;
  const site = indexSite(scope, target);
  if (!isSimple(owner) || !isSimple(index)) return `${setAt}(${owner}, ${index}, ${value}, ${site})`;
  const isPlain = isSimple(value);
  const given = isPlain ? value : temporary(scope);
  const isThere = /^\d+$/.test(index) ? `${index} < ${owner}.length` : `${index} >= 0 && ${index} < ${owner}.length`;
  const choice = `${isThere} ? ${owner}[${index}] = ${given} : ${setAt}(${owner}, ${index}, ${given}, ${site})`;
  return isPlain ? `(${choice})` : `(${given} = ${value}, ${choice})`;
}

/** The code's value under a name, so that it is evaluated once. */
export function kept(scope: Scope, code: string, steps: string[]): string {
  if (isNumber(code)) return code;
  const name = temporary(scope);
  steps.push(`${name} = ${code}`);
  return name;
}

export function inSteps(steps: readonly string[], code: string): string {
  return steps.length === 0 ? code : `(${steps.join(", ")}, ${code})`;
}

function isNumber(code: string): boolean {
  return /^\d+$/.test(code);
}

/** Whether the whole is `target = …` for a map's entry, whose value nobody uses: a plain `set` will do. */
export function asStatement(scope: Scope, node: Expression): string | undefined {
  if (node.kind !== "assign" || node.operator !== "=" || node.target.kind !== "index") return undefined;
  if (typeOf(scope, node.target.object).kind !== "map") return undefined;
  const { object, index } = node.target;
  return `${expression(scope, object)}.set(${expression(scope, index)}, ${expression(scope, node.value)})`;
}
