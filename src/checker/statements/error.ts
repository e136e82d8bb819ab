/** What could not be parsed has its diagnostic already; anything may stand there, so what follows counts as reached. */

import type { ErrorStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";

export const checkErrorStatement: StatementCheck<ErrorStatement> = () => {};
