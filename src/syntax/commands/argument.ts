/** A value in the parentheses of a call; a command there, as in `run(cp a b)`, is refused once (language 2). */

import type { Parser } from "../grammar.ts";
import type { Expression } from "../tree.ts";
import { declaredNameStart } from "../types.ts";
import { commandStandsAt, readCommandOperand } from "./among-values.ts";
import { refuseUnquoted } from "./unquoted.ts";

const accepts: ReadonlySet<string> = new Set(["accept", "allow", "ignore", "attempt"]);
const runs: ReadonlySet<string> = new Set(["run", "exec", "execute", "system", "shell", "spawn", "call", "cmd", "sh"]);

/** Reads an argument of `callee`. */
export function parseArgument(p: Parser, callee: Expression): Expression {
  const before = p.at;
  const at = p.look();
  // A line of its own is rather a statement behind a call that lacks its `)`.
  if (declaredNameStart(p, at, false) !== -1 || p.text.slice(before, at).includes("\n")) return p.expression();
  const unquoted = refuseUnquoted(p, false);
  if (unquoted !== undefined) return unquoted;
  if (!commandStandsAt(p, at)) return p.expression();
  const saved = p.commaEnds;
  p.commaEnds = true;
  const name = callee.kind === "name" && !p.knows(callee.name) ? callee.name : "";
  const command = readCommandOperand(p, true, (text) => {
    if (accepts.has(name)) return `a command whose failure is accepted has a \`!\` ahead of it: \`!${text}\``;
    if (runs.has(name)) return `a command needs no call: \`${text}\`, and \`$(${text})\` is its output`;
    return undefined;
  });
  p.commaEnds = saved;
  // Of what is called so nothing is known.
  const lost = name === "" ? command.start : callee.start;
  p.lose(p.at, lost, lost);
  return command;
}
