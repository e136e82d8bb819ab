/** `cd DIR { … }`. */

import type { ChangeDirectoryStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";

export const checkChangeDirectory: StatementCheck<ChangeDirectoryStatement> = (context, node) => {
  context.state.waits = true;
  context.file.movesAround = true;
  context.word(node.directory);
  context.block(node.body.statements);
};
