/** `import "lib.dscript" as lib` (language 2). */

import { doubleQuote, singleQuote } from "../characters.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import { readString } from "../scan/strings.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { Identifier, Statement } from "../tree.ts";

export const importStatement = defineStatement({
  kind: "import",
  form: 'import "FILE" as NAME',
  words: ["import"],
  shape: (p, after) => {
    const code = p.code(skipTrivia(p, after, false));
    return code === doubleQuote || code === singleQuote;
  },
  parse: parseImport,
});

function parseImport(p: Parser): Statement {
  const start = p.at;
  p.takeWord("import");
  const at = p.look();
  p.at = at;
  const parts = readString(p);
  const pathSpan = { start: at, end: p.at };
  const only = parts[0];
  const path = parts.length === 1 && only?.kind === "text" ? only.text : "";
  if (path === "") p.report("DS1210", at, p.at, { why: "a file is named by a plain string that is not empty" });
  const alias = p.takeWord("as") ? p.name("a name for the file") : ownName(p, path, pathSpan.start, pathSpan.end);
  p.declare(alias);
  return { kind: "import", path, pathSpan: { start: at, end: pathSpan.end }, alias, start, end: p.at };
}

/** "lib/tools.dscript" is `tools`. */
function ownName(p: Parser, path: string, start: number, end: number): Identifier {
  const name = /([^/]*?)(?:\.dscript)?$/.exec(path)?.[1] ?? "";
  const usable = /^[A-Za-z_]\w*$/.test(name);
  if (path !== "" && !usable)
    p.report("DS1210", start, end, { why: `"${name}" is no name: write \`as NAME\` behind it` });
  return { kind: "identifier", name: usable ? name : "", start, end };
}
