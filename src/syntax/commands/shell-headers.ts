/** What the shells' statements look like in D-Script: the first line of each, for the fixes of messages. */

import { numberTests } from "../foreign-operators.ts";
import { asExpression, asSum, asText } from "./translate.ts";

// A longer condition would fill the message.
const longest = 60;

/** `[[ -f $x ]]` is `test -f $x`, `(( n > 3 ))` is `n > 3`, `! cmd` is `!cmd`. */
export function conditionOf(header: string): string {
  const text = header.trim();
  if (text === "" || text.length > longest || text.includes("\n")) return "…";
  if (text === ":" || text === "true") return "true";
  const negated = /^!\s*(.+)$/.exec(text)?.[1];
  if (negated !== undefined) return negatedCondition(negated);
  const sum = /^\(\((.+)\)\)$/.exec(text)?.[1];
  if (sum !== undefined) return asSum(sum);
  const test = /^\[\[\s+(.+?)\s+\]\]$/.exec(text)?.[1];
  return test === undefined ? asText(text) : testOf(test);
}

/** The opposite of a condition. */
export function negatedCondition(header: string): string {
  const inner = conditionOf(header);
  if (inner === "…") return "!…";
  const isCommand = !/^\(\(|^\[\[/.test(header.trim());
  if (isCommand && /&&|\|\|/.test(inner)) return `!$(${inner})`;
  return /^[\w.]+$|^test /.test(inner) || isCommand ? `!${inner}` : `!(${inner})`;
}

function testOf(test: string): string {
  const file = /^(-[a-zA-Z])\s+("[^"]*"|'[^']*'|[^\s&|]+)$/.exec(test);
  if (file !== null) return `test ${file[1]} ${asText(file[2] ?? "")}`;
  const [, left = "", operator = "", right = ""] =
    /^("[^"]*"|'[^']*'|[^\s&|]+)\s+(==?|!=|=~|-eq|-ne|-lt|-le|-gt|-ge)\s+("[^"]*"|'[^']*'|[^\s&|]+)$/.exec(test) ?? [];
  if (operator === "") return "…";
  if (operator === "=~") return `${asExpression(left)} =~ /${right.replace(/^["']|["']$/g, "")}/`;
  return `${asExpression(left)} ${comparisons[operator] ?? operator} ${asExpression(right)}`;
}

const comparisons: Readonly<Record<string, string>> = { "=": "==", ...numberTests };

/** `for x in a b; do`: over the words as they are, a glob, the lines of a command, an array, or a range. */
export function forOf(name: string, words: string): string {
  const text = words.length > 400 ? "…" : words.trim();
  const [, from, to] = /^\{(\d+)\.\.(\d+)\}$/.exec(text) ?? /^(?:\$\(|`)seq\s+(\d+)\s+(\d+)(?:\)|`)$/.exec(text) ?? [];
  if (from !== undefined && to !== undefined) return `for (int ${name} = ${from}; ${name} <= ${to}; ${name}++) { … }`;
  return `for (String ${name} in ${valuesOf(text)}) { … }`;
}

function valuesOf(text: string): string {
  if (text === "…") return text;
  if (text === "" || /^"?\$[@*]"?$/.test(text)) return "ARGV";
  const array = /^"?\$\{([A-Za-z_]\w*)\[[@*]\]\}"?$/.exec(text)?.[1];
  if (array !== undefined) return array;
  if (text.length > longest || text.includes("\n") || /\$\{[^}]*[^\w}]/.test(text)) return "…";
  if (/^(?:\$\([^()]*\)|`[^`]*`|\$\{?[A-Za-z_]\w*\}?)$/.test(text)) return asExpression(text);
  const list = text.match(/(?:"[^"]*"|'[^']*'|\$\([^()]*\)|[^\s"'])+/g) ?? [];
  if (list.length === 1 && /[*?[]/.test(text) && !/["'$`]/.test(text)) return `glob("${text}")`;
  return `[${list.map((word) => (/^\d+$/.test(word) ? `"${word}"` : asExpression(word))).join(", ")}]`;
}

/** `i=0; i<3; i++` of an arithmetic `for`. */
export function countingFor(inner: string): string {
  const [init = "", test = "", step = ""] = inner.split(";").map((part) => asSum(part));
  const [, name, value] = /^([A-Za-z_]\w*)\s*=\s*(.+)$/.exec(init) ?? [];
  const first = name === undefined ? init : `int ${name} = ${value}`;
  return `for (${first}; ${test.replace(/\s*([<>!=]=|[<>])\s*/, " $1 ")}; ${step}) { … }`;
}

/** `while read line; do … done < file`. */
export function readingFor(names: readonly string[], source: string | undefined): string {
  return `for (String ${names[0] ?? "line"} in $(${source ?? "cat FILE"})) { … }`;
}
