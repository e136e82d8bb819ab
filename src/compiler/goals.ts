/** The goals that steps serve, as the runtime takes them (language 10). */

import type { GoalReference } from "../syntax/index.ts";
import type { Scope } from "./context.ts";
import { quote } from "./literals.ts";

/** `{ text: "…", label: "G3", uid: "…" }`; `null` where none is named. */
export function emitGoal({ unit }: Scope, node: GoalReference | undefined): string {
  const served = node === undefined ? undefined : unit.program.served.get(node);
  if (served === undefined) return "null";
  const { text, label, uid } = served;
  const known = Object.entries({ text, label, uid }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${quote(value)}`],
  );
  return `{ ${known.join(", ")} }`;
}
