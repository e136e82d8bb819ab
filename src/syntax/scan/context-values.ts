/** `@{KEY}`, in code and in the bare text of commands (language 10). */

import type { Parser } from "../grammar.ts";
import type { Expression } from "../tree.ts";

const shape = /@\{([^{}"'`$\\\r\n]*)\}/y;
/** In bare text a key begins as no revision of Git does: `@{u}`, `main@{upstream}`, `HEAD@{1}` are text. */
const bareShape = /@\{[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}_.-]*\}/uy;

export function isContextValueAt(p: Parser, at: number): boolean {
  return p.matchEnd(shape, at) !== -1;
}

/** The same, within a command's bare text. */
export function isBareContextValueAt(p: Parser, at: number): boolean {
  return p.matchEnd(bareShape, at) !== -1;
}

/** Whether a key may stand in bare text without a `$`. */
export function isBareKey(key: string): boolean {
  bareShape.lastIndex = 0;
  return bareShape.test(`@{${key}}`);
}

/** Reads the one that stands at `p.at`. */
export function readContextValue(p: Parser): Expression {
  const start = p.at;
  const found = p.match(shape, start);
  const key = found?.[1]?.trim() ?? "";
  p.at = start + (found?.[0].length ?? 2);
  if (key !== "") return { kind: "context-value", key, start, end: p.at };
  p.report("DS1225", start, p.at, {});
  return { kind: "error-expression", start, end: p.at };
}
