/** The scopes of functions: what a function, a closure or a hidden JavaScript function sets anew. */

import type { FunctionFacts, Symbol as ScriptSymbol } from "../checker/index.ts";
import { raise, report } from "../records/index.ts";
import { type Crossing, declareTemporaries, innerFrame, line, type Scope, temporary, type Unit } from "./context.ts";

// `break` and `continue` become JavaScript's own within a loop.
const plainExits = { return: "plain", break: "leave", continue: "leave" } as const;
const leaving = { return: "leave", break: "leave", continue: "leave" } as const;

const noFacts: FunctionFacts = { waits: false, statusStyle: false, readsStatus: false };

/** The scope of a file's top level, which is compiled as a part of the one async function. */
export function topScope(unit: Unit, file: number): Scope {
  const script = unit.program.files[file]?.script;
  const facts = (script === undefined ? undefined : unit.program.functions.get(script)) ?? noFacts;
  const style = facts.statusStyle ? report : raise;
  return {
    unit,
    file,
    function: "main",
    symbol: undefined,
    waits: true,
    status: facts.readsStatus ? (file === 0 ? "$status" : `$status${file}`) : null,
    style,
    policy: style,
    inWord: false,
    frame: { first: 0, temporaries: [] },
    deferred: null,
    hot: false,
    exits: plainExits,
    depth: 0,
  };
}

/** The scope of a function's or closure's own body. */
export function functionScope(
  outer: Scope,
  name: string,
  symbol: ScriptSymbol | undefined,
  facts: FunctionFacts = noFacts,
): Scope {
  const style = facts.statusStyle ? report : raise;
  return {
    ...outer,
    function: name,
    symbol,
    waits: facts.waits,
    status: facts.readsStatus ? "$status" : null,
    style,
    policy: style,
    inWord: false,
    frame: innerFrame(outer),
    hot: false,
    exits: plainExits,
    depth: outer.depth + 1,
  };
}

/** The scope of a body that the runtime runs beside or ahead of the rest: nothing jumps out of it. */
export function hiddenScope(outer: Scope): Scope {
  return { ...outer, inWord: false, frame: innerFrame(outer), exits: leaving, depth: outer.depth + 1 };
}

/** A hidden body that may end with `return`, `break` and `continue` of the code around it. */
export function crossingScope(outer: Scope): { readonly scope: Scope; readonly crossing: Crossing } {
  const crossing: Crossing = { code: temporary(outer), value: temporary(outer), used: new Set() };
  const exits = { return: crossing, break: crossing, continue: crossing };
  return {
    scope: { ...outer, inWord: false, waits: true, frame: innerFrame(outer), exits, depth: outer.depth + 1 },
    crossing,
  };
}

/** A JavaScript function's lines: its temporaries, then its body. The body is made first. */
export function withTemporaries(scope: Scope, body: string): string {
  return declareTemporaries(scope) + body;
}

/** The line that declares `$?` of a JavaScript function that reads it; it stands ahead of the temporaries. */
export function declareStatus(scope: Scope): string {
  return scope.status === null ? "" : line(scope, `let ${scope.status} = 0;`);
}

/** `async ($) => { … }`, in the scope of its body; `ahead` stands before its temporaries. */
export function arrow(scope: Scope, body: string, parameters = "$", ahead = ""): string {
  return `async (${parameters}) => {\n${ahead}${withTemporaries(scope, body)}${"  ".repeat(scope.depth - 1)}}`;
}

/** `head {`, lines, `}`. */
export function braced(scope: Scope, head: string, body: string, tail = ""): string {
  return line(scope, `${head}{`) + body + line(scope, `}${tail}`);
}
