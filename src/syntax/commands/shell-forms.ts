/** The shells' statements, refused with D-Script's own: `if …; then`, `for x in …; do`. */

import type { Parser } from "../grammar.ts";
import { recover } from "../recovery.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { Statement } from "../tree.ts";

const forms: ReadonlyMap<string, string> = new Map([
  ["if", "if (test -d x) { … }"],
  ["then", "if (test -d x) { … }"],
  ["elif", "} else if (…) { … }"],
  ["else", "if (…) { … } else { … }"],
  ["fi", "if (…) { … }"],
  ["while", "while (…) { … }"],
  ["until", "while (!…) { … }"],
  ["for", 'for (String x in glob("*.txt")) { … }'],
  ["do", "while (…) { … }"],
  ["done", "while (…) { … }"],
  ["case", "switch (…) { case …: … }"],
  ["esac", "switch (…) { case …: … }"],
  ["function", "void name() { … }"],
  ["catch", "try { … } catch (Fault f) { … }"],
  ["finally", "try { … } finally { … }"],
]);

const foreignTypes: ReadonlyMap<string, string> = new Map([
  ["string", "String"],
  ["str", "String"],
  ["char", "String"],
  ["bool", "boolean"],
  ["Boolean", "boolean"],
  ["integer", "int"],
  ["Integer", "int"],
  ["Int", "int"],
  ["long", "int"],
  ["number", "int"],
  ["double", "float"],
  ["Float", "float"],
  ["auto", "var"],
  ["let", "var"],
  ["val", "const"],
  ["final", "const"],
]);

/** Refuses a statement of the shells, or a declaration with a type that there is none of. */
export function refuseShellForm(p: Parser): Statement | undefined {
  const start = p.at;
  const end = p.nameEnd(start);
  if (end === start) return undefined;
  const word = p.text.slice(start, end);
  const after = p.text.charAt(end);
  const form = forms.get(word);
  if (form !== undefined && (after === "" || /[\s;]/.test(after))) {
    p.report("DS1122", start, end, { word, form });
    p.panic = true;
    p.at = end;
    // A block may follow (`else {`): it is read as a statement of its own.
    const next = skipTrivia(p, end, false);
    if (p.code(next) === 123) {
      p.panic = false;
      p.at = next;
      p.block();
    } else recover(p);
    return { kind: "error", start, end: p.at };
  }
  return refuseType(p, start, end, word);
}

/** `string s = …`: a word, a blank, a name, a blank, `=`, a blank. */
function refuseType(p: Parser, start: number, end: number, word: string): Statement | undefined {
  const instead = foreignTypes.get(word);
  if (instead === undefined && !/^[A-Z]/.test(word)) return undefined;
  const found = p.match(/(?:\[\]|\?)?[ \t]+([A-Za-z_]\w*)[ \t]+=[ \t]+/y, end);
  if (found === undefined) return undefined;
  p.report("DS1201", start, end, { name: word, instead });
  const nameStart = end + found[0].indexOf(found[1] ?? "");
  p.declare({ kind: "identifier", name: found[1] ?? "", start: nameStart, end: nameStart + (found[1]?.length ?? 0) });
  p.at = end + found[0].length;
  p.expression();
  return { kind: "error", start, end: p.at };
}
