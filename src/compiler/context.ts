/** What every emitter is handed: the program at hand, and where in it the emitted text will stand. */

import type { CheckedClass, CheckedProgram, Symbol as ScriptSymbol } from "../checker/index.ts";
import type { ClassOf, Policy, RuntimeName, SiteArgument, Type } from "../records/index.ts";
import type { Expression, FunctionStatement, Identifier, NodeBase, Statement } from "../syntax/index.ts";
import type { Coverage } from "./coverage.ts";
import type { Names } from "./names.ts";
import type { Prelude } from "./prelude.ts";
import type { Sites } from "./sites.ts";
import type { Marks } from "./source-map.ts";

/** The tables of all constructs, handed down so that no construct imports another. */
export interface Emit {
  /** Whole lines of JavaScript, indented, each with its newline. */
  statement(scope: Scope, node: Statement): string;
  /** A JavaScript expression that can stand as an argument: it binds tighter than a comma. */
  expression(scope: Scope, node: Expression): string;
  /** The top level of an imported file, the first time that it is asked for. */
  file(scope: Scope, index: number): string;
}

/** One compilation. */
export interface Unit {
  readonly program: CheckedProgram;
  readonly emit: Emit;
  readonly names: Names;
  readonly sites: Sites;
  readonly prelude: Prelude;
  readonly marks: Marks;
  /** Variables and parameters, by declaration, that something assigns to after it; with the nodes that do. */
  readonly assigned: ReadonlyMap<Identifier, readonly Expression[]>;
  /** Variables that their JavaScript function declares at its head, where more than their own block sees them. */
  readonly hoisted: Set<ScriptSymbol>;
  /** The classes by what their types refer to. */
  readonly classes: ReadonlyMap<ClassOf, CheckedClass>;
  /** Those whose making runs something, with the constructor whose parameters it has. */
  readonly makers: ReadonlyMap<ClassOf, FunctionStatement | undefined>;
  /** Names that more than one class has. */
  readonly sharedNames: ReadonlySet<string>;
  /** The script's last statement, if it is a call that gives the exit code (language 4). */
  readonly last: Statement | undefined;
  /** Compiled for `dscript test`. */
  readonly tests: boolean;
  /** Where what is run is counted. */
  readonly coverage: Coverage | undefined;
}

/** The JavaScript function that is being emitted: what has to be declared at its top. */
export interface Frame {
  /** How many names the functions around it have: an inner one takes none of those. */
  readonly first: number;
  readonly temporaries: string[];
}

/** How a `return`, `break` or `continue` leaves: as it stands, or across a JavaScript function that the script does not see. */
export type Exit = "plain" | "leave" | Crossing | Labelled;

/** A loop that is emitted as two: `break` has to name the outer one. */
export interface Labelled {
  readonly label: string;
  used: boolean;
}

/** A construct whose body is a JavaScript function: what the body wants done is kept in `code`, and done after it. */
export interface Crossing {
  readonly code: string;
  readonly value: string;
  readonly used: Set<"return" | "value" | "break" | "continue">;
}

export interface Scope {
  readonly unit: Unit;
  readonly file: number;
  /** The function's name for sites; "main" at the top level. */
  readonly function: string;
  /** The function's symbol; undefined at a file's top level. */
  readonly symbol: ScriptSymbol | undefined;
  readonly waits: boolean;
  /** The JavaScript variable that keeps `$?`, where the function reads it. */
  readonly status: string | null;
  /** What an unaccepted failure does here: raise, or report in status style (language 4). */
  readonly style: Policy;
  /** What one does in the statement at hand: `style`, or accept where the next statement reads `$?`. */
  readonly policy: Policy;
  /** In a word of a command whose failure is accepted or reported: a failing `$(…)` there keeps the command from starting. */
  readonly inWord: boolean;
  readonly frame: Frame;
  /** The JavaScript variable that lists what the block at hand defers. */
  readonly deferred: string | null;
  /** Inside of a loop of bare computing: checks of arithmetic stand in place. */
  readonly hot: boolean;
  readonly exits: { readonly return: Exit; readonly break: Exit; readonly continue: Exit };
  readonly depth: number;
}

/** One line at the scope's depth. */
export function line(scope: Scope, text: string): string {
  return `${"  ".repeat(scope.depth)}${text}\n`;
}

/** One line that begins what a node of the script does. */
export function markedLine(scope: Scope, node: NodeBase, text: string): string {
  return line(scope, at(scope, node) + text);
}

export function deeper(scope: Scope): Scope {
  return { ...scope, depth: scope.depth + 1 };
}

/** The mark of a node: what is emitted next comes from there. */
export function at(scope: Scope, node: NodeBase, name?: string): string {
  return scope.unit.marks.make(scope.file, node.start, name);
}

/** A runtime function's name, which the code's head will declare. */
export function use(scope: Scope, name: RuntimeName): string {
  return scope.unit.prelude.runtime(name);
}

/** A variable of the JavaScript function at hand, used nowhere else. */
export function temporary(scope: Scope): string {
  const name = `$${scope.frame.first + scope.frame.temporaries.length + 1}`;
  scope.frame.temporaries.push(name);
  return name;
}

/** The frame of a JavaScript function within the one at hand. */
export function innerFrame(scope: Scope): Frame {
  return { first: scope.frame.first + scope.frame.temporaries.length, temporaries: [] };
}

/** The line that declares a JavaScript function's temporaries: emitted after its body is known. */
export function declareTemporaries(scope: Scope): string {
  const { temporaries } = scope.frame;
  return temporaries.length === 0 ? "" : line(scope, `let ${temporaries.join(", ")};`);
}

export function expression(scope: Scope, node: Expression): string {
  return scope.unit.emit.expression(scope, node);
}

/** A `$(…)` that is a statement's whole value has its status looked at by the next one; any other has nobody who looks. */
export function valueScope(scope: Scope, value: Expression): Scope {
  return value.kind === "capture" || scope.policy === scope.style ? scope : { ...scope, policy: scope.style };
}

export function statement(scope: Scope, node: Statement): string {
  return scope.unit.emit.statement(scope, node);
}

const unknown: Type = { kind: "unknown" };

export function typeOf(scope: Scope, node: Expression): Type {
  return scope.unit.program.types.get(node) ?? unknown;
}

/** The site of a node that can fail, with what a fault there shows as its arguments. */
export function site(scope: Scope, node: NodeBase, api = "", list: readonly SiteArgument[] = []): number {
  return scope.unit.sites.index({ file: scope.file, node, function: scope.function, api, arguments: list });
}
