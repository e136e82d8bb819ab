/** "`cmd`": the shells' old form of `$(cmd)`. */

import type { Parser } from "../grammar.ts";

/** Goes behind the backticks that begin at `p.at`, and says what to write instead. */
export function refuseBackticks(p: Parser, inCode = false): void {
  const start = p.at;
  const end = p.matchEnd(/`[^`\n]{0,500}`/y, start);
  p.at = end === -1 ? start + 1 : end;
  const inner = p.text.slice(start + 1, Math.max(start + 1, p.at - 1)).trim();
  const isShort = inner !== "" && inner.length <= 60;
  // A text of JavaScript: its values are named in it.
  const text = isShort && inCode && inner.includes("${") ? `"${inner}"` : undefined;
  p.report("DS1108", start, p.at, { inner: isShort ? inner : "cmd", text });
}
