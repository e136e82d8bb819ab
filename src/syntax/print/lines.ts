/** A printed script in the making: lines, indentation, and what the author's own text keeps: spellings, comments, line breaks. */

import type { Expression, NodeBase } from "../tree.ts";
import { breaksIn, type Comment, commentsBetween, lineEnd } from "./comments.ts";

const step = "  ";

/** A here-document that waits for the end of its line. */
interface WaitingText {
  readonly text: string;
  /** Behind it in the author's text. */
  readonly end: number;
}

/** What is printed from: the author's text, where there is one. */
export interface PrintSource {
  readonly text: string;
  readonly parenthesized: ReadonlySet<Expression>;
}

export class Lines {
  readonly source: PrintSource | undefined;
  /** What is printed; a blank at its end is kept back until something follows it in its line. */
  #text = "";
  #last = "";
  #hasBlank = false;
  readonly #waiting: WaitingText[] = [];
  #indent = 0;
  /** Of this line alone. */
  #hang = 0;
  #atLineStart = true;
  #lastIsBlank = true;
  /** Up to where the author's text has been printed. */
  #cursor = 0;

  constructor(source?: PrintSource) {
    this.source = source;
  }

  get atLineStart(): boolean {
    return this.#atLineStart;
  }

  get hasWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** All that was printed. */
  result(): string {
    return this.#text;
  }

  /** Text of ours: a word of the language, punctuation. */
  write(text: string): void {
    if (text === "") return;
    if (this.#atLineStart) this.#text += step.repeat(this.#indent + this.#hang);
    this.#atLineStart = false;
    this.#hang = 0;
    if (this.#hasBlank) this.#text += " ";
    this.#hasBlank = text === " ";
    this.#last = text;
    if (!this.#hasBlank) this.#text += text;
    this.#lastIsBlank = text.endsWith(" ");
  }

  /** Text of ours behind which no comment has a blank: `[ ` is a program, and `! ` stands ahead of one. */
  open(text: string): void {
    this.write(text);
    this.#lastIsBlank = true;
  }

  /** A blank, unless one stands here, a bracket opens or the line begins. */
  space(): void {
    if (this.#atLineStart || this.#lastIsBlank) return;
    this.#hasBlank = true;
    this.#last = " ";
    this.#lastIsBlank = true;
  }

  /** A token that stands in the author's text: spelled as there, else as given. The comments ahead of it come first. */
  leaf(span: NodeBase, text: string): void {
    this.comments(span.start);
    this.write(this.source === undefined ? text : this.source.text.slice(span.start, span.end));
    this.passed(span.end);
  }

  /** The author's text is printed up to here. */
  passed(end: number): void {
    if (end > this.#cursor) this.#cursor = end;
  }

  /** Ends the line; here-documents that it names follow. `hang`: the next line goes on with this one. */
  line(hang = 0): void {
    this.#hasBlank = false;
    this.#text += "\n";
    this.#last = "\n";
    this.#atLineStart = true;
    this.#lastIsBlank = true;
    this.#hang = hang;
    for (const { text, end } of this.#waiting.splice(0)) {
      this.#text += text;
      this.passed(end);
    }
  }

  indented(print: () => void): void {
    this.#indent += 1;
    print();
    this.#indent -= 1;
  }

  /** A here-document's text with the line that ends it. */
  textFollows(text: string, end: number): void {
    this.#waiting.push({ text, end });
  }

  /** Whether the author has a line break between the last printed token and `to`. */
  breaksBefore(to: number): boolean {
    return this.source !== undefined && breaksIn(this.source.text, this.#cursor, to) > 0;
  }

  /** Whether the author joins the next line to this one there, with a backslash. */
  joinsLine(to: number): boolean {
    return this.source?.text.slice(this.#cursor, to).includes("\\\n") === true;
  }

  /** Behind an operator or a comma: the author's line break, or a blank. */
  goOver(next: number): void {
    if (!this.breaksBefore(next)) return this.write(" ");
    this.trailing(next);
    this.line(1);
  }

  /** Whether this was printed last. */
  endsWith(text: string): boolean {
    return this.#last === text;
  }

  /** Whether the author wrote a stretch in one line, without comments. */
  isOneLine(span: NodeBase): boolean {
    if (this.source === undefined) return false;
    const { text } = this.source;
    return breaksIn(text, span.start, span.end) === 0;
  }

  /**
   * A word that goes on with what was printed last, `else`: in its line, or in one of its own where a comment ends that one
   * or `isApart` asks for it. It stands ahead of `to`.
   */
  goOn(word: string, to: number, isApart = false): void {
    const at = this.#positionOf(word, to);
    if (isApart || this.hasLineComment(at)) {
      this.trailing(at);
      this.line();
      this.leading(at, true);
    } else this.comments(at);
    this.space();
    this.write(word);
    this.passed(at + word.length);
  }

  /** Whether a word stands ahead of `to`, outside of comments. */
  finds(word: string, to: number): boolean {
    return this.source !== undefined && this.#positionOf(word, to) < to;
  }

  /** Where a word stands ahead of `to`, outside of comments. */
  #positionOf(word: string, to: number): number {
    if (this.source === undefined) return 0;
    const comments = this.#commentsTo(to);
    for (let at = this.#cursor; ; at += 1) {
      at = this.source.text.indexOf(word, at);
      if (at === -1 || at >= to) return to;
      if (!comments.some(({ start, end }) => at >= start && at < end)) return at;
    }
  }

  /** Whether a comment ahead of `to` ends its line. */
  hasLineComment(to: number): boolean {
    return this.#commentsTo(to).some(({ isLine }) => isLine);
  }

  /** The comments up to `to`, within a statement: each goes on in its line, or in the next where it ends that. */
  comments(to: number): void {
    for (const comment of this.#commentsTo(to)) {
      if (this.#atLineStart && comment.isLine && this.#hang === 0) this.#hang = 1;
      this.space();
      this.write(comment.text);
      if (comment.isLine) this.line(1);
      else this.space();
      this.passed(comment.end);
    }
  }

  /** The comments ahead of `to` that stand in the line of what was printed last; behind a command only those that are none of its words. */
  trailing(to: number, isBehindCommand = false): void {
    for (const comment of this.#commentsTo(to)) {
      if (comment.breaks > 0 || (isBehindCommand && !comment.text.startsWith("#"))) return;
      this.space();
      this.write(comment.text);
      this.passed(comment.end);
      if (comment.isLine) return;
    }
  }

  /**
   * At the start of a line: the comments ahead of `to` in lines of their own, and one empty line where the author has some;
   * none ahead of a closer.
   */
  leading(to: number, isFirst: boolean, isCloser = false): void {
    let first = isFirst;
    for (const comment of this.#commentsTo(to)) {
      if (comment.breaks > 1 && !first) this.#text += "\n";
      first = false;
      this.write(comment.text);
      this.passed(comment.end);
      if (comment.isLine || this.breaksBefore(to)) this.line();
      else this.space();
    }
    if (!first && !isCloser && this.#atLineStart && this.#emptyLineBefore(to)) this.#text += "\n";
  }

  #emptyLineBefore(to: number): boolean {
    return this.source !== undefined && breaksIn(this.source.text, this.#cursor, to) > 1;
  }

  #commentsTo(to: number): readonly Comment[] {
    if (this.source === undefined || to <= this.#cursor) return [];
    return commentsBetween(this.source.text, this.#cursor, to);
  }

  /** The first line of a script that names who runs it. */
  firstLine(): void {
    if (this.source?.text.startsWith("#!") !== true) return;
    const end = lineEnd(this.source.text, 0);
    this.write(this.source.text.slice(0, end).trimEnd());
    this.line();
    this.passed(end);
  }
}
