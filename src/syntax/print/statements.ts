/** Each statement in its one form. */

import { shownName } from "../extensions/fresh.ts";
import type { CatchClause, Statement, StatementKind } from "../tree.ts";
import { printClass } from "./class.ts";
import { printAtMost, printBehind, printCaught, printNames, printWorded } from "./clauses.ts";
import { printAtomic, printDeclaration, printPlanBody, printRetryClause, printTaskBody } from "./dependable.ts";
import { printSyntax, printUse } from "./extensions.ts";
import { printFunction } from "./function.ts";
import { printArgue, printAssure } from "./goals.ts";
import { printImport, printImportCommand } from "./imports.ts";
import { printParameter } from "./param.ts";
import type { Printer } from "./printer.ts";
import { printSwitch } from "./switch.ts";

type Print<K extends StatementKind> = (p: Printer, node: Extract<Statement, { kind: K }>) => void;

const printers: { readonly [K in StatementKind]: Print<K> } = {
  variable: (p, { constant, type, name, value }) => {
    if (constant) p.write("const ");
    else if (type === undefined) p.write("var ");
    if (type !== undefined) {
      p.type(type);
      p.write(" ");
    }
    p.leaf(name, shownName(name.name));
    if (value === undefined) return;
    p.write(" = ");
    p.expression(value);
  },
  function: printFunction,
  class: printClass,
  expression: (p, { expression }) => p.expression(expression),
  command: (p, { list }) => p.list(list),
  block: (p, node) => p.block(node),
  if: (p, { branches, otherwise }) => {
    for (const [index, { condition, body }] of branches.entries()) {
      if (index > 0) {
        printElse(p, branches[index - 1]?.body, condition.start);
        p.space();
      }
      p.write("if (");
      p.condition(condition);
      p.write(")");
      p.body(body);
    }
    if (otherwise === undefined) return;
    printElse(p, branches.at(-1)?.body, otherwise.start);
    p.body(otherwise);
  },
  while: (p, { condition, body }) => {
    p.write("while (");
    p.condition(condition);
    p.write(")");
    p.body(body);
  },
  do: (p, { body, condition }) => {
    p.write("do");
    p.body(body);
    p.goOn("while", condition.start, body.kind !== "block");
    p.write(" (");
    p.condition(condition);
    p.write(")");
  },
  for: (p, { init, condition, step, body }) => {
    p.write("for (");
    if (init !== undefined) p.statement(init);
    p.write(";");
    if (condition !== undefined) {
      p.write(" ");
      p.expression(condition);
    }
    p.write(";");
    for (const [index, each] of step.entries()) {
      p.write(index > 0 ? ", " : " ");
      p.expression(each);
    }
    p.write(")");
    p.body(body);
  },
  "for-in": (p, { type, name, iterable, atMost, body }) => {
    p.write("for (");
    if (type === undefined) p.write("var");
    else p.type(type);
    p.write(" ");
    p.leaf(name, shownName(name.name));
    p.write(" in ");
    p.expression(iterable);
    p.write(")");
    if (atMost !== undefined) printAtMost(p, atMost);
    p.body(body);
  },
  switch: printSwitch,
  break: (p) => p.write("break"),
  continue: (p) => p.write("continue"),
  return: (p, { value }) => {
    p.write("return");
    if (value === undefined) return;
    p.write(" ");
    p.expression(value);
  },
  throw: (p, { value }) => {
    p.write("throw ");
    p.expression(value);
  },
  try: (p, { body, catches, finalizer }) => {
    p.write("try ");
    p.block(body);
    for (const clause of catches) printCatch(p, clause);
    printBehind(p, "finally", finalizer);
  },
  defer: (p, { body }) => {
    p.write("defer ");
    p.block(body);
  },
  assert: (p, { condition, why, end }) => {
    p.write("assert(");
    p.condition(condition);
    if (why !== undefined) {
      p.write(", ");
      p.expression(why);
    }
    p.comments(end - 1);
    p.write(")");
  },
  wait: (p, { condition, every, timeout }) => {
    p.write("wait until (");
    p.condition(condition);
    p.write(")");
    printWorded(p, "every", every);
    printWorded(p, "timeout", timeout);
  },
  retry: (p, node) => {
    p.write("retry ");
    printRetryClause(p, node);
    p.write(" ");
    p.block(node.body);
  },
  lock: (p, { name, body }) => {
    p.write("lock ");
    p.expression(name);
    p.write(" ");
    p.block(body);
  },
  task: printDeclaration,
  "task-body": printTaskBody,
  plan: printDeclaration,
  "plan-body": printPlanBody,
  atomic: printAtomic,
  parallel: (p, { body }) => {
    p.write("parallel ");
    p.block(body);
  },
  assure: printAssure,
  argue: printArgue,
  notify: (p, { roles, message }) => {
    p.write("notify ");
    printNames(p, roles);
    p.write(" ");
    p.expression(message);
  },
  approve: (p, { role, question, timeout }) => {
    p.write("approve ");
    p.leaf(role, shownName(role.name));
    p.write(" ");
    p.expression(question);
    printWorded(p, "timeout", timeout);
  },
  context: (p, { name, schedule }) => {
    p.write("context ");
    p.expression(name);
    printWorded(p, "schedule", schedule);
  },
  monitor: (p, { name, every, body }) => {
    p.write("monitor ");
    p.leaf(name, shownName(name.name));
    printWorded(p, "every", every);
    p.write(" ");
    p.block(body);
  },
  when: (p, { condition, atMost, body }) => {
    p.write("when (");
    p.condition(condition);
    p.write(")");
    if (atMost !== undefined) {
      printAtMost(p, atMost.times);
      printWorded(p, "per", atMost.per);
    }
    p.write(" ");
    p.block(body);
  },
  test: (p, { name, body }) => {
    p.write("test ");
    p.expression(name);
    p.write(" ");
    p.block(body);
  },
  cd: (p, { directory, body }) => {
    p.write("cd ");
    p.word(directory);
    p.write(" ");
    p.block(body);
  },
  import: printImport,
  "import-command": printImportCommand,
  param: printParameter,
  syntax: printSyntax,
  extension: printUse,
  error: (p, node) => p.leaf(node, ""),
};

export function printStatement(p: Printer, node: Statement): void {
  p.comments(node.start);
  // The table's row is that of the node's own kind.
  (printers[node.kind] as Print<StatementKind>)(p, node);
}

/** Behind a block in its line; behind one statement, which goes to the end of its line, in the next. */
function printElse(p: Printer, before: Statement | undefined, next: number): void {
  p.goOn("else", next, before?.kind !== "block");
}

function printCatch(p: Printer, { type, name, body }: CatchClause): void {
  p.goOn("catch", type.start);
  printCaught(p, type, name);
  p.write(" ");
  p.block(body);
}
