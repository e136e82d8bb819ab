/** The check under way: goes down the tree with the floors' tables, within a depth that no stack minds. */

import { diagnose } from "../diagnostics/index.ts";
import { checkList } from "./commands/list.ts";
import { checkWord } from "./commands/word.ts";
import type { Context, FileState, Outcome, ProgramState, Value } from "./context.ts";
import { checkExpression } from "./expressions/index.ts";
import { checkCondition, checkTest } from "./flow/conditions.ts";
import { FlowState } from "./flow/state.ts";
import { checkStatements } from "./statements/block.ts";
import { checkStatement } from "./statements/index.ts";
import { unknownValue } from "./values.ts";

/** Deeper nesting than this is refused (DS2309). */
export const deepestNesting = 500;

/** The context of a file's top level. */
export function createContext(program: ProgramState, file: FileState): Context {
  let depth = 0;
  const nothing: Outcome = {
    whenTrue: { reached: true, facts: new Map() },
    whenFalse: { reached: true, facts: new Map() },
  };

  /** Runs one level deeper, or says that this is too deep. */
  function deeper<T>(node: { readonly start: number; readonly end: number }, run: () => T, otherwise: T): T {
    if (depth >= deepestNesting) {
      context.report("DS2309", { start: node.start, end: node.start + 1 }, { limit: deepestNesting });
      return otherwise;
    }
    depth += 1;
    const result = run();
    depth -= 1;
    return result;
  }

  const context: Context = {
    program,
    file,
    state: file.main,
    scope: file.scope,
    flow: new FlowState(),
    beside: false,
    guarded: false,
    expression: (node, wanted) => deeper(node, () => keep(node, checkExpression(context, node, wanted)), unknownValue),
    statement: (node) => deeper(node, () => checkStatement(context, node), undefined),
    block: (statements) => checkStatements(context, statements),
    condition: (node) => deeper(node, () => checkCondition(context, node), nothing),
    test: (node) => deeper(node, () => checkTest(context, node), nothing),
    commands: (list, use) => deeper(list, () => checkList(context, list, use), undefined),
    word: (word, several) => checkWord(context, word, several),
    report: (code, span, params, related) => {
      program.diagnostics.add(diagnose(code, context.file.source, { start: span.start, end: span.end }, params, related));
    },
  };
  return context;

  function keep(node: Parameters<Context["expression"]>[0], value: Value): Value {
    program.types.set(node, value.type);
    program.terms.set(node, value.origins);
    return value;
  }
}
