/** `import "lib.dscript" as lib`, `import ops.backup` (language 2). */

import { doubleQuote, singleQuote } from "../characters.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import { readString } from "../scan/strings.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { Identifier, NodeBase, Statement } from "../tree.ts";

export const importStatement = defineStatement({
  kind: "import",
  form: 'import "FILE" as NAME',
  words: ["import"],
  shape: (p, after) => {
    const at = skipTrivia(p, after, false);
    const code = p.code(at);
    if (code === doubleQuote || code === singleQuote) return true;
    return at > after && (p.match(bareFile, at) !== undefined || p.match(moduleName, at) !== undefined);
  },
  parse: parseImport,
});

/** A script's name without quotes; to a program called `import` nobody hands one. */
const bareFile = /[\w./@+-]+\.dscript(?=[ \t]*(?:[\r\n;#]|as[ \t]|$))/y;

/** `ops.backup`, alone in its line or ahead of `as`. */
const moduleName = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?=[ \t]*(?:[\r\n;#})]|\/\/|\/\*|as[ \t]|$))/y;

function parseImport(p: Parser): Statement {
  const start = p.at;
  p.takeWord("import");
  const at = p.look();
  p.at = at;
  const module = p.match(bareFile, at) === undefined ? p.match(moduleName, at)?.[0] : undefined;
  if (module !== undefined) p.at = at + module.length;
  const path = module ?? readPath(p);
  const pathSpan = { start: at, end: p.at };
  const alias = p.takeWord("as") ? p.name("a name for the file") : ownName(p, path, module !== undefined, pathSpan);
  p.declare(alias);
  const from = module === undefined ? "file" : "module";
  const node = { kind: "import", from, path, pathSpan, alias, start, end: p.at } as const;
  if (!p.panic) p.extend(p.imported(node), pathSpan);
  return node;
}

function readPath(p: Parser): string {
  const start = p.at;
  const bare = p.match(bareFile, start)?.[0];
  if (bare !== undefined) {
    p.at = start + bare.length;
    p.report("DS1210", start, p.at, { why: "an imported file is named by a string", fix: `import "${bare}"` });
    return bare;
  }
  const parts = readString(p);
  const only = parts[0];
  const path = parts.length === 1 && only?.kind === "text" ? only.text : "";
  if (path === "") p.report("DS1210", start, p.at, { why: "a file is named by a plain string that is not empty" });
  return path;
}

/** "lib/tools.dscript" is `tools`, and `ops.backup` is `backup`. */
function ownName(p: Parser, path: string, isModule: boolean, { start, end }: NodeBase): Identifier {
  if (isModule) return { kind: "identifier", name: path.slice(path.lastIndexOf(".") + 1), start, end };
  const name = /([^/]*?)(?:\.dscript)?$/.exec(path)?.[1] ?? "";
  const usable = /^[A-Za-z_]\w*$/.test(name);
  if (path !== "" && !usable)
    p.report("DS1210", start, end, {
      why: `"${name}" cannot be the file's name in this script`,
      fix: `import "${path}" as ${nameLike(name)}`,
    });
  return { kind: "identifier", name: usable ? name : "", start, end };
}

/** `no-such file` as a name. */
function nameLike(text: string): string {
  const name = text.replace(/[^A-Za-z0-9_]+/g, "_").replace(/^(?=\d)|^_+/, "");
  return /^[A-Za-z]/.test(name) ? name : `lib${name === "" ? "" : `_${name}`}`;
}
