/** `parallel { … }`: a function a branch (language 6). */

import type { ParallelStatement } from "../../syntax/index.ts";
import { emitBlock } from "../blocks.ts";
import { deeper, line, markedLine, type Scope, site, use } from "../context.ts";

export function emitParallel(scope: Scope, node: ParallelStatement): string {
  const inside = deeper(scope);
  const branches = node.body.statements.map((branch) => line(inside, `${emitBlock(inside, [branch])},`)).join("");
  const head = `await ${use(scope, "parallel")}($, ${site(scope, node, "parallel")}, [`;
  return markedLine(scope, node, head) + branches + line(scope, "]);");
}
