/** Calls of what is a command: `exit(3)`, `echo("a")`. */

import type { CallExpression, Expression } from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import { textOf } from "../values.ts";

const roles: ReadonlySet<string> = new Set(["cd", "exit", "export"]);

/** Whether a name that nothing declares is one of a command: the engine's own, one of the table's, or one that the file imports. */
export function isCommand(context: Context, name: string): boolean {
  return roles.has(name) || context.file.table.has(name) || context.file.commands.has(name);
}

/** The call as a command; as a value its output. */
export function commandForm(context: Context, call: CallExpression, name: string): string {
  if (name === "export") return "export NAME=value";
  const command = [name, ...call.arguments.map((each) => wordOf(context, each))].join(" ");
  return isAlone(context, call) ? command : `$(${command})`;
}

function wordOf(context: Context, node: Expression): string {
  const text = textOf(context, node);
  return node.kind === "string" || node.kind === "int" ? text : `\${${text}}`;
}

/** Whether nothing stands ahead of the call in its statement, as far as the line shows. */
function isAlone(context: Context, call: CallExpression): boolean {
  const { text } = context.file.source;
  const ahead = text.slice(text.lastIndexOf("\n", call.start - 1) + 1, call.start);
  return /(?:^|[;{})]|\belse)\s*$/.test(ahead);
}
