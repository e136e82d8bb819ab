/** Taking the closer of a bracket, and what its absence means: said once, at the bracket, and read on where that is safe. */

import {
  closeBrace,
  closeBracket,
  closeParen,
  dollar,
  doubleQuote,
  newline,
  openBrace,
  singleQuote,
} from "./characters.ts";
import type { Parser } from "./grammar.ts";
import { endsLine, findCloser } from "./recovery.ts";

const names: Readonly<Record<number, string>> = { [closeParen]: ")", [closeBracket]: "]", [closeBrace]: "}" };

/** Takes the closer, or says that it is missing; `expected` is what may stand there beside it. */
export function takeCloser(p: Parser, closer: number, openedAt: number, expected?: string): void {
  const at = p.look();
  if (p.code(at) === closer) {
    p.at = at + 1;
    p.panic = false;
    return;
  }
  // Where a text was cut off at its line's end, its closers went with it.
  if (p.at === p.cutEnd) return;
  if (!p.panic && isMissing(p, closer, openedAt, at)) {
    reportOpen(p, openedAt, closer, expected);
    noteCut(p, openedAt, at);
    if (at >= p.end) p.panic = true;
    return;
  }
  if (!p.panic && closer === closeParen && p.code(at) === openBrace && endsLine(p, at + 1)) {
    // `if (n > 3 {`: the block is read as if the parenthesis stood there.
    p.mention(at, "`)`", { openedAt });
    return;
  }
  if (at >= p.end) {
    p.panic = true;
    return;
  }
  const wasQuiet = p.panic;
  const from = p.at;
  p.panic = true;
  const found = findCloser(p, closer);
  const to = p.at;
  p.at = from;
  p.panic = wasQuiet;
  if (!wasQuiet && !found && crossesLine(p, at)) {
    reportOpen(p, openedAt, closer, expected);
    p.cutEnd = p.at;
    return;
  }
  p.fail(at, expected ?? `\`${names[closer] ?? ""}\``, undefined, openedAt);
  if (!found) return;
  p.at = to + 1;
  p.panic = false;
  p.regain();
}

/** The text ends here, or goes on with what closes something further out: this bracket has no closer. */
function isMissing(p: Parser, closer: number, openedAt: number, at: number): boolean {
  if (at >= p.end) return !p.gaveUp && p.unclosedString === undefined;
  const code = p.code(at);
  if (code === closeBrace) return p.isOpen(closeBrace);
  if (closer !== closeBrace || !isInterpolation(p, openedAt)) return false;
  return code === doubleQuote || code === singleQuote || crossesLine(p, at);
}

/** Whether a line ends between the last token and `at`. */
function crossesLine(p: Parser, at: number): boolean {
  return p.text.slice(p.at, at).includes("\n");
}

function isInterpolation(p: Parser, openedAt: number): boolean {
  return p.text.charCodeAt(openedAt - 1) === dollar;
}

/** What `$(` took from further lines is read once more, as if it ended with its own. */
function noteCut(p: Parser, openedAt: number, at: number): void {
  if (!isInterpolation(p, openedAt)) return;
  if (p.text.slice(openedAt, at).includes("\n")) p.cuts.add(openedAt - 1);
}

function reportOpen(p: Parser, openedAt: number, closer: number, expected: string | undefined): void {
  // In data something else may stand in the closer's place, in a block nothing does.
  const isBlock = closer === closeBrace && expected === undefined && !isInterpolation(p, openedAt);
  const close = names[closer] ?? "";
  const slanted = isBlock ? p.slantedBlock : undefined;
  const message = "the `}` that closes this block stands further left: perhaps one is missing ahead of it";
  const related =
    slanted === undefined
      ? []
      : [{ source: p.source, span: { start: slanted.start, end: slanted.start + 1 }, message }];
  const start = isInterpolation(p, openedAt) ? openedAt - 1 : openedAt;
  p.report("DS1005", start, openedAt + 1, { open: p.text.slice(start, openedAt + 1), close, isBlock }, related);
  p.unclosedAt = openedAt;
  if (isBlock) p.shift(openedAt, p.end);
  else p.lose(p.code(p.look()) === newline ? p.at : p.look());
}
