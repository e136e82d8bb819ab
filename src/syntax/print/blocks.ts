/** Blocks and the statements in them: one a line, with the author's comments and empty lines. */

import type { BlockStatement, NodeBase, Statement } from "../tree.ts";
import { annotatedStart, printAnnotations } from "./class.ts";
import { fitInLine, fitsOneLine } from "./one-line.ts";
import type { Printer } from "./printer.ts";

/** Statements up to `end`, each in a line of its own. */
export function printLines(p: Printer, statements: readonly Statement[], end: number, isFirst = true): void {
  for (const [index, statement] of statements.entries()) {
    const next = statements[index + 1];
    p.leading(annotatedStart(statement), isFirst && index === 0);
    printOne(p, statement);
    // A program called `class`: with a block in the next line it would be one.
    if (next?.kind === "block" && startsWithClass(statement)) p.write(";");
    p.trailing(next === undefined ? end : annotatedStart(next), endsInCommand(statement));
    p.line();
  }
  p.leading(end, isFirst && statements.length === 0, true);
}

function startsWithClass(statement: Statement): boolean {
  const stage = statement.kind === "command" ? statement.list.first.stages[0] : undefined;
  const word = stage?.kind === "simple" ? stage.words[0]?.parts[0] : undefined;
  return word?.kind === "text" && !word.quoted && word.text === "class";
}

/** Whether a statement's last word is a command's. */
function endsInCommand(statement: Statement): boolean {
  switch (statement.kind) {
    case "command": {
      const { first, rest, background } = statement.list;
      const last = rest.at(-1)?.pipeline ?? first;
      return !background && last.stages.at(-1)?.kind === "simple";
    }
    case "if":
      return endsInCommand(statement.otherwise ?? (statement.branches.at(-1)?.body as Statement));
    case "while":
    case "for":
    case "for-in":
      return endsInCommand(statement.body);
    default:
      return false;
  }
}

function printOne(p: Printer, statement: Statement): void {
  printAnnotations(p, statement, statement.start);
  p.statement(statement);
  p.comments(statement.end);
  p.passed(statement.end);
}

/** `{ … }`; one statement stays in the line where the author has it so. */
export function printBlock(p: Printer, block: BlockStatement): void {
  const { statements, start, end } = block;
  const [only] = statements;
  p.comments(start);
  if (p.isOneLine(block) && fitsOneLine(block) && !hasComments(p, block)) {
    p.write("{ ");
    p.passed(start + 1);
    if (only !== undefined) {
      printOne(p, only);
      p.space();
    }
    p.write("}");
  } else if (statements.length === 0 && p.source === undefined) p.write("{ }");
  else printBroken(p, "{", block, statements, "}");
  p.passed(end);
}

/** `( … )` and `$( … )`: in one line where the author has them so. */
export function printGroup(p: Printer, open: string, span: NodeBase, statements: readonly Statement[]): void {
  p.comments(span.start);
  if (
    statements.some(({ annotations }) => annotations !== undefined) ||
    (p.source !== undefined && (!p.isOneLine(span) || !fitInLine(statements) || hasComments(p, span)))
  ) {
    printBroken(p, open, span, statements, ")");
    p.passed(span.end);
    return;
  }
  p.write(open);
  // `((` is the shells' arithmetic.
  if (opensGroup(statements[0])) p.write(" ");
  p.passed(span.start + open.length);
  for (const [index, statement] of statements.entries()) {
    printOne(p, statement);
    if (index === statements.length - 1) break;
    if (p.hasWaiting) p.line();
    else p.write(endsItself(statement) ? " " : "; ");
  }
  // A here-document's text stands ahead of the closer.
  if (p.hasWaiting) p.line();
  p.write(")");
  p.passed(span.end);
}

function opensGroup(statement: Statement | undefined): boolean {
  if (statement?.kind !== "command" || statement.list.first.negated) return false;
  const [stage] = statement.list.first.stages;
  return stage?.kind === "group" && stage.prefixes.length === 0;
}

/** `&` ends a statement as `;` does. */
function endsItself(statement: Statement): boolean {
  return statement.kind === "command" && statement.list.background;
}

function printBroken(p: Printer, open: string, span: NodeBase, statements: readonly Statement[], close: string): void {
  const closeAt = span.end - 1;
  p.write(open);
  p.passed(span.start + open.length);
  p.trailing(statements[0] === undefined ? closeAt : annotatedStart(statements[0]));
  p.line();
  p.indented(() => printLines(p, statements, closeAt));
  p.write(close);
}

/** A stretch in one line has comments only where its marks stand outside of texts: whoever is unsure takes the longer way. */
function hasComments(p: Printer, { start, end }: NodeBase): boolean {
  return p.source?.text.slice(start, end).includes("/*") === true;
}

/** The body of `if` and of loops: a block, or one statement in the same line or the next. */
export function printBody(p: Printer, body: Statement): void {
  if (body.kind === "block") {
    p.space();
    printBlock(p, body);
    return;
  }
  const start = annotatedStart(body);
  if (p.breaksBefore(start) || body.annotations !== undefined) {
    p.trailing(start);
    p.indented(() => {
      p.line();
      p.leading(start, true);
      printOne(p, body);
    });
    return;
  }
  p.space();
  printOne(p, body);
}
