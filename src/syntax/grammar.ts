/** The grammar as a table: the rows of each construct, and the door through which core and packages add them. */

import { nearest } from "../diagnostics/index.ts";
import type { Cursor } from "./cursor.ts";
import type { Mention } from "./findings.ts";
import type { Precedence } from "./precedences.ts";
import type {
  BlockStatement,
  CommandList,
  CommandStatement,
  Condition,
  ExpansionBudget,
  Expression,
  ExpressionKind,
  Identifier,
  ImportedWords,
  ImportStatement,
  NodeBase,
  Prefix,
  Statement,
  StatementKind,
  SyntaxExtension,
  TypeNode,
  Word,
} from "./tree.ts";

/** Runs what may not end, and throws where it takes too long: the engine has the means. */
export type Within = <T>(run: () => T) => T;

/** What a row may ask of the parser: each call leaves the position behind the last token that it took. */
export interface Parser extends Cursor {
  readonly grammar: Grammar;
  readonly within: Within;
  /** The offset of the next token; newlines are skipped only where they are blank space. */
  look(): number;
  /** The offset of the next token, over newlines. */
  lookLines(): number;
  /** Goes over the newline at `at`, and over the here-documents behind it; gives the offset behind them. */
  passNewline(at: number): number;
  /** Takes `text` if it comes next. */
  take(text: string): boolean;
  /** Takes the name `word` if it comes next as a whole word. */
  takeWord(word: string): boolean;
  /** Takes `text`, or says what was found instead. */
  expect(text: string): boolean;
  /** Says that something else was expected at `at`, once a statement; within the bracket at `openedAt`, if one matters. */
  fail(at: number, expected: string, fix?: string, openedAt?: number): void;
  /** Says the same, where reading goes on as if it stood there. */
  mention(at: number, expected: string, more?: Mention): void;
  /** Takes the closer of the bracket at `openedAt`; looks for it where something else comes first. */
  close(closer: number, openedAt: number, expected?: string): void;
  name(what: string, fix?: string): Identifier;
  type(): TypeNode;
  expression(precedence?: Precedence): Expression;
  condition(): Condition;
  statement(): Statement;
  /** Statements up to `closer` (a character code; -1: the end), which is not taken. */
  statements(closer: number, stop?: (at: number) => boolean): Statement[];
  block(): BlockStatement;
  /** A block, or one statement: the body of `if` and of loops. */
  body(): Statement;
  /** A list of pipelines; `overLines`: `&&` and `||` may also stand at the start of the next line. */
  commandList(overLines?: boolean): CommandList;
  commandStatement(): CommandStatement;
  word(options?: WordOptions): Word | undefined;
  /** Adds syntax to what follows in this file. */
  extend(words: ImportedWords, at: NodeBase): void;
  /** What an import brings; nothing where imports are not followed. */
  imported(node: ImportStatement): ImportedWords;
  /** Whether an expression or a literal of somebody's own syntax stands there. */
  ownOperandAt(at: number): boolean;
  /** The file declares a syntax: for what follows, and for its importers unless its name is private. */
  declareSyntax(syntax: SyntaxExtension, at: NodeBase): void;
  /** Inside of a template: uses of syntax stand for nothing yet. */
  readonly isTemplate: boolean;
  readonly expansions: ExpansionBudget;
  /** A number that no other expansion of the file has. */
  nextSerial(): number;
  /** Runs `read` where the holes of a syntax's template are names. */
  withHoles<T>(holes: ReadonlySet<string>, rows: readonly GrammarRow[], read: () => T): T;
}

export interface WordOptions {
  /** Glob characters are plain text: in assignments and here-strings. */
  readonly plain?: boolean;
}

interface Row {
  /** How the construct is written, for messages and the manual. */
  readonly form: string;
}

/** A statement. With `words` it is tried where one of them stands first; without, where no word's row fits. */
export interface StatementRow<K extends StatementKind = StatementKind> extends Row {
  readonly role: "statement";
  readonly kind: K;
  readonly words?: readonly string[];
  /** Whether the text has the construct's shape; `after` is behind the word, or the statement's start. */
  readonly shape?: (parser: Parser, after: number) => boolean;
  readonly parse: (parser: Parser) => Statement;
}

/** Something that stands where an operand may, found by its first character. */
export interface OperandRow<K extends ExpressionKind = ExpressionKind> extends Row {
  readonly role: "operand";
  readonly kind: K;
  /** Every character that can come first. */
  readonly opens: string;
  readonly shape?: (parser: Parser) => boolean;
  readonly parse: (parser: Parser) => Expression;
}

/** A number with a unit behind it: `10s`, `512KiB`. */
export interface UnitRow<K extends ExpressionKind = ExpressionKind> extends Row {
  readonly role: "unit";
  readonly kind: K;
  readonly units: Readonly<Record<string, number>>;
  readonly build: (span: NodeBase, value: number) => Expression;
}

export interface PrefixRow<K extends ExpressionKind = ExpressionKind> extends Row {
  readonly role: "prefix";
  readonly kind: K;
  readonly operator: string;
  readonly build: (parser: Parser, start: number, operand: Expression) => Expression;
}

export interface InfixRow<K extends ExpressionKind = ExpressionKind> extends Row {
  readonly role: "infix";
  readonly kind: K;
  readonly operator: string;
  readonly precedence: Precedence;
  readonly rightToLeft?: true;
  /** Reads what stands behind the operator, where that is no value; `build` is not asked then. */
  readonly rest?: (parser: Parser, left: Expression) => Expression;
  readonly build: (parser: Parser, left: Expression, operator: NodeBase, right: Expression) => Expression;
}

/** What follows an operand directly: a call, an index, a member, `++`. */
export interface PostfixRow<K extends ExpressionKind = ExpressionKind> extends Row {
  readonly role: "postfix";
  readonly kind: K;
  readonly opens: string;
  /** It may also stand on the next line, ahead of everything else there: `.trim()`. */
  readonly continues?: true;
  readonly parse: (parser: Parser, left: Expression) => Expression;
}

export type ExpressionRow<K extends ExpressionKind = ExpressionKind> =
  | OperandRow<K>
  | UnitRow<K>
  | PrefixRow<K>
  | InfixRow<K>
  | PostfixRow<K>;

/** A word ahead of a command that changes how it runs: `timeout 10s`. */
export interface CommandPrefixRow extends Row {
  readonly role: "command-prefix";
  readonly word: string;
  readonly shape?: (parser: Parser, after: number) => boolean;
  /** At the word; undefined where it was wrong, and said so. */
  readonly parse: (parser: Parser) => Prefix | undefined;
}

export type GrammarRow = StatementRow | ExpressionRow | CommandPrefixRow;

/** The rows of statements by their words. */
export type WordTable = Pick<ReadonlyMap<string, readonly StatementRow[]>, "get" | "has" | "keys">;

/** The rows with the words that type names and built-in objects have, ready to be asked. */
export interface Grammar {
  readonly rows: readonly GrammarRow[];
  /** Names of types: `T name` is a declaration (language 2). A name that ends in "Fault" is one too. */
  readonly types: ReadonlySet<string>;
  /** Built-in objects: `NAME.` and `NAME[` start code. */
  readonly objects: ReadonlySet<string>;
  /** Built-in values: as objects, and a condition may start with one. */
  readonly values: ReadonlySet<string>;
  readonly worded: WordTable;
  readonly wordless: readonly StatementRow[];
  /** By the code of the first character. */
  readonly operands: readonly (readonly OperandRow[])[];
  readonly prefixes: readonly (readonly PrefixRow[])[];
  readonly infixes: readonly (readonly InfixRow[])[];
  readonly postfixes: readonly (readonly PostfixRow[])[];
  readonly units: ReadonlyMap<string, UnitRow>;
  readonly commandPrefixes: ReadonlyMap<string, CommandPrefixRow>;
}

/** The statement word that a misspelt one is meant to be, with its form; the word itself where its shape is wrong. */
export function meantStatement(
  grammar: Grammar,
  word: string,
): { readonly word: string; readonly form: string } | undefined {
  const meant = grammar.worded.has(word) ? word : nearest(word, grammar.worded.keys());
  const row = meant === undefined ? undefined : grammar.worded.get(meant)?.[0];
  return meant === undefined || row === undefined ? undefined : { word: meant, form: row.form };
}

/** Declares a statement's row. */
export function defineStatement<K extends StatementKind>(row: Omit<StatementRow<K>, "role">): StatementRow<K> {
  return { ...row, role: "statement" };
}

/** Declares a row of an expression: an operand, a unit, or an operator. */
export function defineExpression<R extends ExpressionRow>(row: R): R {
  return row;
}

/** Declares a word that stands ahead of commands. */
export function defineCommandPrefix(row: Omit<CommandPrefixRow, "role">): CommandPrefixRow {
  return { ...row, role: "command-prefix" };
}

/** The words of a grammar that are no rows. */
export type GrammarWords = Pick<Grammar, "types" | "objects" | "values">;
