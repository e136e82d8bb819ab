/** A D-Case as the checker asks it: nodes by what scripts call them, and what holds in their scope. */

import { type CaseNode, type DCase, indexOf, interpolated, namesInScope, valueInScope } from "../../assurance/index.ts";
import type { ArgumentView } from "../../records/index.ts";

/** All modules of the argument, the one that the script names first; `file`: as messages name it. */
export function viewOf(cases: readonly DCase[], file: string): ArgumentView {
  const homes = new Map<string, DCase>();
  for (const whole of cases) for (const { uid } of whole.nodes) if (!homes.has(uid)) homes.set(uid, whole);
  const [first] = cases;
  return {
    file,
    nodes: cases.flatMap((whole) => whole.nodes.map((node) => viewOfNode(node, whole))),
    root: first === undefined ? undefined : indexOf(first).roots.find(({ type }) => type === "goal")?.uid,
    valueOf(uid, key) {
      const whole = homes.get(uid);
      const found = whole === undefined ? undefined : valueInScope(whole, uid, key);
      if (found === undefined || whole === undefined) return undefined;
      const node = found.uid === undefined ? undefined : indexOf(whole).byUid.get(found.uid);
      const owner = node?.owner === undefined ? {} : { owner: node.owner };
      return { value: found.value, by: node?.label ?? whole.module.name, ...owner };
    },
    keysAt: (uid) => {
      const whole = homes.get(uid);
      return whole === undefined ? [] : namesInScope(whole, uid);
    },
  };
}

/** A script may write a text as the file has it, or as it is shown. */
function viewOfNode({ uid, label, type, text, translations = {} }: CaseNode, whole: DCase) {
  const texts = [text, ...Object.values(translations)];
  const shown = texts.filter((each) => /[[{]/.test(each)).map((each) => interpolated(whole, uid, each));
  return { uid, label, type, texts: [...texts, ...shown] };
}
