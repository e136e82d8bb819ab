/** `{ … }` (language 5). */

import type { BlockStatement } from "../../syntax/index.ts";
import { emitBodyOf } from "../block.ts";
import type { Scope } from "../context.ts";
import { braced } from "../scopes.ts";

export function emitBlock(scope: Scope, node: BlockStatement): string {
  return braced(scope, "", emitBodyOf(scope, node));
}
