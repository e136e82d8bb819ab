/** All that the check of a program collects, and what is kept until the whole of it is known. */

import type { Diagnostic, DiagnosticList } from "../diagnostics/index.ts";
import type { ArgumentView, NamedCommand, ServedGoal, StatedConstant, Type } from "../records/index.ts";
import type {
  CallExpression,
  CaptureExpression,
  ClassStatement,
  CommandCondition,
  CommandStatement,
  ContextValueExpression,
  Expression,
  GoalReference,
  Identifier,
  ImportStatement,
  SimpleCommand,
  Stage,
  WhenStatement,
  Word,
} from "../syntax/index.ts";
import type { Span } from "../text/index.ts";
import type { CallTarget, CaptureWant, CommandFacts, ContextConstant, Reference } from "./checked.ts";
import type { ClassInfo } from "./classes/class-info.ts";
import type { FileState } from "./file-state.ts";
import type { FunctionState } from "./function-state.ts";
import type { Library } from "./library.ts";
import type { FunctionNode } from "./names/assigner.ts";
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
  /** What each stage reads on its input, where that is known. */
  readonly inputs: Map<Stage, Term>;
  /** The file that each word stands in: how it is written tells which file of the script's own it may name. */
  readonly homes: Map<Word, FileState>;
  /** Of commands that an assertion asks: where their answer comes from. */
  readonly answers: Map<CommandCondition, Term>;
  /** What the script writes into files, by their paths as it writes them. */
  readonly written: Map<string, Term>;
  /** Of each `when`: the monitors that it names. */
  readonly whens: Map<
    WhenStatement,
    { readonly condition: readonly KnownSymbol[]; readonly all: readonly KnownSymbol[] }
  >;
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
  readonly roles: readonly string[] | undefined;
  readonly argument: ArgumentView | undefined;
  /** The goals that are named, by what names them. */
  readonly served: Map<GoalReference, ServedGoal>;
  readonly contextValues: Map<ContextValueExpression, ContextConstant>;
  /** Where they come from, each once. */
  readonly stated: StatedConstant[];
  /** A D-Case was asked for that there is not, and that is said. */
  missesCase: boolean;
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
