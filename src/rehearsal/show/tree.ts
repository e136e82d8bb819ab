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
  /** One, or none; two where a file is changed under its other names, too. */
  readonly changes: SealedChange[];
}

/** Of `changes`, folders stand ahead of what is in them. */
export function treeLines(changes: readonly SealedChange[]): readonly TreeLine[] {
  const root: Node = { children: new Map(), changes: [] };
  for (const change of changes) {
    let node = root;
    for (const part of change.path.split("/").filter((each) => each !== "")) {
      let next = node.children.get(part);
      if (next === undefined) {
        next = { children: new Map(), changes: [] };
        node.children.set(part, next);
      }
      node = next;
    }
    node.changes.push(change);
  }
  const lines: TreeLine[] = [];
  const add = (node: Node, name: string, depth: number): void => {
    const [only] = node.children;
    if (node.changes.length === 0 && node.children.size === 1 && only !== undefined && only[1].children.size > 0)
      return add(only[1], `${name}${only[0]}/`, depth);
    for (const change of node.changes.length === 0 ? [null] : node.changes) lines.push({ depth, name, change });
    for (const [part, child] of [...node.children].sort(([one], [other]) => (one < other ? -1 : 1)))
      add(child, isFolder(child) ? `${part}/` : part, depth + 1);
  };
  if (root.children.size > 0 || root.changes.length > 0) add(root, "/", 0);
  return lines;
}

function isFolder({ children, changes }: Node): boolean {
  const isFolderOf = ({ type, kind, base }: SealedChange): boolean =>
    type === "folder" || (kind === "removed" && base?.type === "folder");
  return children.size > 0 || changes.some(isFolderOf);
}
