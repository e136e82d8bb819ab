/** The check under way: goes down the tree with the floors' tables, within a depth that no stack minds. */

import { diagnose, type Related } from "../diagnostics/index.ts";
import type { Span } from "../text/index.ts";
import { checkList } from "./commands/list.ts";
import { checkWord } from "./commands/word.ts";
import type { Context, Outcome } from "./context.ts";
import { checkExpression } from "./expressions/index.ts";
import type { FileState } from "./file-state.ts";
import { checkCondition, checkTest } from "./flow/conditions.ts";
import { FlowState } from "./flow/state.ts";
import { homeOf } from "./names/scope.ts";
import type { ProgramState } from "./program-state.ts";
import { checkStatements } from "./statements/block.ts";
import { checkStatement } from "./statements/index.ts";
import { unknownValue } from "./values.ts";

/** Deeper trees than this are refused; the parser's own bounds keep all that it makes below it. */
const deepestNesting = 1_500;

/** Of a place that a syntax's expansion has: what it is part of. */
function standsFor({ use, file, program }: Context, { start }: Span): readonly Related[] {
  if (use === undefined || use.start !== start || use.syntax.declared === undefined || use.syntax.word === "")
    return [];
  const home = homeOf(program.files, use.syntax.home) ?? file;
  const message = `it is part of what \`${use.syntax.word}\` stands for`;
  return [{ source: home.source, span: use.syntax.declared, message }];
}

/** The context of a file's top level. */
export function createContext(program: ProgramState, file: FileState): Context {
  let depth = 0;
  const nothing: Outcome = {
    whenTrue: { reached: true, facts: new Map() },
    whenFalse: { reached: true, facts: new Map() },
  };

  /** Whether one level more is allowed; says so where it is not. */
  function enter(node: { readonly start: number }): boolean {
    if (depth >= deepestNesting) {
      context.report("DS1014", { start: node.start, end: node.start + 1 }, { limit: deepestNesting });
      return false;
    }
    depth += 1;
    return true;
  }

  const context: Context = {
    program,
    file,
    state: file.main,
    scope: file.scope,
    flow: new FlowState(),
    beside: false,
    guarded: false,
    inClass: undefined,
    making: undefined,
    accepts: { deprecated: false, restricted: false },
    inTest: false,
    caseScope: "root",
    seen: undefined,
    use: undefined,
    expression: (node, wanted) => {
      if (!enter(node)) return unknownValue;
      const value = checkExpression(context, node, wanted);
      depth -= 1;
      program.values.set(node, value);
      return value;
    },
    statement: (node) => {
      if (!enter(node)) return;
      checkStatement(context, node);
      depth -= 1;
    },
    block: (statements) => checkStatements(context, statements),
    condition: (node) => {
      if (!enter(node)) return nothing;
      const outcome = checkCondition(context, node);
      depth -= 1;
      return outcome;
    },
    test: (node) => {
      if (!enter(node)) return nothing;
      const outcome = checkTest(context, node);
      depth -= 1;
      return outcome;
    },
    commands: (list, use) => {
      if (!enter(list)) return;
      checkList(context, list, use);
      depth -= 1;
    },
    word: (word, several) => checkWord(context, word, several),
    report: (code, span, params, related) => {
      const place = { start: span.start, end: span.end };
      program.diagnostics.add(
        diagnose(code, context.file.source, place, params, [...(related ?? []), ...standsFor(context, place)]),
      );
    },
  };
  return context;
}
