/** The shells' expansions within `${…}`, refused with what to write instead (language 3). */

import { closeBrace } from "../characters.ts";
import { asExpression } from "../commands/translate.ts";
import type { Parser } from "../grammar.ts";
import { skipBracket } from "../recovery.ts";
import type { Expression } from "../tree.ts";
import { refuseParameter } from "./shell-parameters.ts";

/** A form, and what replaces it: given the variable, what stands behind the operator, and whether the file declares the variable. */
interface ShellForm {
  readonly pattern: RegExp;
  readonly instead: (name: string, rest: string, isKnown: boolean) => string;
  /** Where the form may be meant as arithmetic. */
  readonly sum?: true;
}

const named = /\$\{([A-Za-z_]\w*)/.source;

// An operator directly behind the name: `${n % 2}` with blanks is arithmetic, `${f%.txt}` is not.
const forms: readonly ShellForm[] = [
  { pattern: /\$\{#([A-Za-z_]\w*)(?:\[[@*]\])?\}/y, instead: (name) => `\${${name}.length}` },
  {
    pattern: form("%(?=\\d+\\})"),
    instead: (name, rest) => `\${${name} % ${rest}}`,
  },
  { pattern: form("%%?"), instead: (name, rest) => method(name, "removeSuffix", rest), sum: true },
  { pattern: form("##?"), instead: (name, rest) => method(name, "removePrefix", rest) },
  { pattern: form(":?[-=]"), instead: (name, rest, isKnown) => fallback(name, rest, isKnown) },
  {
    pattern: form(":?\\+"),
    instead: (name, rest, isKnown) =>
      isKnown
        ? `\${${name} == "" ? "" : ${asExpression(rest)}}`
        : `\${env.${name} == null ? "" : ${asExpression(rest)}}`,
  },
  {
    pattern: form(":?\\?"),
    instead: (name, rest, isKnown) =>
      isKnown
        ? `assert(${name} != "", ${asExpression(rest === "" ? `no ${name}` : rest)})\` ahead of it, then \`\${${name}}`
        : `\${env.${name}}`,
  },
  { pattern: form(":(?=[\\d ]+(?::[\\d ]+)?\\})"), instead: slice },
  { pattern: form(":"), instead: (name) => `\${${name}.slice(…)}` },
  { pattern: form("//"), instead: (name, rest) => replacement(name, rest, true) },
  {
    pattern: form("/(?=[#%]|[^\\w\\s${}()/][^}\\n]{0,80}/|[\\w.\\s(]{0,40}[^\\w\\s}(/.][^}\\n/]{0,80}/)"),
    instead: (name, rest) => replacement(name, rest, false),
    sum: true,
  },
  { pattern: form("\\^\\^?\\}"), instead: (name) => `\${${name}.upper()}` },
  { pattern: form("\\^(?=\\w+\\})"), instead: (name, rest) => `\${${name} ^ ${rest}}` },
  { pattern: form(",,?\\}"), instead: (name) => `\${${name}.lower()}` },
  { pattern: form("\\[[@*]\\]\\}"), instead: (name) => `\${${name}}` },
  { pattern: form("@[A-Za-z]\\}"), instead: (name) => `\${${name}}` },
];

// `${x/a/b}` is a division where the file declares what it divides by.
const division = form("/(?=([A-Za-z_]\\w*)/\\w*\\})");

/** `${1:-x}`: a word of the script that may be missing. */
const positioned = /\$\{([1-9]\d*):?[-=]([^}\n]*)\}/y;

function form(operator: string): RegExp {
  return new RegExp(named + operator, "y");
}

/** Refuses a shell's expansion that stands at `p.at`; undefined where there is none. */
export function readShellExpansion(p: Parser, quoted: boolean): Expression | undefined {
  const start = p.at;
  const position = p.match(/\$\{(\d+|[@*#])\}/y, start);
  if (position !== undefined) {
    p.at += position[0].length;
    refuseParameter(p, start, quoted ? "text" : "word");
    return { kind: "error-expression", start, end: p.at };
  }
  const missing = p.match(positioned, start);
  if (missing !== undefined) {
    p.at += missing[0].length;
    const index = Number(missing[1]) - 1;
    const instead = `\${ARGV.length > ${index} ? ARGV[${index}] : ${asExpression(missing[2] ?? "")}}`;
    p.report("DS1104", start, p.at, { found: missing[0], instead, sum: false });
    return { kind: "error-expression", start, end: p.at };
  }
  const divided = p.match(division, start);
  if (divided !== undefined && !p.knows(divided[2] ?? ""))
    return refuse(p, divided, { instead: (name, rest) => replacement(name, rest, false), sum: true });
  for (const each of forms) {
    const found = p.match(each.pattern, start);
    if (found !== undefined) return refuse(p, found, each);
  }
  return undefined;
}

function refuse(p: Parser, found: RegExpExecArray, { instead, sum }: Omit<ShellForm, "pattern">): Expression {
  const start = p.at;
  skipBracket(p, start + 1, closeBrace, false);
  const rest = p.text.slice(start + found[0].length, p.at);
  if (p.code(p.at) === closeBrace) p.at += 1;
  const text = p.text.slice(start, p.at);
  const name = found[1] ?? "name";
  p.report("DS1104", start, p.at, {
    found: text.length > 60 ? `${found[0]}…}` : text,
    instead: instead(name, rest.length > 40 ? "…" : rest, p.knows(name)),
    sum: sum === true && /^[\w(]/.test(rest),
  });
  return { kind: "error-expression", start, end: p.at };
}

function method(name: string, called: "removePrefix" | "removeSuffix", rest: string): string {
  if (called === "removePrefix" && rest === "*/") return `\${Path.name(${name})}`;
  if (called === "removeSuffix" && rest === "/*") return `\${Path.parent(${name})}`;
  return `\${${name}.${called}(${/[*?[]/.test(rest) ? "…" : asExpression(rest)})}`;
}

/** What stands for a value that is empty or missing. */
function fallback(name: string, rest: string, isKnown: boolean): string {
  const other = rest === "" ? '""' : asExpression(rest);
  if (!isKnown && /^[A-Z][A-Z0-9_]*$/.test(name)) return `\${env.${name} ?? ${other}}`;
  return `\${${name} == "" ? ${other} : ${name}}`;
}

/** `${x:0:3}` */
function slice(name: string, rest: string): string {
  const [from = 0, length] = rest.split(":").map((part) => Number(part.trim()));
  return length === undefined ? `\${${name}.slice(${from})}` : `\${${name}.slice(${from}, ${from + length})}`;
}

/** `${x/a/b}` and `${x//a/b}` */
function replacement(name: string, rest: string, all: boolean): string {
  const [from, to = ""] = rest.split("/");
  if (from === undefined || from === "" || /[*?[#%]/.test(from)) return `\${${name}.replace(…)}`;
  const called = all ? "replace" : "replaceFirst";
  return `\${${name}.${called}(${asExpression(from)}, ${to === "" ? '""' : asExpression(to)})}`;
}
