/** `@{key}` within a text, where only a key that begins with a capital letter is a value: text it stays, which is said (language 10). */

import type { TextPart } from "../../syntax/index.ts";
import type { Context } from "../context.ts";

/** Advises against a text that holds what looks like a key of the D-Case, and is one. */
export function adviseText(context: Context, part: TextPart): void {
  const { argument } = context.program;
  if (argument === undefined || !part.text.includes("@{") || context.caseScope === "unknown") return;
  const uid = context.caseScope === "root" ? argument.root : context.caseScope.uid;
  const written = context.file.source.text.slice(part.start, part.end);
  // In single quotes a text is meant to be one.
  if (uid === undefined || written.startsWith("'")) return;
  for (const found of written.matchAll(/(?<!\\)@\{([^{}"'`$\\\r\n]+)\}/g)) {
    const key = (found[1] ?? "").trim();
    if (argument.valueOf(uid, key) === undefined) continue;
    const start = part.start + found.index;
    context.report("DS7015", { start, end: start + found[0].length }, { key, written: `\${@{${key}}}` });
    return;
  }
}
