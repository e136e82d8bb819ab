/** A command as a statement: the next statement may look at its status (language 4). */

import type { CommandStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";

export const checkCommand: StatementCheck<CommandStatement> = (context, node) => {
  context.commands(node.list, context.program.statusRead.has(node) ? "read" : "loose");
};
