/** A command as a statement: whatever is no code (language 2). */

import { ampersand, openBrace } from "../characters.ts";
import { refuseShellForm } from "../commands/shell-forms.ts";
import { isShellStatement } from "../commands/shell-statements.ts";
import { defineStatement, meantStatement, type Parser } from "../grammar.ts";
import { skipNested } from "../recovery.ts";
import type { CommandStatement, Statement } from "../tree.ts";

export const commandStatement = defineStatement({
  kind: "command",
  form: "PROGRAM WORD …",
  parse: (p): Statement => {
    const refused = refuseShellForm(p);
    if (refused !== undefined) return refused;
    const isForeign = isShellStatement(p, p.at);
    const statement = parseCommandStatement(p);
    return (isForeign ? refusedStatement(statement) : undefined) ?? finishCommand(p, statement);
  },
});

/** A statement of the shells that stands for itself is read in the flow that it stands in. */
function refusedStatement({ list }: CommandStatement): Statement | undefined {
  const [stage, more] = list.first.stages;
  return more === undefined && stage?.kind === "group" ? stage.body.statements[0] : undefined;
}

export function parseCommandStatement(p: Parser): CommandStatement {
  const start = p.look();
  p.at = start;
  const list = p.commandList();
  if (list.background) p.backgroundEnd = p.at;
  return { kind: "command", list, start, end: p.at };
}

/** A block behind a command belongs to nothing: perhaps the statement's word is misspelt. */
export function finishCommand(p: Parser, statement: CommandStatement): Statement {
  const at = p.look();
  if (p.panic || p.code(at) !== openBrace || p.code(p.at - 1) === ampersand) return statement;
  const end = p.nameEnd(statement.start);
  const word = p.text.slice(statement.start, end);
  const meant = meantStatement(p.grammar, word);
  const isRefused = p.refusedAt === p.at;
  if (p.enter()) {
    p.block();
    p.leave();
  } else {
    p.at = at + 1;
    skipNested(p);
  }
  if (!isRefused && p.unclosedAt !== at) {
    p.report("DS1117", at, at + 1, { form: meant?.form });
    p.lose(at);
  }
  return { kind: "error", start: statement.start, end: p.at };
}
