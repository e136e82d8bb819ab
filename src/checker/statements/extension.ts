/** A use of a syntax as a statement: what it stands for is checked, and then what its package asks. */

import type { ExtensionStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { checkUse } from "../extensions.ts";

export const checkExtension: StatementCheck<ExtensionStatement> = (context, node) =>
  checkUse(context, node, () => context.statement(node.lowered));
