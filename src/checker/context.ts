/** What the check of one construct may ask of the whole: the only thing that construct files know of each other. */

import type { DiagnosticCode, Params, Related } from "../diagnostics/index.ts";
import type { Type } from "../records/index.ts";
import type {
  CommandList,
  Condition,
  Expression,
  ExtensionExpression,
  ExtensionStatement,
  Statement,
  Word,
} from "../syntax/index.ts";
import type { Span } from "../text/index.ts";
import type { ClassInfo, Making } from "./classes/class-info.ts";
import type { FileState } from "./file-state.ts";
import { type FlowChange, FlowState } from "./flow/state.ts";
import type { FunctionState } from "./function-state.ts";
import type { Scope } from "./names/scope.ts";
import type { KnownSymbol } from "./names/symbol.ts";
import type { Term } from "./origins/graph.ts";
import type { ProgramState, Value } from "./program-state.ts";

/** The changes to what is known where a condition held, and where it did not. */
export interface Outcome {
  readonly whenTrue: FlowChange;
  readonly whenFalse: FlowChange;
}

/** Inside of something deprecated nothing is advised against; inside of something restricted, what is restricted may be used. */
export interface Accepted {
  readonly deprecated: boolean;
  readonly restricted: boolean;
}

/** What becomes of a command list's statuses: looked at as an answer, looked at by the next statement, or not at all. */
export type CommandUse = "answer" | "read" | "loose" | "accepted";

export interface WordValue {
  readonly isArray: boolean;
  readonly origins: Term;
  /** The terms of what the word may start with: its leading expressions. */
  readonly leading: readonly Term[];
}

/** "root": of no goal around it, so of the goal that all others support. "unknown": what was named is not there, which is said. */
export type CaseScope = { readonly uid: string } | "root" | "unknown";

/** The check under way: where it stands, and how it goes down into the parts of a construct. */
export interface Context {
  readonly program: ProgramState;
  file: FileState;
  state: FunctionState;
  scope: Scope;
  flow: FlowState;
  /** Inside of something that runs beside the rest (a job, a deferred block): what the rest assigns is not narrowed. */
  beside: boolean;
  /** The class that it stands in. */
  inClass: ClassInfo | undefined;
  /** In a constructor, and in the values of fields: the object that is being made. */
  making: Making | undefined;
  /** What the annotations around accept. */
  accepts: Accepted;
  /** Inside of the body of a `try` and its like: no status style there. */
  guarded: boolean;
  /** Inside of a `test`. */
  inTest: boolean;
  /** The goal of the D-Case that it stands in the scope of. */
  caseScope: CaseScope;
  /** Inside of a `when`: the monitors that it has named so far. */
  seen: Set<KnownSymbol> | undefined;
  /** The use of a syntax whose expansion is under check. */
  use: ExtensionStatement | ExtensionExpression | undefined;
  /** Checks an expression; `wanted` is what its context would like, and it need not fit. */
  expression(node: Expression, wanted?: Type): Value;
  statement(node: Statement): void;
  /** The statements in a scope of their own. */
  block(statements: readonly Statement[]): void;
  /** A condition; the flow is afterwards as it was before: the outcome says what holds. */
  condition(node: Condition): Outcome;
  /** An expression as a condition. */
  test(node: Expression): Outcome;
  /** A command list; its answer counts in a condition. */
  commands(list: CommandList, use?: CommandUse): void;
  /** A word that is one argument; in `several`, a whole `String[]` may stand for it. Gives whether it is one, and the value of each expression in it. */
  word(word: Word, several?: boolean): WordValue;
  report<C extends DiagnosticCode>(code: C, span: Span, params: Params<C>, related?: readonly Related[]): void;
}

/** Every construct's check has one of these shapes. */
export type StatementCheck<N extends Statement> = (context: Context, node: N) => void;
export type ExpressionCheck<N extends Expression> = (context: Context, node: N, wanted: Type | undefined) => Value;

/** Runs `run` in a scope of its own. */
export function scoped(context: Context, scope: Scope, run: () => void): void {
  const outer = context.scope;
  context.scope = scope;
  run();
  context.scope = outer;
}

/** Runs `run`, the check of a function's body: nothing of what is known around it counts there. */
export function withinFunction(context: Context, state: FunctionState, run: () => void): void {
  const outer = { state: context.state, flow: context.flow, guarded: context.guarded, beside: context.beside };
  Object.assign(context, { state, flow: new FlowState(state.name), guarded: false, beside: false });
  run();
  Object.assign(context, outer);
}

/** Whether what is under check stands at its file's top level: in no block, and in no function. */
export function isTopLevel({ scope, state, file }: Context): boolean {
  return scope === file.scope && state === file.main;
}

/** A block that jumps may not leave. */
export function barrier(context: Context, place: string, run: () => void): void {
  context.state.jumps.push({ kind: "barrier", place });
  run();
  context.state.jumps.pop();
}

/** Such a block that is run apart: what it finds out is not known behind it, but given. */
export function apart(context: Context, place: string, run: () => void): FlowChange {
  const mark = context.flow.mark();
  barrier(context, place, run);
  return context.flow.take(mark);
}

/** Where every failure raises: there is no status style in there. */
export function guarded(context: Context, run: () => void): void {
  const outer = context.guarded;
  context.guarded = true;
  run();
  context.guarded = outer;
}
