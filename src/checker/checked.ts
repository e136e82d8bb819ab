/** What the checker hands to the compiler: the tree, and beside it what is known of its nodes. */

import type { UserRow } from "../commands/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { NamedCommand, OriginSet, ServedGoal, Signature, StatedConstant, Type } from "../records/index.ts";
import type {
  CallExpression,
  CaptureExpression,
  ClassStatement,
  ClosureExpression,
  CommandCondition,
  CommandStatement,
  ContextValueExpression,
  Expression,
  FunctionStatement,
  GoalReference,
  Identifier,
  ImportStatement,
  MonitorStatement,
  Script,
  SimpleCommand,
  Stage,
  TestStatement,
  WhenStatement,
  Word,
} from "../syntax/index.ts";
import type { SourceFile } from "../text/index.ts";

/** A context's value as the compiler writes it: Duration in milliseconds, Size in bytes. */
export type ContextConstant = null | boolean | number | string | readonly ContextConstant[];

/** A file of a run: its source and its tree. Index 0 is the script itself. */
export interface CheckedFile {
  readonly index: number;
  readonly source: SourceFile;
  readonly script: Script;
}

/** A variable, constant, parameter, loop variable, caught fault, function, class, member of a class, imported file, or monitor. */
export interface Symbol {
  readonly kind:
    | "variable"
    | "constant"
    | "parameter"
    | "function"
    | "class"
    | "field"
    | "method"
    | "import"
    | "monitor"
    | "builtin";
  readonly name: string;
  readonly file: number;
  readonly declaration: Identifier;
  /** Its declared or inferred type; a function's is its function type. */
  type: Type;
  /** Joined over all assignments. */
  origins: OriginSet;
  secret: boolean;
  /** Of a function, a method, a constructor. */
  readonly node?: FunctionStatement;
  /** Of an import: the index of the file that it names. */
  readonly target?: number;
  /** Declared at the top level of its file: seen by its functions, and by importers as `lib.NAME`. */
  readonly global: boolean;
}

/** What a call calls. */
export type CallTarget =
  | { readonly kind: "function"; readonly symbol: Symbol }
  | { readonly kind: "library"; readonly signature: Signature }
  /** A value of a function type. */
  | { readonly kind: "value"; readonly type: Type }
  /** A method of an object: the one that its class has; of `super.m()` that of the base. */
  | { readonly kind: "method"; readonly symbol: Symbol; readonly ofBase?: CheckedClass }
  /** `Disk("sda")`; of `super(…)` the making of the base's part. `maker` is the constructor, if there is one. */
  | { readonly kind: "construct"; readonly of: CheckedClass; readonly maker?: Symbol; readonly isBase: boolean }
  /** `UserFault("…")`: a stated class or kind, only after `throw` or as a value. */
  | { readonly kind: "fault"; readonly name: string };

/** What `$(…)` gives in its context. */
export type CaptureWant = "String" | "String?" | "String[]" | "boolean" | "Result" | "Job" | "lines" | "void";

/** What is known of a function (or of a file's top level, under its Script) beyond its type. */
export interface FunctionFacts {
  /** Compiled as async: it can reach a command, a wait or an open loop. */
  readonly waits: boolean;
  /** It reads `$?` itself (language 4) and nothing forbids status style. */
  readonly statusStyle: boolean;
  /** It reads `$?` at all, so that its statuses are kept. */
  readonly readsStatus: boolean;
}

/** Facts of one simple command. */
export interface CommandFacts {
  /** The program's name where the text gives it. */
  readonly name?: string;
  /** The program that is started, where `import command … as` gave it another name. */
  readonly program?: string;
  /** A word (by index) that came from outside and must not start with "-". */
  readonly guarded: ReadonlySet<number>;
  /** Words that are a whole `String[]`. */
  readonly arrays: ReadonlySet<number>;
}

/** A class as the compiler needs it. */
export interface CheckedClass {
  readonly name: string;
  readonly fileIndex: number;
  readonly node: ClassStatement;
  readonly symbol: Symbol;
  readonly type: Type & { readonly kind: "class" };
  readonly base: CheckedClass | undefined;
}

/** What a name, member or index expression refers to beyond plain variables. */
export type Reference =
  | { readonly kind: "symbol"; readonly symbol: Symbol }
  | { readonly kind: "argv" }
  | { readonly kind: "script" }
  | { readonly kind: "script-directory" }
  /** `env.NAME`; `optional`: directly left of `??`, or where a String? is wanted. */
  | { readonly kind: "environment"; readonly name: string; readonly optional: boolean }
  /** `this.used`: a field of an object. */
  | { readonly kind: "field"; readonly symbol: Symbol }
  /** `xs.length`, `result.status`: a property of the library. */
  | { readonly kind: "property"; readonly signature: Signature };

/** What a `when` sees of monitors. */
export interface WhenFacts {
  /** Those that its condition names: a new value of one has it judged. */
  readonly condition: readonly Symbol[];
  /** Those that it names anywhere. */
  readonly all: readonly Symbol[];
}

export interface CheckedProgram {
  readonly files: readonly CheckedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many more there were than are kept. */
  readonly dropped: number;
  /** No diagnostic is an error: the program may be compiled. */
  readonly ok: boolean;
  /** The program was asked for, or asks itself, to be strict (language 4). */
  readonly strict: boolean;
  /** The type of every expression. Where a context converts (int to float), the type after conversion is its parent's concern: numbers are one kind at run time. */
  readonly types: ReadonlyMap<Expression, Type>;
  readonly origins: ReadonlyMap<Expression, OriginSet>;
  readonly secrets: ReadonlySet<Expression>;
  readonly references: ReadonlyMap<Expression, Reference>;
  /** Declarations by their name's node: variables, constants, parameters, functions, catch names, loop variables. */
  readonly symbols: ReadonlyMap<Identifier, Symbol>;
  readonly calls: ReadonlyMap<CallExpression, CallTarget>;
  readonly captures: ReadonlyMap<CaptureExpression, CaptureWant>;
  readonly functions: ReadonlyMap<
    FunctionStatement | ClosureExpression | ClassStatement | Script | TestStatement | MonitorStatement | WhenStatement,
    FunctionFacts
  >;
  /** The monitors that each `when` names, in the order in which it does. */
  readonly whens: ReadonlyMap<WhenStatement, WhenFacts>;
  /** The classes of all files, bases first. */
  readonly classes: readonly CheckedClass[];
  /** The types that `instanceof` and casts name; a type that is the value's own already has no entry. */
  readonly targets: ReadonlyMap<Expression, Type>;
  /** Objects that stand in a text, with the `toString` that prints each. */
  readonly printers: ReadonlyMap<Expression, Symbol>;
  readonly commands: ReadonlyMap<SimpleCommand, CommandFacts>;
  readonly words: ReadonlyMap<Word, OriginSet>;
  /** What stages read on their input, where that is known. */
  readonly inputs: ReadonlyMap<Stage, OriginSet>;
  /** Of words that name files: where that came from which such a file holds, as far as the text tells. */
  readonly holds: ReadonlyMap<Word, OriginSet>;
  /** Of commands that an assertion asks: where their answer comes from. */
  readonly answers: ReadonlyMap<CommandCondition, OriginSet>;
  /** Expressions that convert int to float where they stand, for `show`. */
  readonly widened: ReadonlySet<Expression>;
  /** Commands that the text names, each once a file: looked up ahead of the first statement. */
  readonly named: readonly NamedCommand[];
  /** Command statements whose status the next statement of the block reads: their failures are accepted (language 4). */
  readonly statusRead: ReadonlySet<CommandStatement>;
  /** What a file's `import command` says of programs, under the names that the file uses: rows over the table's, for that file. */
  readonly commandRows: ReadonlyMap<number, readonly UserRow[]>;
  /** Values of constants that `defines` replaced, read by the constants' types (Duration in milliseconds, Size in bytes). */
  readonly definedValues: ReadonlyMap<string, unknown>;
  readonly imports: ReadonlyMap<ImportStatement, number>;
  /** The goals that are named, by what names them. */
  readonly served: ReadonlyMap<GoalReference, ServedGoal>;
  /** What the D-Case states: of the type of the expression, Duration in milliseconds, Size in bytes. */
  readonly contextValues: ReadonlyMap<ContextValueExpression, ContextConstant>;
  /** Where they come from, each once. */
  readonly stated: readonly StatedConstant[];
}
