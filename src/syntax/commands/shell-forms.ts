/** Words of the shells' statements that stand where none is open, and types of other languages, refused with D-Script's own. */

import { nearest } from "../../diagnostics/index.ts";
import { openBrace } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { recover } from "../recovery.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { Statement } from "../tree.ts";

const forms: ReadonlyMap<string, string> = new Map([
  ["then", "if (test -d x) { … }"],
  ["elif", "} else if (…) { … }"],
  ["else", "if (…) { … } else { … }"],
  ["fi", "if (…) { … }"],
  ["do", "while (…) { … }"],
  ["done", "while (…) { … }"],
  ["esac", "switch (…) { case …: … }"],
  ["catch", "try { … } catch (Fault f) { … }"],
  ["finally", "try { … } finally { … }"],
]);

/** Statements may follow them in the same line. */
const leaders: ReadonlySet<string> = new Set(["then", "do", "else"]);

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

/** Refuses a word that parts or ends a statement of the shells, or a declaration with a type that there is none of. */
export function refuseShellForm(p: Parser): Statement | undefined {
  const start = p.at;
  const end = p.nameEnd(start);
  if (end === start) return undefined;
  const word = p.text.slice(start, end);
  const after = p.text.charAt(end);
  const form = forms.get(word);
  if (form !== undefined && (after === "" || /[\s;]/.test(after))) {
    refuseWord(p, word, form, end);
    return { kind: "error", start, end: p.at };
  }
  return refuseType(p, start, end, word);
}

function refuseWord(p: Parser, word: string, form: string, end: number): void {
  p.report("DS1122", p.at, end, { word, form });
  p.lose(end);
  p.at = end;
  const next = skipTrivia(p, end, false);
  if (p.code(next) === openBrace) {
    // `else {`: the block is read for its own mistakes.
    p.at = next;
    p.block();
  } else if (leaders.has(word)) p.backgroundEnd = p.at;
  else {
    recover(p);
    // A block that follows is read as a statement of its own.
    if (p.code(p.at) === openBrace) p.backgroundEnd = p.at;
  }
}

/** `string s = …`, `lob.Disk d = …`: a word, a blank, a name, a blank, `=`, a blank. */
function refuseType(p: Parser, start: number, word: number, first: string): Statement | undefined {
  const dotted = p.match(/\.[A-Z]\w*/y, word)?.[0] ?? "";
  const end = word + dotted.length;
  const name = first + dotted;
  const known = foreignTypes.get(name);
  if (known === undefined && dotted === "" && !/^[A-Z]/.test(first)) return undefined;
  const found = p.match(/(?:<[^<>\n=]{1,80}>)?(?:\[\]|\?)*[ \t]+([A-Za-z_]\w*)[ \t]+=[ \t]+/y, end);
  if (found === undefined) return undefined;
  const file = dotted === "" ? undefined : nearest(first, p.typeWords("import"));
  const close = dotted === "" ? nearest(first, [...p.typeWords("class"), ...p.grammar.types]) : file && file + dotted;
  p.report("DS1201", start, end, { name, instead: known ?? close });
  const nameStart = end + found[0].indexOf(found[1] ?? "");
  p.declare({ kind: "identifier", name: found[1] ?? "", start: nameStart, end: nameStart + (found[1]?.length ?? 0) });
  p.at = end + found[0].length;
  p.expression();
  return { kind: "error", start, end: p.at };
}
