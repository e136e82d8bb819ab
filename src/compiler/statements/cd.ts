/** `cd DIR { … }`: back in the old directory afterwards, however the block is left (language 3). */

import type { ChangeDirectoryStatement } from "../../syntax/index.ts";
import { emitBodyOf } from "../block.ts";
import { directorySite } from "../commands/stage-sites.ts";
import { emitPathWord } from "../commands/word.ts";
import { deeper, line, markedLine, type Scope, temporary, use } from "../context.ts";
import { braced } from "../scopes.ts";

export function emitChangeDirectory(scope: Scope, node: ChangeDirectoryStatement): string {
  const previous = temporary(scope);
  const place = directorySite(scope, node);
  const directory = emitPathWord(scope, node.directory);
  const enter = `${previous} = ${use(scope, "enterDirectory")}($, ${place}, ${directory}, ${scope.style});`;
  const status = scope.status === null ? "" : line(scope, `${scope.status} = ${previous} === null ? 1 : 0;`);
  const inside = deeper(scope);
  const body =
    line(inside, "try {") +
    emitBodyOf(inside, node.body) +
    braced(inside, "} finally ", line(deeper(inside), `${use(scope, "leaveDirectory")}($, ${previous});`));
  return markedLine(scope, node, enter) + status + braced(scope, `if (${previous} !== null) `, body);
}
