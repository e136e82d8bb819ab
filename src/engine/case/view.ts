/** A D-Case as the checker asks it: nodes by what scripts call them, and what holds in their scope. */

import { type DCase, indexOf } from "../../assurance/index.ts";
import type { ArgumentView } from "../../records/index.ts";
import { namesInScope, valueInScope } from "./scope.ts";

/** `file`: as messages name it. */
export function viewOf(whole: DCase, file: string): ArgumentView {
  const { roots, byUid } = indexOf(whole);
  return {
    file,
    nodes: whole.nodes.map(({ uid, label, type, text, translations = {} }) => ({
      uid,
      label,
      type,
      texts: [text, ...Object.values(translations)],
    })),
    root: roots.find(({ type }) => type === "goal")?.uid,
    valueOf(uid, key) {
      const found = valueInScope(whole, uid, key);
      if (found === undefined) return undefined;
      const node = found.uid === undefined ? undefined : byUid.get(found.uid);
      const owner = node?.owner === undefined ? {} : { owner: node.owner };
      return { value: found.value, by: node?.label ?? whole.module.name, ...owner };
    },
    keysAt: (uid) => namesInScope(whole, uid),
  };
}
