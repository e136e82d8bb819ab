/** Each statement in its one form. */

import type {
  CatchClause,
  Expression,
  ImportedCommand,
  Parameter,
  ParameterBounds,
  Statement,
  StatementKind,
  SwitchCase,
} from "../tree.ts";
import { quotedText } from "./literals.ts";
import type { Printer } from "./printer.ts";

type Print<K extends StatementKind> = (p: Printer, node: Extract<Statement, { kind: K }>) => void;

const printers: { readonly [K in StatementKind]: Print<K> } = {
  variable: (p, { constant, type, name, value }) => {
    if (constant) p.write("const ");
    else if (type === undefined) p.write("var ");
    if (type !== undefined) {
      p.type(type);
      p.write(" ");
    }
    p.leaf(name, name.name);
    if (value === undefined) return;
    p.write(" = ");
    p.expression(value);
  },
  function: (p, { returns, name, parameters, body }) => {
    p.type(returns);
    p.write(" ");
    p.leaf(name, name.name);
    printParameters(p, parameters);
    p.write(" ");
    p.block(body);
  },
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
  "for-in": (p, { type, name, iterable, body }) => {
    p.write("for (");
    if (type === undefined) p.write("var");
    else p.type(type);
    p.write(" ");
    p.leaf(name, name.name);
    p.write(" in ");
    p.expression(iterable);
    p.write(")");
    p.body(body);
  },
  switch: (p, { value, cases, end }) => {
    p.write("switch (");
    p.expression(value);
    p.write(") {");
    p.trailing(cases[0]?.start ?? end - 1);
    p.line();
    p.indented(() => {
      for (const [index, each] of cases.entries()) {
        p.leading(each.start, index === 0);
        printCase(p, each, cases[index + 1]?.start ?? end - 1);
      }
      p.leading(end - 1, cases.length === 0, true);
    });
    p.write("}");
  },
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
    if (finalizer === undefined) return;
    p.goOn("finally", finalizer.start);
    p.write(" ");
    p.block(finalizer);
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
  retry: (p, { times, every, doubling, on, body }) => {
    p.write("retry ");
    p.expression(times);
    p.write(" times");
    printWorded(p, "every", every);
    if (doubling) p.write(" doubling");
    for (const [index, name] of on.entries()) {
      if (index === 0) p.goOn("on", name.start);
      p.write(index === 0 ? " " : ", ");
      p.leaf(name, name.name);
    }
    p.write(" ");
    p.block(body);
  },
  lock: (p, { name, body }) => {
    p.write("lock ");
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
  import: (p, { path, pathSpan, alias }) => {
    p.write("import ");
    p.leaf(pathSpan, `"${quotedText(path)}"`);
    const own = /([^/]*?)(?:\.dscript)?$/.exec(path)?.[1];
    if (p.source === undefined ? alias.name === own : alias.start < pathSpan.end) return;
    p.write(" as ");
    p.leaf(alias, alias.name);
  },
  "import-command": (p, { commands }) => {
    p.write("import command ");
    for (const [index, command] of commands.entries()) {
      if (index > 0) {
        p.write(",");
        if (p.breaksBefore(command.start)) {
          p.trailing(command.start);
          p.line(1);
        } else p.write(" ");
      }
      p.comments(command.end);
      p.write(importedText(command));
      p.passed(command.end);
    }
  },
  param: (p, { secret, type, name, value, bounds, says, saysSpan, end }) => {
    p.write("param ");
    if (secret) p.write("secret ");
    p.type(type);
    p.write(" ");
    p.leaf(name, name.name);
    printClause(p, " = ", value);
    if (bounds !== undefined) printBounds(p, bounds);
    if (says === undefined) return;
    p.write(" ");
    p.leaf(saysSpan ?? { start: end, end }, `"${quotedText(says)}"`);
  },
  error: (p, node) => p.leaf(node, ""),
};

export function printStatement(p: Printer, node: Statement): void {
  p.comments(node.start);
  // The table's row is that of the node's own kind.
  (printers[node.kind] as Print<StatementKind>)(p, node);
}

function printClause(p: Printer, word: string, value: Expression | undefined): void {
  if (value === undefined) return;
  p.write(word);
  p.expression(value);
}

/** A clause that begins with a word; comments ahead of it stay there. */
function printWorded(p: Printer, word: string, value: Expression | undefined): void {
  if (value === undefined) return;
  p.goOn(word, value.start);
  p.write(" ");
  p.expression(value);
}

/** Behind a block in its line; behind one statement, which goes to the end of its line, in the next. */
function printElse(p: Printer, before: Statement | undefined, next: number): void {
  p.goOn("else", next, before?.kind !== "block");
}

function printParameters(p: Printer, parameters: readonly Parameter[]): void {
  const [first] = parameters;
  const isBroken = first !== undefined && p.breaksBefore(first.start);
  p.write("(");
  const print = (): void => {
    for (const [index, { type, name, defaultValue, start }] of parameters.entries()) {
      if (index > 0) p.write(isBroken ? "," : ", ");
      if (isBroken) {
        p.trailing(start);
        p.line();
        p.leading(start, true);
      }
      p.type(type);
      p.write(" ");
      p.leaf(name, name.name);
      printClause(p, " = ", defaultValue);
    }
  };
  if (!isBroken) print();
  else {
    p.indented(print);
    p.line();
  }
  p.write(")");
}

/** `case 1, 2: …`: in one line where the author has it so. */
function printCase(p: Printer, { values, isDefault, statements, start, end }: SwitchCase, next: number): void {
  if (values.length > 0) {
    p.write("case ");
    for (const [index, value] of values.entries()) {
      if (index > 0 && p.finds("case", value.start)) {
        // A label of its own.
        p.write(":");
        p.goOn("case", value.start, true);
        p.write(" ");
      } else if (index > 0) p.write(", ");
      p.expression(value);
    }
    p.write(":");
  }
  if (isDefault) {
    if (values.length > 0) p.goOn("default", statements[0]?.start ?? end, true);
    else {
      p.write("default");
      p.passed(start + "default".length);
    }
    p.write(":");
  }
  const [first] = statements;
  const isOneLine =
    first !== undefined &&
    !p.breaksBefore(first.start) &&
    p.isOneLine({ start: first.start, end: statements.at(-1)?.end ?? end });
  if (isOneLine) {
    for (const [index, statement] of statements.entries()) {
      p.write(index === 0 ? " " : "; ");
      p.statement(statement);
      p.passed(statement.end);
    }
    p.trailing(next, true);
    p.line();
    return;
  }
  p.trailing(statements[0]?.start ?? next);
  p.line();
  p.indented(() => p.lines(statements, end));
}

function printCatch(p: Printer, { type, name, body }: CatchClause): void {
  p.goOn("catch", type.start);
  p.write(" (");
  p.leaf(type, type.name);
  p.write(" ");
  p.leaf(name, name.name);
  p.write(") ");
  p.block(body);
}

function printBounds(p: Printer, bounds: ParameterBounds): void {
  p.write(" in ");
  if (bounds.kind === "range") {
    if (bounds.from !== undefined) p.expression(bounds.from);
    p.write("..");
    if (bounds.to !== undefined) p.expression(bounds.to);
    return;
  }
  for (const [index, value] of bounds.values.entries()) {
    if (index > 0) p.write(", ");
    p.expression(value);
  }
}

function importedText({ program, name, optional, plain, effect, answers }: ImportedCommand): string {
  const isBare = /^[^\s,;"'$`\\(){}<>|&*?#]+$/.test(program);
  const own = program.slice(program.lastIndexOf("/") + 1);
  return [
    isBare ? program : `"${quotedText(program)}"`,
    ...(name.name === own ? [] : ["as", name.name]),
    ...(optional ? ["optional"] : []),
    ...(plain ? ["plain"] : []),
    ...(effect === undefined ? [] : [effect]),
    ...(answers === undefined ? [] : ["answers", `${answers[0]}..${answers[1]}`]),
  ].join(" ");
}
