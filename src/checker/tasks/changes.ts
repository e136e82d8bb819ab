/** What changes something: commands by their rows, redirections, calls of the library and of functions that do. */

import { innerCommand, isReadOnly } from "../../commands/index.ts";
import {
  type CallExpression,
  type CommandList,
  type Condition,
  dependableBody,
  expressionParts,
  type FunctionStatement,
  pipelinesOf,
  type SimpleCommand,
  type Statement,
  statementParts,
  type Visitor,
} from "../../syntax/index.ts";
import { staticName, staticText } from "../commands/names.ts";
import { writesFile } from "../commands/redirects.ts";
import type { Context } from "../context.ts";
import { textOf } from "../values.ts";

/** The first command of a list that changes something, as it is written; undefined where all of them read. */
export function changeOfCommands(context: Context, list: CommandList): string | undefined {
  for (const pipeline of pipelinesOf(list))
    for (const stage of pipeline.stages) {
      const writes = writesFile(stage);
      if (stage.kind === "simple" && (writes || changesAnything(context, stage))) return textOf(context, stage);
      if (stage.kind === "group" && writes) return "( … )";
    }
  return undefined;
}

function changesAnything({ file }: Context, stage: SimpleCommand): boolean {
  if (stage.role !== "program") return false;
  if (staticName(stage) === undefined) return true;
  // A computed word has no text; any text that is no option stands for it.
  const { row, argv } = innerCommand(
    file.table,
    stage.words.map((word) => staticText(word) ?? "x"),
  );
  return !isReadOnly(row, argv);
}

/** The commands of a statement itself: its own, or those of its condition. */
export function commandsOf(node: Statement): readonly CommandList[] {
  switch (node.kind) {
    case "command":
      return [node.list];
    case "if":
      return node.branches.flatMap(({ condition }) => listOf(condition));
    case "while":
    case "do":
    case "wait":
    case "assert":
    case "when":
      return listOf(node.condition);
    default:
      return [];
  }
}

function listOf(condition: Condition): readonly CommandList[] {
  return condition.kind === "command-condition" ? [condition.list] : [];
}

/** The function whose body a call runs: a function, a method, a constructor; undefined of any other call. */
export function calledFunction({ program }: Context, node: CallExpression): FunctionStatement | undefined {
  const target = program.calls.get(node);
  if (target?.kind === "function" || target?.kind === "method") return target.symbol.node;
  return target?.kind === "construct" ? target.maker?.node : undefined;
}

/** Whether what stands in a block, and the functions that it calls, may change something, `atomic` aside. */
export function changesSomething(context: Context, node: Statement): boolean {
  let found = false;
  const seen = new Set<FunctionStatement>();
  const visitor: Visitor = {
    statement: (each) => {
      if (found || each.kind === "atomic") return;
      if (commandsOf(each).some((list) => changeOfCommands(context, list) !== undefined)) found = true;
      else statementParts(each, visitor);
    },
    expression: (each) => {
      if (found) return;
      if (each.kind === "call" && changesByCall(each)) found = true;
      else expressionParts(each, visitor);
    },
  };
  const changesByCall = (each: CallExpression): boolean => {
    if (isChangeOfLibrary(context, each)) return true;
    const called = calledFunction(context, each);
    if (called === undefined || seen.has(called) || dependableBody(called) !== undefined) return false;
    seen.add(called);
    statementParts(called, visitor);
    return found;
  };
  visitor.statement(node);
  return found;
}

export function isChangeOfLibrary({ program }: Context, node: CallExpression): boolean {
  const target = program.calls.get(node);
  return target?.kind === "library" && target.signature.changes === true;
}
