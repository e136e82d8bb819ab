/** Commands: lists, pipelines, words and redirections, with the author's spelling of words and his line breaks. */

import type {
  CommandList,
  Condition,
  NodeBase,
  Pipeline,
  Prefix,
  Redirect,
  SimpleCommand,
  Stage,
  Word,
} from "../tree.ts";
import { hereTextsFollow, linesFollow } from "./here-texts.ts";
import type { Printer } from "./printer.ts";
import { hereDocument, wordText } from "./texts.ts";

export function printList(p: Printer, { first, rest, background }: CommandList): void {
  printPipeline(p, first);
  for (const { operator, pipeline } of rest) {
    printOperator(p, operator, pipeline.start);
    printPipeline(p, pipeline);
  }
  if (background) p.write(" &");
}

/** An operator, and the author's line break behind it. */
function printOperator(p: Printer, operator: string, next: number): void {
  p.space();
  p.write(operator);
  if (p.joinsLine(next)) gap(p, next);
  else p.goOver(next);
}

function printPipeline(p: Printer, { negated, stages, start }: Pipeline): void {
  p.comments(start);
  if (negated) p.write(joins(stages[0]) ? "! " : "!");
  for (const [index, stage] of stages.entries()) {
    if (index > 0) printOperator(p, "|", stage.start);
    printStage(p, stage);
  }
}

/** `!=` and `!~` are operators. */
function joins(stage: Stage | undefined): boolean {
  const part = stage?.kind === "simple" ? stage.words[0]?.parts[0] : undefined;
  return part?.kind === "text" && !part.quoted && /^[=~]/.test(part.text);
}

function printStage(p: Printer, stage: Stage): void {
  if (stage.kind === "simple") return printSimple(p, stage);
  for (const prefix of stage.prefixes) {
    printPrefix(p, prefix);
    p.write(" ");
  }
  p.group("(", stage.body, stage.body.statements);
  for (const redirect of stage.redirects) {
    gap(p, redirect.start);
    printRedirect(p, redirect);
  }
}

/** A piece of a simple command, and how it is printed. */
interface Piece extends NodeBase {
  readonly isRedirect?: boolean;
  readonly print: (p: Printer) => void;
}

function printSimple(p: Printer, command: SimpleCommand): void {
  p.comments(command.start);
  // What a template has put together stands in the tree's own order.
  const pieces = p.expands ? piecesOf(command) : piecesOf(command).sort((a, b) => a.start - b.start);
  for (const [index, piece] of pieces.entries()) {
    // A word, ` = ` and a value are an assignment.
    if (index > 0 && !(piece.isRedirect && p.endsWith("="))) gap(p, piece.start);
    piece.print(p);
    p.passed(piece.end);
  }
}

/** What stands ahead, the words, what is exported, the redirections. */
function piecesOf({ prefixes, assignments, words, redirects, role, forced }: SimpleCommand): Piece[] {
  const ahead = prefixes.map((prefix) => ({ ...span(prefix), print: (p: Printer) => printPrefix(p, prefix) }));
  const values = assignments.map(({ name, value, start, end }) => ({
    start,
    end,
    print: (p: Printer) => p.leaf({ start, end }, `${name.name}=${wordText(p, value)}`),
  }));
  const texts = words.map((word, index) => ({
    ...span(word),
    print: (p: Printer) => {
      if (index === 0 && forced) p.write("command ");
      printWord(p, word);
    },
  }));
  const files = redirects.map((redirect) => ({
    ...span(redirect),
    isRedirect: redirect.op.startsWith(">"),
    print: (p: Printer) => printRedirect(p, redirect),
  }));
  return [...ahead, ...(role === "export" ? [...texts, ...values] : [...values, ...texts]), ...files];
}

function span({ start, end }: NodeBase): NodeBase {
  return { start, end };
}

/** A blank, or the author's joined line. */
function gap(p: Printer, next: number): void {
  if (p.joinsLine(next)) {
    p.write(" \\");
    p.line(1);
  } else p.write(" ");
}

export function printWord(p: Printer, word: Word): void {
  p.leaf(word, p.source === undefined ? wordText(p, word) : "");
  if (word.parts.some(({ kind }) => kind === "expression")) hereTextsFollow(p, word);
}

/** `trace`, `timeout 10s`, `timeout ${limit}` */
function printPrefix(p: Printer, prefix: Prefix): void {
  const { kind, start, end } = prefix;
  if (prefix.kind === "trace") p.write("trace");
  else if (p.source !== undefined) p.write(`${kind} ${p.source.text.slice(start + kind.length, end).trim()}`);
  else {
    const value = p.fresh();
    value.expression(prefix.duration);
    p.write(`${kind} ${prefix.duration.kind === "duration" ? value.result() : `\${${value.result()}}`}`);
  }
  p.passed(end);
}

const defaults = { "<": 0, text: 0 } as const;

function printRedirect(p: Printer, redirect: Redirect): void {
  const { fd, op, target, from, start, end } = redirect;
  const usual = op === "<" || op === "text" ? defaults[op] : 1;
  const ahead = fd === "both" ? "&" : fd === usual ? "" : String(fd);
  if (op === "close") p.leaf({ start, end }, `${ahead}>&-`);
  else if (op === "dup") p.leaf({ start, end }, `${ahead}>&${from ?? 0}`);
  else if (op === "text") printText(p, redirect, ahead);
  else if (target !== undefined) {
    p.write(`${ahead}${op} `);
    printWord(p, target);
  }
  p.passed(end);
}

/** `<<< word`, or `<<END` with its lines behind the line that names it. */
function printText(p: Printer, { target, start, end }: Redirect, ahead: string): void {
  if (target === undefined) return;
  const { source } = p;
  if (source === undefined) {
    const short = shortText(target);
    if (short !== undefined) return p.write(`${ahead}<<< ${wordText(p, short)}`);
    const { delimiter, text } = hereDocument(p, target);
    p.write(`${ahead}<<${delimiter}`);
    p.textFollows(text, 0);
  } else if (/^\d?<<</.test(source.text.slice(start, start + 4))) {
    p.write(`${ahead}<<< `);
    p.leaf(target, "");
  } else {
    p.leaf({ start, end }, "");
    linesFollow(p, target);
  }
}

/** The word of a here-string, which adds the newline at the end itself; undefined where none stands there. */
function shortText({ parts }: Word): Pick<Word, "parts"> | undefined {
  const last = parts.at(-1);
  if (last?.kind !== "text" || !last.quoted || !last.text.endsWith("\n")) return undefined;
  return { parts: [...parts.slice(0, -1), { ...last, text: last.text.slice(0, -1) }] };
}

/** What stands in the parentheses of `if`, `while` and their kin. */
export function printCondition(p: Printer, condition: Condition): void {
  if (condition.kind === "expression-condition") return p.expression(condition.expression);
  p.comments(condition.start);
  if (condition.negated) p.write("!");
  printList(p, condition.list);
}
