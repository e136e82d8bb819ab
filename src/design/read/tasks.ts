/** Calls of tasks and plans as steps. */

import type { CallExpression, Statement, TaskBodyStatement } from "../../syntax/index.ts";
import { coreOf } from "../../syntax/index.ts";
import type { SourceFile } from "../../text/index.ts";
import type { Clause, Lines, Step, TakeBack } from "../model.ts";
import { argumentOf, codeLines, codeText, textOf, wordsWithin } from "./code.ts";
import type { Callee, Reader } from "./reader.ts";

export function calledStep(reader: Reader, call: CallExpression, callee: Callee, lines: Lines): Step {
  return stepOf(reader, callee, lines, call);
}

/** `call`: undefined of a task that is drawn by itself. */
export function stepOf(
  { file, calls }: Reader,
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
    ...(body.goal === undefined ? {} : { goal: textOf(source, body.goal) }),
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
    const words = wordsWithin(source, undo, undo.statements);
    return { kind: "undo", code: codeLines(source, undo.statements), ...(words === undefined ? {} : { words }) };
  }
  if (irreversible !== undefined) return { kind: "irreversible", why: textOf(source, irreversible) };
  const paths = atomicPaths(source, body.statements);
  return paths.length === 0 ? { kind: "nothing" } : { kind: "atomic", paths };
}

/** Of the `atomic` blocks among statements, and in blocks among them. */
function atomicPaths(source: SourceFile, statements: readonly Statement[]): readonly string[] {
  return statements.map(coreOf).flatMap((node): readonly string[] => {
    if (node.kind === "atomic")
      return node.paths.map((path) => (path.kind === "string" ? textOf(source, path) : codeText(source, path)));
    if (node.kind === "block") return atomicPaths(source, node.statements);
    if (node.kind === "if")
      return atomicPaths(source, [
        ...node.branches.map((branch) => branch.body),
        ...(node.otherwise ? [node.otherwise] : []),
      ]);
    return "body" in node && typeof node.body === "object" && "kind" in node.body && node.body.kind === "block"
      ? atomicPaths(source, node.body.statements)
      : [];
  });
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
