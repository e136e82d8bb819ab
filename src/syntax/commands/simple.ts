/** A program with its words and redirections (language 3). */

import { ampersand, closeParen, hash, isNameStart, newline, openBrace, openParen, semicolon } from "../characters.ts";
import { meantStatement, type Parser } from "../grammar.ts";
import { skipBracket } from "../recovery.ts";
import { lineEnd, skipCommandBlanks } from "../scan/trivia.ts";
import type { Assignment, Redirect, SimpleCommand, Word } from "../tree.ts";
import type { Ahead } from "./ahead.ts";
import { isAssignment, parseAssignment } from "./assignments.ts";
import { isBehindCode, refuseBehindCode } from "./code-among.ts";
import { foreignForm } from "./foreign-forms.ts";
import { isRedirect, parseRedirect } from "./redirects.ts";
import { refuseAppending, refuseAssignment } from "./shell-assignments.ts";
import { presumeDeclared, refuseBuiltin } from "./shell-builtins.ts";
import { isLoneBrace } from "./words.ts";

type Role = SimpleCommand["role"];

const roles: ReadonlySet<string> = new Set<Role>(["cd", "export", "exit"]);

export function parseSimple(p: Parser, ahead: Ahead): SimpleCommand {
  const { start, prefixes } = ahead;
  const assignments: Assignment[] = [...ahead.assignments];
  const redirects: Redirect[] = [...ahead.redirects];
  const words: Word[] = [];
  let role: Role = "program";
  let forced = false;
  let end = p.at;
  while (!p.panic) {
    skipCommandBlanks(p);
    if (isRedirect(p)) {
      const redirect = parseRedirect(p);
      if (redirect !== undefined) redirects.push(redirect);
    } else if (role === "export" && isAssignment(p, p.at)) assignments.push(parseAssignment(p));
    else if (p.code(p.at) === openParen) refuseParenthesis(p);
    else {
      const word = atWord(p) ? p.word() : undefined;
      if (word === undefined) break;
      if (words.length === 0 && !forced && bareText(word) === "command") forced = true;
      else {
        if (words.length === 0) role = readHead(p, word, forced);
        words.push(word);
        if (words.length === 1 && bareText(word) === "[[") skipTest(p);
      }
    }
    end = p.at;
  }
  p.at = end;
  const command: SimpleCommand = { kind: "simple", prefixes, assignments, words, redirects, role, forced, start, end };
  check(p, command);
  return command;
}

/** `[[ a == b && c ]]`: no words of ours. */
function skipTest(p: Parser): void {
  const end = p.matchEnd(/[^\n]*?[ \t]\]\]/y, p.at);
  if (end !== -1) p.at = end;
}

/** Whether a word may start here: no comment, and no brace that stands alone. */
function atWord(p: Parser): boolean {
  const code = p.code(p.at);
  if (code === hash) {
    p.at = lineEnd(p, p.at);
    return false;
  }
  return !isLoneBrace(p, p.at);
}

/** `=`, `+=`, `++`, `==`, `<`: of code, behind a name and a blank; `< f` and `> f` may be redirections. */
const operatorBehind =
  /[ \t]+(\+\+|--|(?:[-+*/%]|\?\?)?=(?!=)|[=!]=(?=[ \t])|[<>]=?(?=[ \t]*[\d"]))(?:[ \t]*("[^"\n]{0,40}"|'[^'\n]{0,40}'|[^\s;)&|"']{1,40}))?/y;

/** What a command's first word says of it, and what is to be judged at the file's end. */
function readHead(p: Parser, word: Word, forced: boolean): Role {
  const text = staticText(word);
  if (text === undefined || forced) return "program";
  if (bareText(word) !== undefined && isNameStart(text.charCodeAt(0)) && !p.declaring.includes(text)) {
    const [, operator, value = "e"] = p.match(operatorBehind, word.end) ?? [];
    const behind = operator === undefined ? undefined : { operator, value };
    p.heads.push({ name: text, isForeign: p.foreign > 0, start: word.start, end: word.end, behind });
  }
  // The set of roles holds exactly these names.
  return roles.has(text) ? (text as Role) : "program";
}

function check(p: Parser, command: SimpleCommand): void {
  const { words, assignments, redirects, role, forced, start, end } = command;
  const first = words[0];
  if (p.panic || (first === undefined && p.refusedAt === end)) return;
  if (first === undefined) {
    if (forced) p.fail(end, "a program behind `command`");
    else if (assignments[0] !== undefined && redirects.length === 0 && command.prefixes.length === 0)
      refuseAssignment(p, assignments[0]);
    else if (isBehindCode(p, start)) refuseBehindCode(p, start);
    else if (redirects.length > 0 || assignments.length > 0) p.report("DS1118", start, end, {});
    else failWithoutCommand(p);
    return;
  }
  if (role === "export") checkExport(p, command);
  else if (
    p.match(/\+=/y, p.nameEnd(first.start)) !== undefined &&
    bareText(first) !== undefined &&
    words.length === 1
  ) {
    refuseAppending(p, first.start, first.end);
  } else if (
    words.length > 2 &&
    bareText(words[1]) === "=" &&
    first.parts[0]?.kind === "expression" &&
    !first.parts[0].quoted &&
    first.parts.length === 1
  ) {
    p.report("DS1218", first.start, first.end, { found: p.text.slice(first.start, first.end) });
  }
  refuseBuiltin(p, command);
  presumeDeclared(p, command);
}

function checkExport(p: Parser, { words, assignments, start, end }: SimpleCommand): void {
  const extra = words[1];
  if (extra !== undefined) {
    const text = p.text.slice(extra.start, extra.end);
    p.report("DS1119", extra.start, extra.end, {
      why: `\`${text.slice(0, 40)}\` is no \`NAME=value\``,
      fix: `write \`${exported(p, text, words)}\``,
    });
  } else if (assignments.length === 0)
    p.report("DS1119", start, end, {
      why: "`export` exports nothing",
      fix: "write `export NAME=value`; `env` lists the environment",
    });
}

/** `export A = 3` and `export A` as they are meant. */
function exported(p: Parser, name: string, words: readonly Word[]): string {
  if (!/^[A-Za-z_]\w*$/.test(name)) return "export NAME=value";
  const [, , equal, value] = words;
  const assigns = equal !== undefined && p.text.slice(equal.start, equal.end) === "=";
  return `export ${name}=${assigns ? (value === undefined ? "" : p.text.slice(value.start, value.end)) : `\${${name}}`}`;
}

function failWithoutCommand(p: Parser): void {
  const at = p.at;
  const text = p.text.slice(at, at + 2);
  const joins = text === "&&" || text === "||" || text.startsWith("|");
  if (p.code(at) !== openBrace) {
    p.fail(at, "a command", joins ? `\`${text.trim()}\` stands at the end of the line that goes on` : undefined);
    return;
  }
  if (p.saidBehind !== p.codeEnd || p.codeEnd === -1)
    p.fail(at, "a command", "write `if (cmd) { … }`, or `( cmd; cmd )` for commands in a flow of their own");
  // The block is read for its own mistakes.
  p.panic = false;
  if (p.enter()) {
    p.block();
    p.leave();
  }
}

/** `echo f(x)`, and misspelt statements: `whlie (x) {`. */
function refuseParenthesis(p: Parser): void {
  const open = p.at;
  let lineStart = open;
  while (lineStart > 0 && ![newline, semicolon, ampersand].includes(p.code(lineStart - 1)) && open - lineStart < 200)
    lineStart -= 1;
  const [, word = "", rest = ""] = /^\s*([A-Za-z_]\w*)[ \t]+(.*)$/s.exec(p.text.slice(lineStart, open)) ?? [];
  skipBracket(p, open, closeParen, true);
  if (p.code(p.at) === closeParen) p.at += 1;
  const foreign = foreignForm(word, rest);
  // `whlie (`, `wait util (`
  const meant = rest === "" || p.grammar.worded.has(word) ? meantStatement(p.grammar, word) : undefined;
  p.report("DS1116", open, open + 1, {
    form: foreign ?? (meant?.form.includes("(") === true ? meant.form : undefined),
    ...calledAt(p, open, p.at),
  });
  p.lose(p.at);
  p.refusedAt = p.at;
}

/** The parenthesis with the word that it joins, and whether that is a call. */
function calledAt(p: Parser, open: number, end: number): { readonly text: string; readonly call: string | undefined } {
  const before = /[^\s;|&<>()"'$]*$/.exec(p.text.slice(Math.max(0, open - 80), open))?.[0] ?? "";
  const whole = p.text.slice(open - before.length, end);
  // `"x".split()` goes on behind a quote.
  const isTail = /["'}]/.test(p.text.charAt(open - before.length - 1));
  const text = isTail || whole.length > 40 || /[\n']/.test(whole) ? "…" : whole;
  const isCall = /^[A-Za-z_][\w.]*$/.test(before) && text !== "…" && p.text.charAt(end - 1) === ")";
  return { text, call: isCall ? text : undefined };
}

/** The text of a word that is one bare piece: no quotes, no interpolation. */
function bareText(word: Word | undefined): string | undefined {
  const part = word?.parts[0];
  return word?.parts.length === 1 && part?.kind === "text" && !part.quoted ? part.text : undefined;
}

/** The text of a word that holds nothing but text, quoted or not. */
export function staticText(word: Word | undefined): string | undefined {
  if (word === undefined) return undefined;
  let text = "";
  for (const part of word.parts) {
    if (part.kind !== "text") return undefined;
    text += part.text;
  }
  return text;
}
