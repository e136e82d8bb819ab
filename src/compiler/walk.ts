/** Walks over trees without recursion: a sum of 50,000 terms is 50,000 levels deep. */

import type { NodeBase } from "../syntax/index.ts";

/** A node of any construct, as far as a walk needs to know it. */
export interface AnyNode extends NodeBase {
  readonly kind?: string;
}

/** The nodes directly below a node, in the order of the tree's fields, which is the order of evaluation. */
function childrenOf(node: AnyNode): readonly AnyNode[] {
  const children: AnyNode[] = [];
  // A template is no code of its own, and a syntax no part of the tree.
  if (node.kind === "syntax") return children;
  for (const [key, value] of Object.entries(node)) if (key !== "syntax") collect(value, children);
  return children;
}

function collect(value: unknown, into: AnyNode[]): void {
  if (typeof value !== "object" || value === null || value instanceof Map) return;
  if (Array.isArray(value)) for (const item of value) collect(item, into);
  else if (isNode(value)) into.push(value);
  // An if's branches and a map's entries are records without a span of their own.
  else for (const part of Object.values(value)) collect(part, into);
}

function isNode(value: object): value is AnyNode {
  return "start" in value && "end" in value;
}

/** What a visitor answers: go on into the node, leave out what is below it, or end the walk. */
export type Step = "into" | "over" | "stop";

/** Visits each node ahead of its children, and `leave` after them; true where a visit ended the walk. */
export function walk(root: AnyNode, visit: (node: AnyNode) => Step, leave?: (node: AnyNode) => Step): boolean {
  const stack: { readonly node: AnyNode; readonly leaving: boolean }[] = [{ node: root, leaving: false }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, leaving } = next;
    const step = leaving ? (leave?.(node) ?? "into") : visit(node);
    if (step === "stop") return true;
    if (leaving || step === "over") continue;
    if (leave !== undefined) stack.push({ node, leaving: true });
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const child = children[at];
      if (child !== undefined) stack.push({ node: child, leaving: false });
    }
  }
  return false;
}
