/** Reading a name that is declared, or that is chosen freely. */

import type { Parser } from "./grammar.ts";
import type { Identifier } from "./tree.ts";

const reserved = new Set(["true", "false", "null"]);

/** A name; what it is goes into the message where there is none. */
export function parseName(p: Parser, what: string, fix?: string): Identifier {
  const start = p.look();
  const end = p.nameEnd(start);
  const name = p.text.slice(start, end);
  if (end === start) {
    const foreign = p.match(/[\p{L}\p{N}_]+/uy, start)?.[0];
    if (foreign === undefined || p.panic) p.fail(start, what, fix);
    else {
      p.report("DS1203", start, start + foreign.length, {
        name: foreign,
        why: "names are made of A to Z, a to z, 0 to 9 and `_`, and start with no digit",
      });
      p.at = start + foreign.length;
    }
  } else {
    p.at = end;
    if (reserved.has(name)) p.report("DS1203", start, end, { name, why: "it is a literal" });
    else if (name === "this" || name === "super")
      p.report("DS1203", start, end, { name, why: "within a class it stands for the object" });
  }
  // Nothing was taken: the name that is missing stands behind what was.
  if (end === start) return { kind: "identifier", name, start: Math.min(start, p.at), end: p.at };
  return { kind: "identifier", name, start, end };
}
