/** Here-documents of commands within words and strings: their lines stand behind the line, outside of what was taken over as it is. */

import type { NodeBase, Redirect } from "../tree.ts";
import { lineEnd } from "./comments.ts";
import type { Lines } from "./lines.ts";

/** Has the lines of all here-documents within a node follow, where the author has them behind it. */
export function hereTextsFollow(p: Lines, node: NodeBase): void {
  if (p.source === undefined) return;
  for (const { target } of textsIn(node, []))
    if (target !== undefined && target.start > node.end) linesFollow(p, target);
}

/** Has a here-document's lines follow as the author has them, with the one that ends it. */
export function linesFollow(p: Lines, target: NodeBase): void {
  const text = p.source?.text ?? "";
  const to = lineEnd(text, target.end);
  p.textFollows(`${text.slice(target.start, to)}\n`, to);
}

function textsIn(value: unknown, found: Redirect[]): readonly Redirect[] {
  if (typeof value !== "object" || value === null) return found;
  if ("op" in value && value.op === "text") found.push(value as Redirect);
  for (const each of Object.values(value)) textsIn(each, found);
  return found;
}
