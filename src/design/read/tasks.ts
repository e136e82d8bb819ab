/** Calls of tasks and plans as steps. */

import {
  type CallExpression,
  expressionParts,
  type Statement,
  statementParts,
  type TaskBodyStatement,
  type Visitor,
  wordsWithin,
} from "../../syntax/index.ts";
import type { SourceFile } from "../../text/index.ts";
import type { Clause, Lines, Step, TakeBack } from "../model.ts";
import { argumentOf, codeLines, codeText, shortened, textOf } from "./code.ts";
import { goalOf } from "./goals.ts";
import type { Callee, Reader } from "./reader.ts";

/** `call`: undefined of a task that is drawn by itself. */
export function stepOf(
  { file, calls, served }: Reader,
  { file: home, node, body }: Callee,
  lines: Lines,
  call: CallExpression | undefined,
): Step {
  const { name } = node.name;
  const number = (calls.get(name) ?? 0) + 1;
  calls.set(name, number);
  const { source } = home;
  const common = {
    name,
    call: number,
    ...(body.goal === undefined ? {} : { goal: goalOf({ served, file: home }, body.goal) }),
    arguments: (call?.arguments ?? []).map((each) => argumentOf(file.source, each)),
    lines,
  };
  if (body.kind === "plan-body") return { kind: "plan", ...common };
  return {
    kind: "task",
    ...common,
    takeBack: takeBackOf(source, body),
    clauses: clausesOf(source, body),
    code: codeLines(source, body.body.statements),
  };
}

function takeBackOf(source: SourceFile, { undo, irreversible, body }: TaskBodyStatement): TakeBack {
  if (undo !== undefined) {
    const words = shortened(wordsWithin(source.text, undo));
    return { kind: "undo", code: codeLines(source, undo.statements), ...(words === undefined ? {} : { words }) };
  }
  if (irreversible !== undefined) return { kind: "irreversible", why: textOf(source, irreversible) };
  const paths = atomicPaths(source, body);
  return paths.length === 0 ? { kind: "nothing" } : { kind: "atomic", paths };
}

/** Of every `atomic` block of a task's body, wherever it stands in it. */
function atomicPaths(source: SourceFile, body: Statement): readonly string[] {
  const paths: string[] = [];
  const visitor: Visitor = {
    statement: (node) => {
      if (node.kind !== "atomic") statementParts(node, visitor);
      else
        for (const path of node.paths)
          paths.push(path.kind === "string" ? textOf(source, path) : codeText(source, path));
    },
    expression: (node) => expressionParts(node, visitor),
  };
  visitor.statement(body);
  return paths;
}

function clausesOf(source: SourceFile, body: TaskBodyStatement): readonly Clause[] {
  const { pre, post, within, timeout, retry, remember } = body;
  return [
    ...(pre === undefined ? [] : [{ kind: "pre", code: codeLines(source, pre.statements) } as const]),
    ...(post === undefined ? [] : [{ kind: "post", code: codeLines(source, post.statements) } as const]),
    ...(within === undefined ? [] : [{ kind: "within", code: [codeText(source, within)] } as const]),
    ...(timeout === undefined ? [] : [{ kind: "timeout", code: [codeText(source, timeout)] } as const]),
    ...(retry === undefined ? [] : [{ kind: "retry", code: [codeText(source, retry)] } as const]),
    ...(remember === undefined ? [] : [{ kind: "remember", code: codeLines(source, remember.statements) } as const]),
  ];
}
