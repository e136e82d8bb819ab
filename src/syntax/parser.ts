/** A parser in progress: the cursor, joined with the parts of the grammar that call each other. */

import type { SourceFile } from "../text/index.ts";
import { takeCloser } from "./closers.ts";
import { parseList } from "./commands/list.ts";
import { parseWord } from "./commands/words.ts";
import { parseCondition } from "./conditions.ts";
import { Cursor } from "./cursor.ts";
import { parseExpression } from "./expressions.ts";
import { extendGrammar } from "./extend-grammar.ts";
import { rowOf } from "./extensions/rows.ts";
import type { Mention } from "./findings.ts";
import { describeFound, openerOf, quoteFix } from "./found.ts";
import type { Grammar, GrammarRow, Parser, Within, WordOptions } from "./grammar.ts";
import { parseName } from "./names.ts";
import type { Precedence } from "./precedences.ts";
import type { Reading } from "./reading.ts";
import { readPending } from "./scan/heredocs.ts";
import { skipTrivia } from "./scan/trivia.ts";
import { parseCommandStatement } from "./statements/command.ts";
import { parseBlock, parseBody, parseStatement, parseStatements } from "./statements.ts";
import type {
  BlockStatement,
  CommandList,
  CommandStatement,
  Condition,
  ExpansionBudget,
  Expression,
  Identifier,
  ImportedWords,
  ImportStatement,
  NodeBase,
  Statement,
  SyntaxExtension,
  TypeNode,
  Word,
} from "./tree.ts";
import { parseType } from "./types.ts";

const noWords: ImportedWords = { syntaxes: [], types: [] };

/** Whether an operator stands ahead of its one value. */
function isPrefix(syntax: SyntaxExtension): boolean {
  return syntax.role === "operator" && syntax.form[0]?.kind !== "hole";
}

/** What an import brings to the grammar. */
export type Imports = (node: ImportStatement) => ImportedWords;

export class ScriptParser extends Cursor implements Parser {
  grammar: Grammar;
  isTemplate = false;
  readonly expansions: ExpansionBudget = { nodes: 0, depth: 0, isFull: false };
  /** What the file declares for its importers. */
  readonly syntaxes: SyntaxExtension[] = [];
  readonly #imports: Imports;
  /** The syntax that counts here, by role and word. */
  readonly #known = new Map<string, SyntaxExtension>();
  readonly within: Within;
  #hasOperands = false;
  #serial = 0;

  constructor(
    source: SourceFile,
    grammar: Grammar,
    reading: Reading,
    imports: Imports = () => noWords,
    within: Within = (run) => run(),
  ) {
    super(source, reading);
    this.grammar = grammar;
    this.#imports = imports;
    this.within = within;
  }

  imported(node: ImportStatement): ImportedWords {
    // An import within a block is a mistake, which the check tells.
    return this.depth === 1 ? this.#imports(node) : noWords;
  }

  extend({ syntaxes, types }: ImportedWords, at: NodeBase): void {
    const fresh = syntaxes.filter((syntax) => this.#isNew(syntax, at));
    if (fresh.some(({ role }) => role === "expression" || role === "literal")) this.#hasOperands = true;
    if (fresh.length > 0 || types.length > 0) this.grammar = extendGrammar(this.grammar, fresh.map(rowOf), types);
  }

  /** Of two of a word the first counts, and the second is told of. */
  #isNew(syntax: SyntaxExtension, { start, end }: NodeBase): boolean {
    if (syntax.role === "literal") return true;
    const key = `${syntax.role === "operator" ? "operator" : "word"} ${syntax.word} ${isPrefix(syntax)}`;
    const known = this.#known.get(key);
    if (known === undefined) {
      this.#known.set(key, syntax);
      return true;
    }
    if (known.home !== syntax.home || syntax.home === this.source.name)
      this.report("DS1303", start, end, { name: syntax.word, first: known.home, second: syntax.home });
    return false;
  }

  ownOperandAt(at: number): boolean {
    if (!this.#hasOperands) return false;
    const before = this.at;
    this.at = at;
    const rows = this.grammar.operands[this.code(at)] ?? [];
    const found = rows.some((row) => row.kind === "extension-expression" && row.shape?.(this) === true);
    this.at = before;
    return found;
  }

  declareSyntax(syntax: SyntaxExtension, at: NodeBase): void {
    this.extend({ syntaxes: [syntax], types: [] }, at);
    if (!syntax.word.startsWith("_")) this.syntaxes.push(syntax);
  }

  nextSerial(): number {
    this.#serial += 1;
    return this.#serial;
  }

  withHoles<T>(holes: ReadonlySet<string>, rows: readonly GrammarRow[], read: () => T): T {
    const before = { grammar: this.grammar, declared: new Map(this.declared) };
    this.grammar = extendGrammar(this.grammar, rows);
    this.holes = holes;
    this.isTemplate = true;
    const value = read();
    this.isTemplate = false;
    this.holes = undefined;
    this.grammar = before.grammar;
    // What a template declares is its own.
    for (const name of this.declared.keys()) if (!before.declared.has(name)) this.declared.delete(name);
    return value;
  }

  look(): number {
    return skipTrivia(this, this.at, this.newlinesAreBlank);
  }

  lookLines(): number {
    return skipTrivia(this, this.at, true);
  }

  passNewline(at: number): number {
    const known = this.skips.get(at);
    if (known !== undefined) return known;
    return this.pending.length === 0 ? at + 1 : readPending(this, at);
  }

  take(text: string): boolean {
    const at = this.look();
    if (!this.startsWith(text, at)) return false;
    this.at = at + text.length;
    return true;
  }

  takeWord(word: string): boolean {
    const at = this.look();
    if (!this.isWordAt(word, at)) return false;
    this.at = at + word.length;
    return true;
  }

  expect(text: string): boolean {
    if (this.panic) return false;
    if (this.take(text)) return true;
    this.fail(this.look(), `\`${text}\``);
    return false;
  }

  fail(at: number, expected: string, fix?: string, openedAt?: number): void {
    if (this.panic) return;
    this.panic = true;
    if ((this.gaveUp && at >= this.end) || this.isTooDeepAt(at) || this.at === this.cutEnd) return;
    // What stands directly behind a string that goes over lines is rather the text of another one.
    if (this.longString?.end === this.at) this.cuts.add(this.longString.start);
    const { found, length } = describeFound(this, at);
    const fixed = fix ?? quoteFix(this, at);
    this.report("DS1001", at, at + length, { found, expected, fix: fixed }, openerOf(this, at, openedAt));
    this.lose(at);
  }

  mention(at: number, expected: string, more: Mention = {}): void {
    const { found, length } =
      more.length === undefined
        ? describeFound(this, at)
        : { found: `\`${this.text.slice(at, at + more.length)}\``, length: more.length };
    this.report("DS1001", at, at + length, { found, expected, fix: more.fix }, openerOf(this, at, more.openedAt));
  }

  close(closer: number, openedAt: number, expected?: string): void {
    takeCloser(this, closer, openedAt, expected);
  }

  name(what: string, fix?: string): Identifier {
    return parseName(this, what, fix);
  }

  type(): TypeNode {
    return parseType(this);
  }

  expression(precedence: Precedence = "assignment"): Expression {
    return parseExpression(this, precedence);
  }

  condition(): Condition {
    return parseCondition(this);
  }

  statement(): Statement {
    return parseStatement(this);
  }

  statements(closer: number, stop?: (at: number) => boolean): Statement[] {
    return parseStatements(this, closer, stop);
  }

  block(): BlockStatement {
    return parseBlock(this);
  }

  body(): Statement {
    return parseBody(this);
  }

  commandList(overLines = false): CommandList {
    return parseList(this, overLines);
  }

  commandStatement(): CommandStatement {
    return parseCommandStatement(this);
  }

  word(options: WordOptions = {}): Word | undefined {
    return parseWord(this, options);
  }
}
