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
      const by = found?.uid === undefined ? whole.module.name : (byUid.get(found.uid)?.label ?? "");
      return found && { value: found.value, by };
    },
    keysAt: (uid) => namesInScope(whole, uid),
  };
}
