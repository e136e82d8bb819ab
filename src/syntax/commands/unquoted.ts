/** What shells take without quotes and no value looks like: paths and patterns where a value belongs (language 3). */

import type { Parser } from "../grammar.ts";
import type { Expression } from "../tree.ts";

const endsValue = "(?=[ \\t]*(?:[,)\\n\\r;]|$))";
/** `*.txt`, `/tmp/*.log`, `a*.txt`: a product has no such right side. */
const pattern = new RegExp(`(?:[\\w.~-]*/[\\w./~-]*[*?]|[*]|[\\w-]+[*?]+\\.[A-Za-z*])[\\w./~*?-]*${endsValue}`, "y");
/** `./a.txt`, `~/x`, `/etc/passwd`; but `/x/i` is a regular expression. */
const path = new RegExp(
  `(?:(?:\\.{1,2}|~)/[\\w./+-]*|(?:/[\\w.+-]+)+/(?![ims]{1,3}${endsValue})[\\w.+-]+|/[\\w.+-]+(?=[ \\t]*[,)][^/\\n]*(?:\\n|$)))${endsValue}`,
  "y",
);

/** Refuses such a text and takes it; undefined where none stands here. `ofFiles` is for what wants the files themselves. */
export function refuseUnquoted(p: Parser, ofFiles: boolean): Expression | undefined {
  const start = p.look();
  const found = unquotedAt(p, start);
  if (found === undefined) return undefined;
  const quoted = `"${found.startsWith("~/") ? `\${env.HOME}${found.slice(1)}` : found}"`;
  const fix = ofFiles ? `write \`glob(${quoted})\`` : `a text stands in quotes: \`${quoted}\``;
  p.mention(start, "a value", { fix });
  p.at = start + found.length;
  return { kind: "error-expression", start, end: p.at };
}

/** The path or pattern that stands here without quotes. */
export function unquotedAt(p: Parser, at: number): string | undefined {
  return (p.match(pattern, at) ?? p.match(path, at))?.[0];
}
