/** What an author says of a block: the comment that it begins with. */

import type { NodeBase, Statement } from "./tree.ts";

/** Its first line, in the text of the file that the block stands in; empty where there is none. */
export function wordsWithin(text: string, block: NodeBase & { readonly statements: readonly Statement[] }): string {
  const ahead = text.slice(block.start + 1, block.statements[0]?.start ?? block.end - 1);
  return /^\s*(?:#|\/\/)\s*([^\n]*)/.exec(ahead)?.[1]?.trim() ?? "";
}
