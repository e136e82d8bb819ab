/** `try { … } catch (IOFault f) { … } finally { … }` (language 5). */

import { closeParen, openBrace } from "../characters.ts";
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
    const isCatch = word === "catch" && finalizer === undefined;
    if (isCatch && (isBeforeParen(p, at + 5) || isBeforeBrace(p, at + 5))) {
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
  const brace = p.lookLines();
  if (p.code(brace) === openBrace) {
    p.mention(brace, "what is caught", { fix: "write `catch (Fault f) { … }`" });
    const type: Identifier = { kind: "identifier", name: "Fault", start: p.at, end: p.at };
    return { type, name: nameless(p.at), body: p.block(), start, end: p.at };
  }
  const header = inParens(
    p,
    () => parseCaught(p),
    () => ({ type: nameless(p.at), name: nameless(p.at) }),
  );
  p.declare(header.name);
  const body = p.block();
  return { ...header, body, start, end: p.at };
}

/** `IOFault f`; with one word alone it is said what it lacks. */
function parseCaught(p: Parser): Pick<CatchClause, "type" | "name"> {
  const first = p.name("a fault's kind or class, or `Fault`");
  const at = p.look();
  if (p.panic || p.code(at) !== closeParen) return { type: first, name: p.name("a name for the fault") };
  const isType = /^[A-Z]/.test(first.name);
  p.mention(at, isType ? "a name for the fault" : "a fault's kind or class, and a name", {
    fix: isType ? `write \`catch (${first.name} f)\`` : `write \`catch (Fault ${first.name})\``,
  });
  const { start, end } = first;
  return isType
    ? { type: first, name: nameless(end) }
    : { type: { kind: "identifier", name: "Fault", start, end }, name: first };
}

function nameless(at: number): Identifier {
  return { kind: "identifier", name: "", start: at, end: at };
}
