/** `switch`, with each case in one line where the author has it so. */

import type { SwitchCase, SwitchStatement } from "../tree.ts";
import { annotatedStart } from "./class.ts";
import type { Printer } from "./printer.ts";

export function printSwitch(p: Printer, { value, cases, end }: SwitchStatement): void {
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
    statements.every(({ annotations }) => annotations === undefined) &&
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
  p.trailing(first === undefined ? next : annotatedStart(first));
  p.line();
  p.indented(() => p.lines(statements, end));
}
