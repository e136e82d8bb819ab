/** `syntax statement unless ($c:condition) $b:block => if (!$c) $b` (language 7) */

import { slash } from "../characters.ts";
import { expand } from "../extensions/expand.ts";
import { readForm } from "../extensions/form.ts";
import { missingWord, wordOf, wrongIn } from "../extensions/judge.ts";
import { readTemplate, type Template } from "../extensions/template.ts";
import { isCoreWord } from "../extensions/words.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import { type Precedence, precedenceLevels } from "../precedences.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { FormElement, NodeBase, Statement, SyntaxExtension, SyntaxRole } from "../tree.ts";

const roles: readonly SyntaxRole[] = ["statement", "expression", "operator", "literal"];

export const syntaxStatement = defineStatement({
  kind: "syntax",
  form: "syntax statement FORM => TEMPLATE",
  words: ["syntax"],
  shape: (p, after) => {
    const at = skipTrivia(p, after, false);
    return at > after && roleAt(p, at) !== undefined;
  },
  parse: parseSyntax,
});

function roleAt(p: Parser, at: number): SyntaxRole | undefined {
  const word = p.text.slice(at, p.nameEnd(at));
  return roles.find((role) => role === word);
}

interface Head {
  readonly form: readonly FormElement[];
  readonly formSpan: NodeBase;
  readonly precedence?: Precedence;
  readonly pattern?: string;
}

function parseSyntax(p: Parser): Statement {
  const start = p.at;
  p.takeWord("syntax");
  const role = roleAt(p, p.look()) ?? "statement";
  p.takeWord(role);
  const head = role === "literal" ? readLiteral(p) : readHead(p, role);
  p.expect("=>");
  p.at = p.lookLines();
  const template = readTemplate(p, head.form, role === "statement");
  const end = p.at;
  const node = { kind: "syntax", role, ...head, template: template.tree, start, end } as const;
  if (p.panic) return node;
  const syntax = extensionOf(p, role, head, template, start);
  if (syntax !== undefined) p.declareSyntax(syntax, head.formSpan);
  return node;
}

function readHead(p: Parser, role: SyntaxRole): Head {
  const from = p.look();
  const elements = readForm(p);
  // Behind the comments that may stand ahead of it.
  const start = elements[0]?.start ?? from;
  const formSpan = { start, end: elements.at(-1)?.end ?? start };
  if (role !== "operator") return { form: elements, formSpan };
  // `as relational` behind an operator's form.
  const as = elements.at(-2);
  const level = elements.at(-1);
  if (as?.kind !== "word" || as.text !== "as" || level?.kind !== "word") return { form: elements, formSpan };
  const form = elements.slice(0, -2);
  const span = { start, end: form.at(-1)?.end ?? start };
  const precedence = [...precedenceLevels.keys()].find((name) => name === level.text);
  if (precedence === undefined)
    p.report("DS1301", level.start, level.end, { why: `there is no precedence \`${level.text}\``, precedences: true });
  return { form, formSpan: span, ...(precedence && { precedence }) };
}

/** `$text:/pattern/` */
function readLiteral(p: Parser): Head {
  const start = p.look();
  const found = p.match(/\$([A-Za-z_]\w*):(?=\/)/y, start);
  if (found === undefined) {
    p.fail(start, "what the literal looks like: `$text:/\\d+px/`");
    return { form: [], formSpan: { start, end: start } };
  }
  p.at = start + found[0].length;
  const from = p.at;
  const regex = p.code(from) === slash ? p.expression("prefix") : undefined;
  const formSpan = { start, end: p.at };
  const hole = { kind: "hole", name: found[1] ?? "", of: "text", ...formSpan } as const;
  return { form: [hole], formSpan, ...(regex?.kind === "regex" && { pattern: regex.pattern }) };
}

/** The syntax that a declaration makes; undefined where its form will not do, and that is said. */
function extensionOf(
  p: Parser,
  role: SyntaxRole,
  { form, formSpan, precedence, pattern }: Head,
  template: Template,
  at: number,
): SyntaxExtension | undefined {
  const word = wordOf(role, form);
  const wrong = word === undefined ? missingWord[role] : wrongIn(form);
  if (wrong !== undefined || word === undefined) {
    const last = Math.max(formSpan.end, formSpan.start + 1);
    p.report("DS1301", formSpan.start, last, { why: wrong ?? "" });
    return undefined;
  }
  if (role !== "literal" && isCoreWord(p.grammar, role, word)) {
    p.report("DS1302", formSpan.start, formSpan.end, { name: word });
    return undefined;
  }
  const home = p.source.name;
  const names = { locals: template.locals, home, isAtHome: (name: string) => p.knows(name) };
  return {
    ...{ role, word, form, home, declared: formSpan, says: commentAbove(p.text, at) },
    ...(precedence && { precedence }),
    ...(pattern !== undefined && { pattern }),
    lower: (use, budget) =>
      template.isRefused
        ? { kind: role === "statement" ? "error" : "error-expression", ...use.span }
        : expand(template.tree, use, names, budget),
  };
}

/** The line comment directly above, for hover. */
function commentAbove(text: string, at: number): string {
  const before = text.slice(0, at).split("\n");
  const line = before.at(-2)?.trim() ?? "";
  return /^(?:#|\/\/)/.test(line) ? line.replace(/^(?:#|\/\/)\s*/, "") : "";
}
