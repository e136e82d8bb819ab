/** `if … else if … else …` (language 5). */

import type { IfStatement } from "../../syntax/index.ts";
import { emitBodyOf } from "../block.ts";
import { emitCondition } from "../condition.ts";
import { at, deeper, line, type Scope } from "../context.ts";
import { countTruth } from "../counting.ts";
import { braced } from "../scopes.ts";

// V8 reads `else if` by recursion: a longer chain is emitted as ifs in a row, each of which leaves the whole.
const longest = 100;

export function emitIf(scope: Scope, node: IfStatement): string {
  return node.branches.length > longest ? emitFlat(scope, node) : emitChain(scope, node);
}

function emitChain(scope: Scope, node: IfStatement): string {
  let text = "";
  for (const { condition, body } of node.branches) {
    const head = `if (${at(scope, condition)}${countTruth(scope, condition, emitCondition(scope, condition))}) {`;
    text += line(scope, text === "" ? head : `} else ${head}`) + emitBodyOf(scope, body);
  }
  if (node.otherwise !== undefined) text += line(scope, "} else {") + emitBodyOf(scope, node.otherwise);
  return text + line(scope, "}");
}

function emitFlat(scope: Scope, node: IfStatement): string {
  const inside = deeper(scope);
  const label = `$if${scope.depth}`;
  const leave = line(deeper(inside), `break ${label};`);
  const branches = node.branches.map(({ condition, body }) => {
    const head = `if (${at(inside, condition)}${countTruth(inside, condition, emitCondition(inside, condition))}) `;
    return braced(inside, head, emitBodyOf(inside, body) + leave);
  });
  const otherwise = node.otherwise === undefined ? "" : braced(inside, "", emitBodyOf(inside, node.otherwise));
  return braced(scope, `${label}: `, branches.join("") + otherwise);
}
