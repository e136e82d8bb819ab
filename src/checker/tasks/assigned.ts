/** A resumed run has a task's parameters and what it remembered, and nothing that its body assigned: such assignments are refused. */

import {
  dependableBody,
  type Expression,
  expressionParts,
  type FunctionStatement,
  type PlanBodyStatement,
  statementParts,
  type TaskBodyStatement,
  type Visitor,
} from "../../syntax/index.ts";
import type { Symbol as ScriptSymbol } from "../checked.ts";
import type { Context } from "../context.ts";
import { calledFunction } from "./changes.ts";

type Body = TaskBodyStatement | PlanBodyStatement;

/** Methods that change what they are called on. */
const changers: ReadonlySet<string> = new Set([
  "[].push",
  "[].pushAll",
  "[].pop",
  "[].shift",
  "[].unshift",
  "[].insert",
  "[].removeAt",
  "[].clear",
  "Map.set",
  "Map.remove",
  "Map.clear",
]);

export function refuseAssignments(context: Context, node: Body, what: string): void {
  const seen = new Set<FunctionStatement>();
  const walk = (outer: { readonly call: Expression; readonly name: string } | undefined): Visitor => {
    const visitor: Visitor = {
      statement: (each) => statementParts(each, visitor),
      expression: (each) => {
        const target = assignedTo(context, each);
        if (target !== undefined && !isOwn(node, target.symbol, outer !== undefined)) {
          const { name } = target.symbol;
          const who = outer === undefined ? what : `the function \`${outer.name}\` that ${what} calls`;
          context.report("DS2604", outer?.call ?? target.root, { name, what: who });
        }
        const called = each.kind === "call" ? calledFunction(context, each) : undefined;
        if (each.kind === "call" && called !== undefined && dependableBody(called) === undefined && !seen.has(called)) {
          seen.add(called);
          walk(outer ?? { call: each.callee, name: called.name.name }).statement(called.body);
        }
        expressionParts(each, visitor);
      },
    };
    return visitor;
  };
  statementParts(node, walk(undefined));
}

/** The variable that an assignment, or a method that changes its object, has for its target. */
function assignedTo(context: Context, node: Expression): { root: Expression; symbol: ScriptSymbol } | undefined {
  const target = node.kind === "assign" || node.kind === "update" ? node.target : changedByMethod(context, node);
  if (target === undefined) return undefined;
  let root = target;
  while (root.kind === "index" || root.kind === "member") root = root.object;
  const reference = context.program.references.get(root);
  return reference?.kind === "symbol" ? { root, symbol: reference.symbol } : undefined;
}

function changedByMethod(context: Context, node: Expression): Expression | undefined {
  if (node.kind !== "call" || node.callee.kind !== "member") return undefined;
  const target = context.program.calls.get(node);
  return target?.kind === "library" && changers.has(target.signature.key) ? node.callee.object : undefined;
}

/** Whether a variable is one of the body's own, which nothing behind the body sees; of a called function, any but the file's. */
function isOwn(node: Body, symbol: ScriptSymbol, isCalled: boolean): boolean {
  if (isCalled || symbol.global) return !symbol.global;
  const { start } = symbol.declaration;
  const remembered = node.kind === "task-body" ? node.remember : undefined;
  const isInside = symbol.kind !== "parameter" && start >= node.start && start < node.end;
  const isRemembered = remembered !== undefined && start >= remembered.start && start < remembered.end;
  return isInside && !isRemembered;
}
