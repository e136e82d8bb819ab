/** `argue "goal" { strategy pre { … } strategy concurrent { … } strategy post { … } }` (language 10). */

import { closeBrace, openBrace } from "../characters.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import { recover } from "../recovery.ts";
import type { ArgueStatement, Strategy, StrategyPhase } from "../tree.ts";
import { isBeforeReferredBlock, parseReference } from "./case-reference.ts";

export const argueStatement = defineStatement({
  kind: "argue",
  form: 'argue "GOAL" { strategy pre { … } strategy concurrent { … } strategy post { … } }',
  words: ["argue"],
  shape: isBeforeReferredBlock,
  parse: parseArgue,
});

function parseArgue(p: Parser): ArgueStatement {
  const start = p.at;
  p.takeWord("argue");
  const goal = parseReference(p);
  const strategies: Strategy[] = [];
  const brace = p.panic ? p.at : p.lookLines();
  if (p.panic || p.code(brace) !== openBrace) p.fail(brace, "`{`");
  else {
    const saved = { newlinesAreBlank: p.newlinesAreBlank, commaEnds: p.commaEnds };
    p.at = brace + 1;
    p.newlinesAreBlank = false;
    p.commaEnds = false;
    p.open(closeBrace, brace);
    parseStrategies(p, strategies);
    p.close(closeBrace, brace);
    p.shut();
    p.newlinesAreBlank = saved.newlinesAreBlank;
    p.commaEnds = saved.commaEnds;
    p.blockEnd = p.at;
  }
  return { kind: "argue", goal, strategies, start, end: p.at };
}

function parseStrategies(p: Parser, strategies: Strategy[]): void {
  for (;;) {
    // Whatever else stands there is read for its own mistakes, then refused.
    const [lost] = p.statements(closeBrace, (at) => isStrategy(p, at));
    if (lost !== undefined) p.report("DS1224", lost.start, Math.min(lost.end, lineOf(p, lost.start)), {});
    p.at = p.lookLines();
    if (!isStrategy(p, p.at)) return;
    strategies.push(parseStrategy(p));
    if (p.panic) recover(p);
  }
}

function lineOf(p: Parser, start: number): number {
  const newline = p.text.indexOf("\n", start);
  return newline === -1 ? p.end : newline;
}

/** `strategy` ahead of a phase, a text or a block; a program of that name may have other words. */
function isStrategy(p: Parser, at: number): boolean {
  return p.matchEnd(/strategy(?:\s*\{|[ \t]+(?:["']|(?:pre|concurrent|post)\b|[\w.-]+\s*\{))/y, at) !== -1;
}

const phases: readonly StrategyPhase[] = ["pre", "concurrent", "post"];

function parseStrategy(p: Parser): Strategy {
  const start = p.at;
  p.takeWord("strategy");
  const phase = phases.find((each) => p.takeWord(each));
  if (phase === undefined)
    p.mention(p.look(), "`pre`, `concurrent` or `post`: when the strategy is run", {
      fix: "write `strategy pre { … }`",
    });
  const of = p.panic || p.code(p.lookLines()) === openBrace ? undefined : parseReference(p);
  const body = p.block();
  // What stands where the phase is missing may be meant for one.
  return { phase: phase ?? "pre", ...(phase && of && { of }), body, start, end: p.at };
}
