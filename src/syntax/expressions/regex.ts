/** `/…/flags`, where an operand may stand (language 5). */

import { backslash, closeBracket, newline, openBracket, slash } from "../characters.ts";
import { defineExpression, type Parser } from "../grammar.ts";

export const regexLiteral = defineExpression({
  role: "operand",
  kind: "regex",
  form: "/PATTERN/",
  opens: "/",
  parse: (p) => {
    const start = p.at;
    const close = closingSlash(p, start + 1);
    if (close === -1) {
      p.report("DS1019", start, start + 1, {});
      p.lose(start);
      p.panic = true;
      return { kind: "error-expression", start, end: p.at };
    }
    const pattern = p.text.slice(start + 1, close);
    const flags = p.match(/[A-Za-z]+/y, close + 1)?.[0] ?? "";
    p.at = close + 1 + flags.length;
    const why = whyInvalid(pattern, flags);
    if (why !== undefined) p.report("DS1020", start, p.at, { why });
    return { kind: "regex", pattern, flags: why === undefined ? flags : "", start, end: p.at };
  },
});

/** The slash that ends the pattern; one within `[…]` does not. */
function closingSlash(p: Parser, from: number): number {
  let inClass = false;
  for (let at = from; at < p.end; at += 1) {
    const code = p.code(at);
    if (code === newline) return -1;
    if (code === backslash) at += 1;
    else if (code === openBracket) inClass = true;
    else if (code === closeBracket) inClass = false;
    else if (code === slash && !inClass) return at;
  }
  return -1;
}

function whyInvalid(pattern: string, flags: string): string | undefined {
  const unknown = /[^ims]/.exec(flags)?.[0] ?? /(.).*\1/.exec(flags)?.[1];
  if (unknown !== undefined) return `the flag \`${unknown}\` is not one of \`i m s\`, each at most once`;
  try {
    new RegExp(pattern, flags);
    return undefined;
  } catch (error) {
    // The engine's message repeats the pattern: what follows the last colon is the reason.
    const message = error instanceof Error ? error.message : String(error);
    return message.slice(message.lastIndexOf("/: ") + 3).toLowerCase();
  }
}
