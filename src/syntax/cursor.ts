/** The state of one run over a source: where it stands, what is open around it, which names it knows. */

import { placeOf, type SourceFile } from "../text/index.ts";
import { dollar, isNamePart, isNameStart } from "./characters.ts";
import { Findings } from "./findings.ts";
import type { CommandHead, PendingText, Reading, TypeWord } from "./reading.ts";
import type { Expression, Identifier, NodeBase } from "./tree.ts";

/** How deep blocks, parentheses and substitutions nest; deeper is DS1014. */
const maxNesting = 250;

/** The levels of statements and expressions that this takes: the outermost statement and its value are two more. */
export const maxDepth = maxNesting + 2;

/** Operators in a row, with what they hold; longer is DS1015. */
export const maxChain = 800;

/** A bracket that waits for its closer. */
interface Opener {
  readonly closer: number;
  readonly at: number;
}

export class Cursor extends Findings {
  /** Within brackets a newline is blank space (language 1). */
  newlinesAreBlank = false;
  /** In `assert(cmd, "why")` a comma ahead of a string ends the command. */
  commaEnds = false;
  /** Something was not as expected: quiet until the statement's end is found. */
  panic = false;
  depth = 0;
  /** The height of the highest expression since this was last set to 0. */
  height = 0;
  /** A chain was too long in this statement: once is enough. */
  saidTooLong = false;
  /** The nesting limit was hit: what is still open at the end is no news. */
  gaveUp = false;
  /** The line where that was said last. */
  tooDeepLine = 0;
  /** Where the last block ended: a statement needs no separator there. */
  blockEnd = -1;
  /** Where the last statement of code that may have an operator of commands behind it stands. */
  codeStart = -1;
  codeEnd = -1;
  /** The end of the code of which it was said that an operator of commands follows it. */
  saidBehind = -1;
  /** Where an expression stands as a statement. */
  aloneAt = -1;
  /** Behind the last `&` that ended a statement. */
  backgroundEnd = -1;
  openers: Opener[] = [];
  pending: PendingText[] = [];
  /** From a newline to the end of the here-documents that follow it. */
  readonly skips = new Map<number, number>();
  /** The last stretch of blank space that was skipped, by where it began. */
  gapFrom = -1;
  gapTo = -1;
  gapOverLines = false;
  /** Where looking for a closer failed last, so that nobody looks again from there. */
  lostAt = -1;
  /** How many characters may still be read to find closers: broken files stay cheap. */
  searchesLeft = 4_000_000;
  readonly declared = new Map<string, Identifier>();
  /** Expressions that stand in parentheses of their own. */
  readonly parenthesized = new Set<Expression>();
  /** Those of the declared names that only a refused form declares. */
  readonly presumed = new Set<string>();
  readonly importedCommands = new Set<string>();
  readonly heads: CommandHead[] = [];
  /** Names whose own values are being read: `String date = $(date +%F)` runs the program. */
  readonly declaring: string[] = [];
  /** What should end with its line in the next reading. */
  readonly cuts = new Set<number>();
  /** Behind a text that ended with its line. */
  cutEnd = -1;
  /** The last bracket of which it was said that nothing closes it. */
  unclosedAt = -1;
  /** The last string that goes over a line's end, */
  longString: NodeBase | undefined;
  /** the first one, */
  firstLongString: NodeBase | undefined;
  /** and the first behind which a word goes on: where a quote is missing, it is often there. */
  oddString: NodeBase | undefined;
  /** A string that nothing closes, if there was one. */
  unclosedString: NodeBase | undefined;
  /** The first block whose `}` stands further left than its `{`: perhaps another `}` is missing ahead of it. */
  slantedBlock: NodeBase | undefined;
  /** How many functions of the shells are open: their `$1` and `local` are no news. */
  foreign = 0;
  /** Behind the last of the shells' parameters that was refused. */
  parameterEnd = -1;
  /** Behind something that a command cannot hold, and that is reported. */
  refusedAt = -1;
  /** The holes of the template that is being read: names with a `$`. */
  holes: ReadonlySet<string> | undefined;
  /** Names that were asked for and not known (yet). */
  readonly missed = new Set<string>();
  /** The same for types. */
  readonly types = new Map<string, TypeWord>();
  readonly missedTypes = new Set<string>();
  /** How many classes are open: within one, `this` and `super` are known. */
  classDepth = 0;
  #nameFrom = -1;
  #nameTo = -1;
  readonly #reading: Reading;

  constructor(source: SourceFile, reading: Reading) {
    super(source);
    this.#reading = reading;
  }

  /** The character code at an offset, -1 at the end. */
  code(at: number): number {
    return at < this.end ? this.text.charCodeAt(at) : -1;
  }

  startsWith(text: string, at: number): boolean {
    return at + text.length <= this.end && this.text.startsWith(text, at);
  }

  /** Whether a whole word stands at an offset, and not the beginning of a longer one. */
  isWordAt(word: string, at: number): boolean {
    return this.startsWith(word, at) && this.nameEnd(at) === at + word.length;
  }

  /** The end of the name that starts at `at`; `at` itself where none does. */
  nameEnd(at: number): number {
    if (!isNameStart(this.code(at))) return this.holes === undefined ? at : this.#holeEnd(this.holes, at);
    if (this.#nameFrom === at) return this.#nameTo;
    let to = at + 1;
    while (isNamePart(this.code(to))) to += 1;
    this.#nameFrom = at;
    this.#nameTo = to;
    return to;
  }

  #holeEnd(holes: ReadonlySet<string>, at: number): number {
    if (this.code(at) !== dollar || !isNameStart(this.code(at + 1))) return at;
    let to = at + 2;
    while (isNamePart(this.code(to))) to += 1;
    return holes.has(this.text.slice(at + 1, to)) ? to : at;
  }

  /** Matches a sticky expression at `at`, within the end. */
  match(pattern: RegExp, at: number): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(this.text);
    return found === null || at + found[0].length > this.end ? undefined : found;
  }

  /** Whether the file declares a name, as far as is known in this pass. */
  knows(name: string): boolean {
    if (this.declared.has(name) || this.#reading.names.has(name)) return true;
    if (this.classDepth > 0 && (name === "this" || name === "super")) return true;
    if (name.startsWith("$")) return true;
    this.missed.add(name);
    return false;
  }

  /** Whether a name is a class's or an imported file's, as far as is known in this pass. */
  typeWord(name: string): TypeWord | undefined {
    const known = this.types.get(name) ?? this.#reading.types.get(name);
    if (known === undefined) this.missedTypes.add(name);
    return known;
  }

  /** The names of classes, or of imported files, that are known in this pass. */
  typeWords(wanted: TypeWord): readonly string[] {
    const all = new Map([...this.#reading.types, ...this.types]);
    return [...all].filter(([, word]) => word === wanted).map(([name]) => name);
  }

  /** Whether what begins here ends with its line. */
  isCut(at: number): boolean {
    return this.#reading.cuts.has(at);
  }

  declare(name: Identifier, type?: TypeWord): void {
    if (type !== undefined && name.name !== "") this.types.set(name.name, type);
    if (name.name === "" || (this.declared.has(name.name) && !this.presumed.has(name.name))) return;
    this.declared.set(name.name, name);
    this.presumed.delete(name.name);
  }

  /** A name that a refused form declares in another language: its uses are no mistakes of their own. */
  presume(start: number, end: number): void {
    const name = this.text.slice(start, end);
    if (this.declared.has(name)) return;
    this.declared.set(name, { kind: "identifier", name, start, end });
    this.presumed.add(name);
  }

  /** Where a sticky expression's match ends; -1 where there is none. Cheaper than `match`. */
  matchEnd(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    return pattern.test(this.text) && pattern.lastIndex <= this.end ? pattern.lastIndex : -1;
  }

  /** Forgets what is known of stretches of text: `end` has moved. */
  forget(): void {
    this.gapFrom = -1;
    this.#nameFrom = -1;
  }

  /** Goes one level down; false (and said so) where that is too deep. */
  enter(): boolean {
    if (this.depth >= maxDepth) {
      if (!this.panic && !this.isTooDeepAt(this.at)) {
        this.tooDeepLine = placeOf(this.source, this.at).line;
        this.report("DS1014", this.at, this.at + 1, { limit: maxNesting });
      }
      this.gaveUp = true;
      this.lose(this.at);
      return false;
    }
    this.depth += 1;
    return true;
  }

  /** Whether the nesting limit was hit in the line of an offset: what else is wrong there is no news. */
  isTooDeepAt(at: number): boolean {
    return this.gaveUp && placeOf(this.source, Math.min(at, this.text.length)).line === this.tooDeepLine;
  }

  leave(): void {
    this.depth -= 1;
  }

  open(closer: number, at: number): void {
    this.openers.push({ closer, at });
  }

  shut(): void {
    this.openers.pop();
  }

  /** Whether something around here waits for this closer. */
  isOpen(closer: number): boolean {
    return this.openers.some((opener) => opener.closer === closer);
  }
}
