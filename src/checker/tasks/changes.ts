/** What changes something: commands by their rows, redirections, calls of the library and of functions that do. */

import { isReadOnly } from "../../commands/index.ts";
import {
  type CommandList,
  dependableBody,
  type Expression,
  type FunctionStatement,
  type SimpleCommand,
  type Statement,
  type Word,
} from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import { expressionParts, statementParts, type Visitor } from "../names/children.ts";

/** The first command of a list that changes something, as it is written; undefined where all of them read. */
export function changeOfCommands(context: Context, list: CommandList): string | undefined {
  for (const pipeline of [list.first, ...list.rest.map((each) => each.pipeline)])
    for (const stage of pipeline.stages) {
      const writes = stage.redirects.some(
        ({ op, target }) => /^>/.test(op) && target !== undefined && !isNoFile(target),
      );
      if (stage.kind === "simple" && (writes || changesAnything(context, stage))) return shown(context, stage);
      if (stage.kind === "group" && writes) return "( … )";
    }
  return undefined;
}

function changesAnything({ file, program }: Context, stage: SimpleCommand): boolean {
  if (stage.role !== "program") return false;
  const name = program.commands.get(stage)?.facts.name ?? literalOf(stage.words[0]);
  if (name === undefined) return true;
  const argv = stage.words.map((word) => literalOf(word) ?? "x");
  return !isReadOnly(file.table.find(name), [name, ...argv.slice(1)]);
}

function literalOf(word: Word | undefined): string | undefined {
  const [part, ...more] = word?.parts ?? [];
  return part?.kind === "text" && more.length === 0 ? part.text : undefined;
}

function isNoFile(target: Word): boolean {
  return literalOf(target)?.startsWith("/dev/") === true;
}

function shown({ file }: Context, { start, end }: SimpleCommand): string {
  const text = file.source.text.slice(start, end).replace(/\s+/g, " ");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** Whether what stands in a block, and the functions that it calls, may change something, `atomic` aside. */
export function changesSomething(context: Context, node: Statement): boolean {
  let found = false;
  const seen = new Set<FunctionStatement>();
  const visitor: Visitor = {
    statement: (each) => {
      if (found || each.kind === "atomic") return;
      if (each.kind === "command" && changeOfCommands(context, each.list) !== undefined) found = true;
      else statementParts(each, visitor);
    },
    expression: (each) => {
      if (found) return;
      if (each.kind === "call" && changesByCall(each)) found = true;
      else expressionParts(each, visitor);
    },
  };
  const changesByCall = (each: Expression & { readonly kind: "call" }): boolean => {
    const target = context.program.calls.get(each);
    if (target?.kind === "library") return target.signature.changes === true;
    const called = target?.kind === "function" || target?.kind === "method" ? target.symbol.node : undefined;
    if (called === undefined || seen.has(called) || dependableBody(called) !== undefined) return false;
    seen.add(called);
    statementParts(called, visitor);
    return found;
  };
  visitor.statement(node);
  return found;
}
