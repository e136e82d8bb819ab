/** The shells' own parameters, refused with what to write instead (language 3). */

import type { Parser } from "../grammar.ts";

/** `$1`, `$@`, `$#`: the shells' parameters, which end at `p.at`. */
export function refuseParameter(p: Parser, start: number, place: "text" | "word" | "code"): void {
  if (p.foreign > 0) return;
  const found = p.text.slice(start, p.at);
  const isSaid = p.parameterEnd === start && p.text.startsWith(found, start - found.length);
  p.parameterEnd = p.at;
  // `$$$$`: once is enough.
  if (isSaid) return;
  const value = parameterValue(found.replace(/[${}]/g, "") || "$");
  const inWord = value === "ARGV" && place === "text" ? 'ARGV.join(" ")' : value;
  const instead = inWord === undefined || place === "code" ? inWord : `\${${inWord}}`;
  const dollars = { text: "`\\$`", word: "'$'", code: undefined };
  p.report("DS1107", start, p.at, { found, instead, dollar: dollars[place] });
}

function parameterValue(name: string): string | undefined {
  if (/^[1-9]\d*$/.test(name)) return `ARGV[${Number(name) - 1}]`;
  if (name === "0") return "SCRIPT";
  if (name === "@" || name === "*") return "ARGV";
  if (name === "$") return "System.getpid()";
  return name === "#" ? "ARGV.length" : undefined;
}
