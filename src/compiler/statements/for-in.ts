/** `for (T x in xs) { … }`: elements of an array, keys of a map, lines of a file, lines as a command writes them (language 3, 5). */

import { raise, report } from "../../records/index.ts";
import type { CaptureExpression, ForInStatement } from "../../syntax/index.ts";
import { atom } from "../atom.ts";
import { siteArgument } from "../calls.ts";
import { emitBody } from "../commands/body.ts";
import { at, deeper, expression, line, type Scope, site, temporary, typeOf, use } from "../context.ts";
import { emitLoopBody } from "../loops.ts";
import { braced } from "../scopes.ts";

export function emitForIn(scope: Scope, node: ForInStatement): string {
  const symbol = scope.unit.program.symbols.get(node.name);
  const name = symbol === undefined ? "_" : scope.unit.names.of(symbol);
  const { iterable } = node;
  if (iterable.kind === "capture" && scope.unit.program.captures.get(iterable) === "lines") {
    return emitLines(scope, node, iterable, name);
  }
  if (typeOf(scope, iterable).kind === "object") return emitFileLines(scope, node, name);
  const owner = expression(scope, iterable);
  // The keys of the moment: the body may add and remove entries.
  const list = typeOf(scope, iterable).kind === "map" ? `[...${atom(owner)}.keys()]` : owner;
  return emitElements(scope, node, cappedValues(scope, node, list), name);
}

/** The values, of which there may not be more than the loop says. */
function cappedValues(scope: Scope, node: ForInStatement, list: string): string {
  if (node.atMost === undefined) return list;
  return `${use(scope, "capped")}(${capSite(scope, node)}, ${list}, ${expression(scope, node.atMost)})`;
}

function capSite(scope: Scope, node: ForInStatement): number {
  const most = node.atMost === undefined ? [] : [siteArgument(scope, "most", node.atMost)];
  return site(scope, node, "at most", most);
}

const cappedLines = `async function* $cappedLines(lines, capped, site, most) {
  const all = [];
  for await (const line of lines) {
    all.push(line);
    if (all.length > most) break;
  }
  yield* capped(site, all, most);
}
`;

/** All lines are read ahead of the first turn, and one more than there may be. */
function cappedStream(scope: Scope, node: ForInStatement, lines: string): string {
  if (node.atMost === undefined) return lines;
  const values = [lines, use(scope, "capped"), capSite(scope, node), expression(scope, node.atMost)];
  return `${scope.unit.prelude.own("$cappedLines", cappedLines)}(${values.join(", ")})`;
}

/**
 * The array is read as the loop goes along, but for no more turns than it had elements at the start: a body that adds
 * to it makes no endless loop.
 */
function emitElements(scope: Scope, node: ForInStatement, list: string, name: string): string {
  const [array, index, count] = [temporary(scope), temporary(scope), temporary(scope)];
  const init = `${array} = ${list}, ${count} = ${array}.length, ${index} = 0`;
  const head = `${at(scope, node)}for (${init}; ${index} < ${count} && ${index} < ${array}.length; ${index}++) `;
  return braced(scope, head, line(deeper(scope), `let ${name} = ${array}[${index}];`) + emitLoopBody(scope, node.body));
}

const fileLines = `async function* $fileLines(read, $, site, file, close) {
  try {
    for (;;) {
      let line = read($, site, file);
      if (line instanceof Promise) line = await line;
      if (line === null) return;
      yield line;
    }
  } finally {
    if (close !== null) await close($, site, file);
  }
}
`;

/** The lines are read one by one. Where the loop itself has the file, from `System.lines`, it is closed however the loop ends. */
function emitFileLines(scope: Scope, node: ForInStatement, name: string): string {
  const { iterable } = node;
  const { prelude, program } = scope.unit;
  const target = iterable.kind === "call" ? program.calls.get(iterable) : undefined;
  const isOwn = target?.kind === "library" && target.signature.key === "System.lines";
  const close = isOwn ? prelude.library("System.fclose") : "null";
  const values = [
    prelude.library("System.fgets"),
    "$",
    site(scope, iterable, "System.fgets"),
    expression(scope, iterable),
    close,
  ];
  const lines = `${prelude.own("$fileLines", fileLines)}(${values.join(", ")})`;
  const head = `${at(scope, node)}for await (let ${name} of ${cappedStream(scope, node, lines)}) `;
  return braced(scope, head, emitLoopBody(scope, node.body));
}

/** The command runs beside the loop's body: its `$?` shows after the loop. */
function emitLines(scope: Scope, node: ForInStatement, capture: CaptureExpression, name: string): string {
  const policy = scope.style === report ? report : raise;
  const body = emitBody(scope, capture.body, { manner: { how: "run", policy }, gives: "nothing", beside: true });
  const lines = `${use(scope, "lines")}($, ${site(scope, capture, "$()")}, ${body})`;
  const head = `${at(scope, node)}for await (let ${name} of ${cappedStream(scope, node, lines)}) `;
  const after = scope.status === null ? "" : line(scope, `${scope.status} = 0;`);
  return braced(scope, head, emitLoopBody(scope, node.body)) + after;
}
