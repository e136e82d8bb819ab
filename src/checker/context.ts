/** What the check of one construct may ask of the whole: the only thing that construct files know of each other. */

import type { CommandTable } from "../commands/index.ts";
import type { Diagnostic, DiagnosticCode, DiagnosticList, Params, Related } from "../diagnostics/index.ts";
import type { NamedCommand, Signature, Type } from "../records/index.ts";
import type {
  CallExpression,
  CaptureExpression,
  ClassStatement,
  CommandList,
  CommandStatement,
  Condition,
  Expression,
  ExtensionExpression,
  ExtensionStatement,
  Identifier,
  ImportedCommand,
  ImportStatement,
  Script,
  SimpleCommand,
  Statement,
  Word,
} from "../syntax/index.ts";
import type { SourceFile, Span } from "../text/index.ts";
import type { CallTarget, CaptureWant, CommandFacts, Reference } from "./checked.ts";
import type { ClassInfo, Making } from "./classes/class-info.ts";
import type { FlowChange, FlowState } from "./flow/state.ts";
import type { Library } from "./library.ts";
import type { FunctionNode } from "./names/assigner.ts";
import type { Assignments } from "./names/assignments.ts";
import type { Scope } from "./names/scope.ts";
import type { KnownSymbol } from "./names/symbol.ts";
import type { OriginGraph, Term } from "./origins/graph.ts";

/** What an expression is: its type, where it came from, and its number where the text alone gives it. */
export interface Value {
  readonly type: Type;
  readonly origins: Term;
  readonly fold?: number;
  /** It is reported already: within a chain its type still counts, beyond it nothing may be asked of it. */
  readonly inError?: boolean;
}

/** The changes to what is known where a condition held, and where it did not. */
export interface Outcome {
  readonly whenTrue: FlowChange;
  readonly whenFalse: FlowChange;
}

/** A file under check. */
export interface FileState {
  readonly index: number;
  readonly source: SourceFile;
  readonly script: Script;
  readonly scope: Scope;
  readonly assignments: Assignments;
  /** Top-level variables by name, also those that stand below the point of the check. */
  readonly declared: ReadonlyMap<string, Identifier>;
  readonly commands: ReadonlyMap<string, ImportedCommand>;
  readonly table: CommandTable;
  /** `strict` holds in it. */
  readonly strict: boolean;
  /** It changes its working directory, so that `./x` may be anywhere. */
  movesAround: boolean;
  readonly main: FunctionState;
  /** Types of the packages that it imports, and of its own. */
  readonly types: ReadonlyMap<string, Type>;
  /** The functions of its own package, by name; methods aside. */
  readonly functions: ReadonlyMap<string, Signature>;
}

/** What break, continue and return may reach, innermost last. */
export type JumpTarget =
  | { readonly kind: "loop"; readonly mark: number; readonly breaks: FlowChange[]; readonly continues: FlowChange[] }
  | { readonly kind: "switch"; readonly mark: number; readonly breaks: FlowChange[] }
  | { readonly kind: "barrier"; readonly place: string };

/** A function under check: what it is known to do. */
export interface FunctionState {
  readonly node: FunctionNode;
  /** The index of its file. */
  readonly file: number;
  /** No status style in it: `strict` holds in its file. */
  readonly strict: boolean;
  readonly name: string;
  /** The declared type; of a closure the wanted one, where there is one. */
  readonly returns: Type | undefined;
  /** Of a closure without a wanted type: what its returns have in common so far. */
  inferred: Type | undefined;
  /** What it returns comes from there. */
  readonly result: Term;
  waits: boolean;
  /** How many turns the closed loops around here make together, and where their counters begin at least. */
  turns: number;
  readonly counters: Map<KnownSymbol, number>;
  readonly calls: Set<FunctionNode>;
  /** Methods that it may run, or that are one with it where they override each other: it waits where they do. */
  readonly reaches: Set<FunctionNode>;
  /** The closures that are made in it. */
  readonly holds: Set<FunctionNode>;
  /** Names that have a diagnostic already: one error a cause. */
  readonly missing: Set<string>;
  readsStatus: boolean;
  /** It reads `$?` other than in `exit $?` and `return $?`. */
  ownsStatus: boolean;
  /** The last of its file's variables that it uses itself, by place. */
  latest: KnownSymbol | undefined;
  readonly jumps: JumpTarget[];
}

/** Statuses that nobody looks at, kept until it is known whether the function is in status style. */
export interface LooseStatus {
  readonly state: FunctionState;
  readonly file: FileState;
  readonly span: Span;
  readonly command: string;
}

/** A program that was asked for and is not there. */
export interface MissingCommand {
  readonly file: FileState;
  readonly span: Span;
  readonly name: string;
  /** "> 3": it reads like a comparison. */
  readonly compared: string | undefined;
  /** "n" of `n= 5`: it reads like an assignment. */
  readonly assigned: string | undefined;
  /** It stands in a test. */
  readonly isTests: boolean;
}

/** All that the check of a program collects. */
export interface ProgramState {
  readonly files: readonly FileState[];
  readonly library: Library;
  readonly graph: OriginGraph;
  readonly diagnostics: DiagnosticList;
  readonly strict: boolean;
  readonly imports: ReadonlyMap<ImportStatement, number>;
  readonly values: Map<Expression, Value>;
  readonly references: Map<Expression, Reference>;
  readonly symbols: Map<Identifier, KnownSymbol>;
  readonly calls: Map<CallExpression, CallTarget>;
  readonly captures: Map<CaptureExpression, CaptureWant>;
  readonly functions: Map<FunctionNode, FunctionState>;
  /** The classes of all files, and the same by the names of their declarations. */
  readonly classes: Map<ClassStatement, ClassInfo>;
  readonly classOf: Map<Identifier, ClassInfo>;
  /** What `instanceof` and casts name. */
  readonly targets: Map<Expression, Type>;
  /** Objects that stand in a text, and the method that prints each. */
  readonly printers: Map<Expression, KnownSymbol>;
  /** What annotations say of declarations. */
  readonly notices: Map<Identifier, Notice>;
  /** The parameters' scopes of top-level functions. */
  readonly scopes: Map<FunctionNode, Scope>;
  /** Closures that are handed to a library function right where they stand, and what that calls them with. */
  readonly direct: Map<Expression, Term>;
  readonly commands: Map<SimpleCommand, PendingCommand>;
  readonly words: Map<Word, Term>;
  readonly widened: Set<Expression>;
  readonly statusRead: Set<CommandStatement>;
  readonly named: NamedCommand[];
  readonly loose: LooseStatus[];
  /** Uses of functions at a file's top level, in order. */
  readonly uses: {
    readonly file: FileState;
    readonly node: Expression;
    readonly callee: FunctionNode | undefined;
    readonly name: string;
  }[];
  /** Top-level variables that are declared without a value, and where functions use them. */
  readonly withoutValue: Map<KnownSymbol, { readonly node: Expression; readonly user: string }[]>;
  /** What every function value may be given and may give back. */
  readonly valueArguments: Term;
  readonly valueResults: Term;
  /** The options of the script's own command line that are taken, each with its parameter's name. */
  readonly options: Map<string, Identifier>;
  readonly definedValues: Map<string, unknown>;
  readonly defines: ReadonlyMap<string, string>;
  readonly asked: AskedCommands;
  readonly lookUp: "script" | "tests" | undefined;
  /** The programs that tests fake by names that stand in the text, and whether there are others. */
  readonly faked: { readonly names: Set<string>; isComputed: boolean };
  /** Programs that were not found, until it is known whether the script moves around or changes PATH. */
  readonly notFound: MissingCommand[];
  changesPath: boolean;
  /** How many more missing names get their nearest one: each costs a pass over all names. */
  nearestLeft: number;
  /** Names that were not found although something declares them: said only if that declaration could be parsed. */
  readonly lost: { readonly declaration: Identifier; readonly diagnostic: Diagnostic }[];
}

/** Commands whose words are known, but not yet where they came from. */
export interface PendingCommand {
  readonly facts: Omit<CommandFacts, "guarded">;
  /** Words that are refused when they start with "-", should their terms come from outside. */
  readonly open: readonly { readonly index: number; readonly terms: readonly Term[] }[];
}

/** Looking programs up, each name once. */
export interface AskedCommands {
  /** "on this machine", or what list was asked. */
  readonly where: string;
  has(name: string): boolean;
  nearest(name: string): string | undefined;
}

/** What `@Deprecated` and `@Restricted` say of a function, a class or a member; a text may be empty. */
export interface Notice {
  readonly deprecated?: string;
  readonly restricted?: string;
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
  /** Inside of the body of a `try`: no status style there. */
  guarded: boolean;
  /** Inside of a `test`. */
  inTest: boolean;
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

/** A block that jumps may not leave. */
export function barrier(context: Context, place: string, run: () => void): void {
  context.state.jumps.push({ kind: "barrier", place });
  run();
  context.state.jumps.pop();
}
