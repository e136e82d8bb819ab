/** `try { … } catch (IOFault f) { … } finally { … }` (language 5). */

import { defineStatement, type Parser } from "../grammar.ts";
import type { BlockStatement, CatchClause, Identifier, Statement } from "../tree.ts";
import { inParens, isBeforeBrace, isBeforeParen } from "./header.ts";

export const tryStatement = defineStatement({
  kind: "try",
  form: "try { … } catch (FAULT NAME) { … } finally { … }",
  words: ["try"],
  shape: isBeforeBrace,
  parse: parseTry,
});

function parseTry(p: Parser): Statement {
  const start = p.at;
  p.takeWord("try");
  const body = p.block();
  const catches: CatchClause[] = [];
  let finalizer: BlockStatement | undefined;
  while (!p.panic) {
    const at = p.lookLines();
    const word = p.text.slice(at, p.nameEnd(at));
    if (word === "catch" && finalizer === undefined && isBeforeParen(p, at + 5)) {
      p.at = at;
      catches.push(parseCatch(p));
    } else if (word === "finally" && finalizer === undefined && isBeforeBrace(p, at + 7)) {
      p.at = at + 7;
      finalizer = p.block();
    } else break;
  }
  if (catches.length === 0 && finalizer === undefined && !p.panic) p.report("DS1206", start, start + 3, {});
  return { kind: "try", body, catches, ...(finalizer && { finalizer }), start, end: p.at };
}

function parseCatch(p: Parser): CatchClause {
  const start = p.at;
  p.takeWord("catch");
  const header = inParens(
    p,
    () => ({ type: p.name("a fault's kind or class, or `Fault`"), name: p.name("a name for the fault") }),
    () => ({ type: nameless(p.at), name: nameless(p.at) }),
  );
  p.declare(header.name);
  const body = p.block();
  return { ...header, body, start, end: p.at };
}

function nameless(at: number): Identifier {
  return { kind: "identifier", name: "", start: at, end: at };
}
