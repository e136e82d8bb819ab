/** What a construct may ask of the printer: lines, and the printing of what it consists of. */

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
import type { Lines } from "./lines.ts";

export interface Printer extends Lines {
  /** Uses of syntax print as what they stand for. */
  readonly expands: boolean;
  /** In parentheses where the expression binds more loosely than `minimum`, a level of `levelOf`. */
  expression(node: Expression, minimum?: number): void;
  statement(node: Statement): void;
  /** Statements up to `end`, each in a line of its own. */
  lines(statements: readonly Statement[], end: number): void;
  block(node: BlockStatement): void;
  /** A block, or one statement: the body of `if` and of loops. */
  body(node: Statement): void;
  /** `( … )`, `$( … )` */
  group(open: string, span: NodeBase, statements: readonly Statement[]): void;
  condition(node: Condition): void;
  list(node: CommandList): void;
  word(node: Word): void;
  type(node: TypeNode): void;
  /** A printer without an author's text. */
  fresh(): Printer;
}
