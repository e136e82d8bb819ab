/** Going through the tree of a template: which names it declares, and which it uses. */

import type { NodeBase } from "../tree.ts";

/** A node, or a part of one, whatever it is. */
export type Tree = Readonly<Record<string, unknown>> & { readonly kind?: unknown };

export interface Named extends NodeBase {
  readonly kind: "name" | "identifier";
  readonly name: string;
}

/** Whether what stands under a key declares a name: of a variable, a loop, a closure's parameter, a caught fault. */
export function declaresName(tree: Tree, key: string): boolean {
  if (key !== "name" || (tree["name"] as Partial<Named> | undefined)?.kind !== "identifier") return false;
  if (tree.kind === "variable" || tree.kind === "for-in") return true;
  // `LANG=C` ahead of a command has a value, and declares nothing.
  return tree.kind === undefined && !("value" in tree);
}

/** Visits every node of a tree, with the key under which it stands. */
export function walk(value: unknown, visit: (tree: Tree, parent: Tree | undefined, key: string) => void): void {
  const go = (each: unknown, parent: Tree | undefined, key: string): void => {
    if (typeof each !== "object" || each === null) return;
    if (Array.isArray(each)) {
      for (const inner of each) go(inner, parent, key);
      return;
    }
    if (each instanceof Map) {
      for (const inner of each.values()) go(inner, parent, key);
      return;
    }
    // Everything else in a tree is a plain object.
    const tree = each as Tree;
    visit(tree, parent, key);
    for (const [name, inner] of Object.entries(tree))
      if (name !== "syntax" && name !== "lowered") go(inner, tree, name);
  };
  go(value, undefined, "");
}
