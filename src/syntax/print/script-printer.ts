/** The printer: the lines, joined with the parts of the grammar that call each other. */

import type {
  BlockStatement,
  CommandList,
  Condition,
  Expression,
  NodeBase,
  Statement,
  TypeNode,
  Word,
} from "../tree.ts";
import { printBlock, printBody, printGroup, printLines } from "./blocks.ts";
import { printCondition, printList, printWord } from "./commands.ts";
import { printExpression } from "./expressions.ts";
import { Lines, type PrintSource } from "./lines.ts";
import type { Printer } from "./printer.ts";
import { printStatement } from "./statements.ts";
import { printType } from "./types.ts";

export class ScriptPrinter extends Lines implements Printer {
  readonly expands: boolean;

  constructor(source?: PrintSource, expands = false) {
    super(source);
    this.expands = expands;
  }

  expression(node: Expression, minimum = 0): void {
    printExpression(this, node, minimum);
  }

  statement(node: Statement): void {
    printStatement(this, node);
  }

  lines(statements: readonly Statement[], end: number): void {
    printLines(this, statements, end);
  }

  block(node: BlockStatement): void {
    printBlock(this, node);
  }

  body(node: Statement): void {
    printBody(this, node);
  }

  group(open: string, span: NodeBase, statements: readonly Statement[]): void {
    printGroup(this, open, span, statements);
  }

  condition(node: Condition): void {
    printCondition(this, node);
  }

  list(node: CommandList): void {
    printList(this, node);
  }

  word(node: Word): void {
    printWord(this, node);
  }

  type(node: TypeNode): void {
    printType(this, node);
  }

  fresh(): Printer {
    return new ScriptPrinter(undefined, this.expands);
  }
}
