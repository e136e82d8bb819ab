/** The shells' builtins that have no program, refused with D-Script's own form (language 2). */

import type { Parser } from "../grammar.ts";
import type { SimpleCommand } from "../tree.ts";
import { conditionOf } from "./shell-headers.ts";

/** What to write instead of each. */
export const shellBuiltins: ReadonlyMap<string, string> = new Map([
  ["read", '`String line = System.ask("…")` asks, `for (String line in $(cat FILE))` reads lines'],
  ["set", "`strict` as the first statement: every failure that nobody accepts ends the script then"],
  ["trap", "`defer { … }` runs when the block is left, `try { … } finally { … }` likewise"],
  ["source", '`import "FILE.dscript"`, and call its functions'],
  [".", '`import "FILE.dscript"`, and call its functions'],
  ["eval", "there is none: no text is ever run as code; a command's words may be a `String[]`"],
  ["exec", "run the command as the last statement, then `exit $?`"],
  ["wait", "`Job j = $(cmd &)`, then `j.join()`; `wait until (…)` waits for a condition"],
  ["shift", "`ARGV[0]`, `ARGV[1]`, … or `for (String a in ARGV)`"],
  ["type", '`exists("PROGRAM")`'],
  ["umask", "`System.umask(0o022)`"],
  ["ulimit", "`System.limit(…)`"],
  ["unset", "variables end with their block"],
  ["local", "`TYPE NAME = VALUE`: every variable belongs to its block"],
  ["declare", "`TYPE NAME = VALUE`"],
  ["typeset", "`TYPE NAME = VALUE`"],
  ["readonly", "`const NAME = VALUE`"],
  ["let", "`NAME = VALUE`"],
  ["mapfile", "`String[] lines = $(cat FILE)`"],
  ["readarray", "`String[] lines = $(cat FILE)`"],
  ["shopt", 'there are no options of that kind: a glob that matches nothing is a fault, `glob("*.x")` may be empty'],
  ["alias", "a function: `void NAME() { … }`"],
  ["pushd", "`cd DIRECTORY { … }`, which returns afterwards"],
  ["popd", "`cd DIRECTORY { … }`, which returns afterwards"],
  ["getopts", "`ARGV`"],
  [":", "`true`"],
  ["[[", "`if (a == b)`, or the program `[ … ]`"],
]);

/** Builtins that make variables: inside of a function of the shells they are its way to name what it is given. */
export const declaringBuiltins: ReadonlySet<string> = new Set(["local", "declare", "typeset", "readonly", "shift"]);

const naming: ReadonlySet<string> = new Set([...declaringBuiltins, "read", "let", "mapfile", "readarray"]);

/** The names that a refused builtin makes: their uses are no mistakes of their own. */
export function presumeDeclared(p: Parser, { words, forced }: SimpleCommand): void {
  const [first, ...rest] = words;
  if (first === undefined || forced || !naming.has(p.text.slice(first.start, first.end))) return;
  for (const { start } of rest) {
    const end = p.nameEnd(start);
    if (end > start) p.presume(start, end);
  }
}

/** Says of a builtin what replaces it; those that the file imports as programs are judged by the parser's end. */
export function refuseBuiltin(p: Parser, { words, forced, start, end }: SimpleCommand): void {
  const word = words[0];
  if (word === undefined) return;
  const text = p.text.slice(word.start, word.end);
  if (forced && text.startsWith("-")) {
    const program = words.at(-1);
    const name = program === undefined || program === word ? "PROGRAM" : p.text.slice(program.start, program.end);
    const rest = p.text.slice(words[1]?.start ?? end, end);
    const form = text === "-p" ? `\`command ${rest === "" ? "PROGRAM" : rest}\`` : `\`exists("${name}")\``;
    p.report("DS1105", start, word.end, { name: `command ${text}`, form });
    return;
  }
  if (forced || /^[A-Za-z]/.test(text)) return;
  const form = shellBuiltins.get(text);
  if (form === undefined) return;
  const condition = text === "[[" ? conditionOf(p.text.slice(start, end)) : "…";
  p.report("DS1105", word.start, word.end, {
    name: text,
    form: condition === "…" ? form : `\`if (${condition}) { … }\``,
  });
}
