/** Tasks, plans, and what stands in them (language 6): each clause in a line of its own. */

import { shownName } from "../extensions/fresh.ts";
import type {
  AtomicStatement,
  BlockStatement,
  Expression,
  FailureHandler,
  GoalReference,
  NodeBase,
  PlanBodyStatement,
  PlanStatement,
  RetryClause,
  TaskBodyStatement,
  TaskStatement,
} from "../tree.ts";
import { printBehind, printCaught, printNames, printWorded } from "./clauses.ts";
import { printParameters } from "./function.ts";
import { printReference } from "./goals.ts";
import type { Printer } from "./printer.ts";

export function printDeclaration(p: Printer, { kind, function: made }: TaskStatement | PlanStatement): void {
  p.write(`${kind} `);
  p.leaf(made.name, shownName(made.name.name));
  printParameters(p, made.parameters);
  const [body] = made.body.statements;
  if (body !== undefined) p.statement(body);
}

interface Clause {
  readonly word: string;
  readonly value: NodeBase;
  readonly print: () => void;
}

export function printTaskBody(p: Printer, node: TaskBodyStatement): void {
  const { body, undo, irreversible, retry } = node;
  const clauses: Clause[] = [
    ...goalClauses(p, node.goal),
    ...valueClauses(p, { within: node.within, timeout: node.timeout }),
    ...blockClauses(p, { pre: node.pre, post: node.post, remember: node.remember }),
    ...(retry === undefined ? [] : [{ word: "retry", value: retry, print: () => printRetryClause(p, retry) }]),
  ];
  printClauses(p, clauses, body);
  printBehind(p, "undo", undo);
  printWorded(p, "irreversible", irreversible);
}

export function printPlanBody(p: Printer, { goal, body, onFailure, onUndoFailure }: PlanBodyStatement): void {
  printClauses(p, goalClauses(p, goal), body);
  const handlers = [
    { words: "on failure", handler: onFailure },
    { words: "on undo failure", handler: onUndoFailure },
  ].flatMap(({ words, handler }) => (handler === undefined ? [] : [{ words, handler }]));
  handlers.sort((a, b) => a.handler.start - b.handler.start);
  for (const { words, handler } of handlers) printHandler(p, words, handler);
}

export function printAtomic(p: Printer, { paths, body, confirm }: AtomicStatement): void {
  p.write("atomic (");
  for (const [index, path] of paths.entries()) {
    if (index > 0) p.write(", ");
    p.expression(path);
  }
  p.write(") ");
  p.block(body);
  printBehind(p, "confirm", confirm);
}

/** `3 times every 5s doubling on ExternalFault`: behind the word. */
export function printRetryClause(p: Printer, { times, every, doubling, on }: RetryClause): void {
  p.expression(times);
  p.write(" times");
  printWorded(p, "every", every);
  if (doubling) p.write(" doubling");
  const [first] = on;
  if (first === undefined) return;
  p.goOn("on", first.start);
  p.write(" ");
  printNames(p, on);
}

function goalClauses(p: Printer, goal: GoalReference | undefined): Clause[] {
  return goal === undefined ? [] : [{ word: "goal", value: goal, print: () => printReference(p, goal) }];
}

function valueClauses(p: Printer, values: Readonly<Record<string, Expression | undefined>>): Clause[] {
  return Object.entries(values).flatMap(([word, value]) =>
    value === undefined ? [] : [{ word, value, print: () => p.expression(value) }],
  );
}

function blockClauses(p: Printer, blocks: Readonly<Record<string, BlockStatement | undefined>>): Clause[] {
  return Object.entries(blocks).flatMap(([word, value]) =>
    value === undefined ? [] : [{ word, value, print: () => p.block(value) }],
  );
}

/** The clauses in the author's order, then the body: in the same line where there are none. */
function printClauses(p: Printer, clauses: Clause[], body: BlockStatement): void {
  clauses.sort((a, b) => a.value.start - b.value.start);
  if (clauses.length === 0) {
    p.space();
    return p.block(body);
  }
  p.indented(() => {
    for (const { word, value, print } of clauses) {
      p.trailing(value.start);
      p.line();
      p.goOn(word, value.start);
      p.write(" ");
      print();
    }
  });
  p.trailing(body.start);
  p.line();
  p.leading(body.start, true);
  p.block(body);
}

function printHandler(p: Printer, words: string, { type, name, body }: FailureHandler): void {
  p.goOn("on", body.start);
  p.write(`${words.slice(2)}`);
  if (type !== undefined && name !== undefined) printCaught(p, type, name);
  p.write(" ");
  p.block(body);
}
