/** The names that have a value at a node. */

import type { DCase } from "../model/case.ts";
import { indexOf } from "../model/index-of.ts";
import { valuesOf, valuesOfModule } from "./own-values.ts";
import { nodesAbove } from "./value-in-scope.ts";

/** Nearest first, each once. Looks at every node above once. */
export function namesInScope(whole: DCase, uid: string): readonly string[] {
  const index = indexOf(whole);
  const names = new Set<string>();
  // Grows while it is gone through.
  const seen = new Set([uid]);
  for (const each of seen) {
    const node = index.byUid.get(each);
    if (node === undefined) continue;
    for (const name of valuesOf(node).keys()) names.add(name);
    for (const { kind, to } of index.out(each).toReversed()) {
      const context = kind === "inContextOf" && typeof to === "string" ? index.byUid.get(to) : undefined;
      if (context !== undefined) for (const name of valuesOf(context).keys()) names.add(name);
    }
    for (const above of nodesAbove(index, each)) seen.add(above);
  }
  for (const name of valuesOfModule(whole).keys()) names.add(name);
  return [...names];
}
