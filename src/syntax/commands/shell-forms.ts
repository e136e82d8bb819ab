/** The shells' statements, refused with D-Script's own: `if …; then`, `for x in …; do`. */

import { nearest } from "../../diagnostics/index.ts";
import { openBrace, openParen } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { recover } from "../recovery.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { NodeBase, Statement } from "../tree.ts";

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

const openers: ReadonlySet<string> = new Set(["if", "while", "until", "for", "case"]);
const closers: ReadonlySet<string> = new Set(["fi", "done", "esac"]);
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

/** Refuses a statement of the shells, or a declaration with a type that there is none of. */
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

/** A word of the shells' statements behind a pipe or `&&`: `cat f | while read line`. */
export function noteShellForm(p: Parser, { start, end }: NodeBase, text: string): void {
  const form = forms.get(text);
  // At a statement's start the statement is refused as a whole.
  if (form === undefined || p.text.charCodeAt(end) === openParen) return;
  const lines = text === "while" ? "for (String line in $(…)) { … }" : form;
  p.report("DS1122", start, end, { word: text, form: lines });
  p.lose(end);
  if (openers.has(text)) p.shellForms += 1;
}

function refuseWord(p: Parser, word: string, form: string, end: number): void {
  if (p.shellForms === 0 || openers.has(word)) p.report("DS1122", p.at, end, { word, form });
  p.lose(end);
  if (openers.has(word)) p.shellForms += 1;
  if (closers.has(word)) p.shellForms = Math.max(0, p.shellForms - 1);
  p.at = end;
  const next = skipTrivia(p, end, false);
  if (word === "case") skipCase(p);
  else if (p.code(next) === openBrace) {
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

/** The patterns of `case … esac` are no statements. */
function skipCase(p: Parser): void {
  const found = /\besac\b/.exec(p.text.slice(p.at, Math.min(p.end, p.at + 5000)));
  if (found === null) recover(p);
  else {
    p.at += found.index + "esac".length;
    p.shellForms = Math.max(0, p.shellForms - 1);
  }
}

/** `string s = …`: a word, a blank, a name, a blank, `=`, a blank. */
function refuseType(p: Parser, start: number, end: number, word: string): Statement | undefined {
  const instead = foreignTypes.get(word);
  if (instead === undefined && !/^[A-Z]/.test(word)) return undefined;
  const found = p.match(/(?:<[^<>\n=]{1,80}>)?(?:\[\]|\?)*[ \t]+([A-Za-z_]\w*)[ \t]+=[ \t]+/y, end);
  if (found === undefined) return undefined;
  p.report("DS1201", start, end, { name: word, instead: instead ?? nearest(word, p.grammar.types) });
  const nameStart = end + found[0].indexOf(found[1] ?? "");
  p.declare({ kind: "identifier", name: found[1] ?? "", start: nameStart, end: nameStart + (found[1]?.length ?? 0) });
  p.at = end + found[0].length;
  p.expression();
  return { kind: "error", start, end: p.at };
}
