/** `${expr}`, `$name`, `$(cmd)`, `$?`, `$!` and `@{KEY}` within words, strings and here-documents (language 3). */

import {
  atSign,
  bang,
  closeBrace,
  closeParen,
  dollar,
  doubleQuote,
  isDigit,
  isNameStart,
  openBrace,
  openParen,
  question,
  singleQuote,
} from "../characters.ts";
import { asSum } from "../commands/translate.ts";
import type { Parser } from "../grammar.ts";
import { skipNested } from "../recovery.ts";
import type { Expression, ExpressionPart } from "../tree.ts";
import { isBareContextValueAt, readContextValue } from "./context-values.ts";
import { withinLine } from "./cuts.ts";
import { readShellExpansion } from "./shell-expansions.ts";
import { refuseParameter } from "./shell-parameters.ts";
import { lineEnd } from "./trivia.ts";

/** Reads the interpolation whose `$`, or `@`, stands at `p.at`; undefined where that is plain text. */
export function readInterpolation(p: Parser, quoted: boolean): ExpressionPart | undefined {
  const start = p.at;
  const expression = readDollar(p, quoted);
  return expression && { kind: "expression", expression, quoted, start, end: p.at };
}

function readDollar(p: Parser, quoted: boolean): Expression | undefined {
  const start = p.at;
  if (p.code(start) === atSign) return isBareContextValueAt(p, start) ? readContextValue(p) : undefined;
  const next = p.code(start + 1);
  if (next === openBrace) return readBraces(p, quoted);
  if (next === openParen) return p.code(start + 2) === openParen ? refuseArithmetic(p) : readCapture(p);
  if (isNameStart(next)) {
    p.at = p.nameEnd(start + 1);
    if (p.text.slice(start + 1, p.at) === "this") return { kind: "this", start: start + 1, end: p.at };
    return { kind: "name", name: p.text.slice(start + 1, p.at), start: start + 1, end: p.at };
  }
  if (next === question || next === bang) {
    p.at = start + 2;
    return { kind: next === question ? "status" : "last-job", start, end: p.at };
  }
  if (isDigit(next) || next === dollar || next === 64 || next === 42 || next === 35) {
    p.at = start + 2;
    refuseParameter(p, start, quoted ? "text" : "word");
    return { kind: "error-expression", start, end: p.at };
  }
  if (!quoted && (next === doubleQuote || next === singleQuote)) {
    p.report("DS1125", start, start + 2, { found: p.text.slice(start, start + 2) });
  }
  return undefined;
}

/** `${expr}`; newlines are blank space in it. */
function readBraces(p: Parser, quoted: boolean): Expression {
  if (p.isCut(p.at)) return withinLine(p, lineEnd(p, p.at), () => readValue(p, quoted));
  return readValue(p, quoted);
}

function readValue(p: Parser, quoted: boolean): Expression {
  const start = p.at;
  const shell = readShellExpansion(p, quoted);
  if (shell !== undefined) return shell;
  const saved = p.newlinesAreBlank;
  p.newlinesAreBlank = true;
  p.at = start + 2;
  p.open(closeBrace, start + 1);
  let expression: Expression;
  if (p.code(p.look()) === closeBrace) {
    p.at = p.look();
    p.report("DS1215", start, p.at + 1, {});
    expression = { kind: "error-expression", start, end: p.at };
  } else expression = p.expression();
  p.close(closeBrace, start + 1);
  p.shut();
  p.newlinesAreBlank = saved;
  return expression;
}

/** `$(cmd)`: statements of their own, up to the closer. */
export function readCapture(p: Parser): Expression {
  if (p.isCut(p.at)) return withinLine(p, lineEnd(p, p.at), () => readCommands(p));
  return readCommands(p);
}

function readCommands(p: Parser): Expression {
  const start = p.at;
  p.at += 2;
  // A level of its own beside that of its statement: what it compiles to is a function within a function.
  if (!p.enter()) {
    p.open(closeParen, start + 1);
    skipNested(p);
    p.close(closeParen, start + 1);
    p.shut();
    return { kind: "error-expression", start, end: p.at };
  }
  const saved = { newlinesAreBlank: p.newlinesAreBlank, commaEnds: p.commaEnds };
  p.newlinesAreBlank = false;
  p.commaEnds = false;
  p.open(closeParen, start + 1);
  const body = p.statements(closeParen);
  p.newlinesAreBlank = true;
  p.close(closeParen, start + 1);
  p.shut();
  p.newlinesAreBlank = saved.newlinesAreBlank;
  p.commaEnds = saved.commaEnds;
  p.leave();
  if (body.length === 0 && !p.panic) p.report("DS1126", start, p.at, {});
  return { kind: "capture", body, start, end: p.at };
}

/** `$((1 + 2))` is written `${1 + 2}` here. */
export function refuseArithmetic(p: Parser, inCode = false): Expression {
  const start = p.at;
  p.at += 3;
  p.open(closeParen, start + 2);
  skipNested(p);
  const inner = p.text.slice(start + 3, p.at);
  p.shut();
  if (p.code(p.at) === closeParen) p.at += p.code(p.at + 1) === closeParen ? 2 : 1;
  const sum = inner.length > 60 || inner.includes("\n") ? "1 + 2" : asSum(inner);
  p.report("DS1109", start, p.at, { found: "$((…))", fix: inCode ? `write \`${sum}\`` : `write \`\${${sum}}\`` });
  return { kind: "error-expression", start, end: p.at };
}
