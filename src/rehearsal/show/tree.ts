/** Paths as a tree: folders on the way to a change stand once, joined where nothing branches off. */

import type { SealedChange } from "../difference/format.ts";

export interface TreeLine {
  readonly depth: number;
  /** What is shown of the path at this depth; folders end with "/". */
  readonly name: string;
  readonly change: SealedChange | null;
}

interface Node {
  readonly children: Map<string, Node>;
  change: SealedChange | null;
}

/** `changes` are sorted by path, folders ahead of what is in them. */
export function treeLines(changes: readonly SealedChange[]): readonly TreeLine[] {
  const root: Node = { children: new Map(), change: null };
  for (const change of changes) {
    let node = root;
    for (const part of change.path.split("/").filter((each) => each !== "")) {
      let next = node.children.get(part);
      if (next === undefined) {
        next = { children: new Map(), change: null };
        node.children.set(part, next);
      }
      node = next;
    }
    node.change = change;
  }
  const lines: TreeLine[] = [];
  const add = (node: Node, name: string, depth: number): void => {
    const [only] = node.children;
    if (node.change === null && node.children.size === 1 && only !== undefined && only[1].children.size > 0)
      return add(only[1], `${name}${only[0]}/`, depth);
    lines.push({ depth, name, change: node.change });
    for (const [part, child] of [...node.children].sort(([one], [other]) => (one < other ? -1 : 1)))
      add(child, isFolder(child) ? `${part}/` : part, depth + 1);
  };
  if (root.children.size > 0 || root.change !== null) add(root, "/", 0);
  return lines;
}

function isFolder({ children, change }: Node): boolean {
  return (
    children.size > 0 || change?.type === "folder" || (change?.kind === "removed" && change.base?.type === "folder")
  );
}
