/** What a task is: its clauses and blocks as the runtime's TaskParts (language 6). */

import { type RetryClause, type TaskBodyStatement, wordsWithin } from "../../syntax/index.ts";
import { blockOrNull, emitBlock, lazily, orNull, properties } from "../blocks.ts";
import { deeper, expression, line, markedLine, type Scope, use } from "../context.ts";
import { parameterNames } from "../frames.ts";
import { emitGoal } from "../goals.ts";
import { literalText, quote } from "../literals.ts";

export function emitTaskBody(scope: Scope, node: TaskBodyStatement): string {
  const inside = deeper(scope);
  const names = parameterNames(scope);
  const remembered = hoistRemembered(scope, node);
  const declared = remembered.length === 0 ? "" : line(scope, `let ${remembered.join(", ")};`);
  const takes = [...assigned("$v", names), ...assigned("$r", remembered)].join(" ");
  const list = properties(inside, {
    goal: emitGoal(inside, node.goal),
    values: `() => [${names.join(", ")}]`,
    take: `($v, $r) => { ${takes} }`,
    pre: blockOrNull(inside, node.pre),
    remember: emitRemember(inside, node, remembered),
    body: emitBlock(inside, node.body.statements),
    post: blockOrNull(inside, node.post),
    undo: blockOrNull(inside, node.undo),
    undoing: undoing(inside, node),
    irreversible: literalText(node.irreversible),
    timeout: lazily(inside, node.timeout),
    within: lazily(inside, node.within),
    retry: node.retry === undefined ? "null" : `() => (${emitRetryClause(inside, node.retry)})`,
  });
  const name = quote(scope.symbol?.name ?? "");
  const call = `await ${use(scope, "task")}($, $site, ${name}, {`;
  return declared + markedLine(scope, node, call) + list + line(scope, "});");
}

/** What its author says of the undo, for whoever has to do it by hand. */
function undoing({ unit, file }: Scope, { undo }: TaskBodyStatement): string {
  const text = unit.program.files[file]?.source.text;
  const words = undo === undefined || text === undefined ? "" : wordsWithin(text, undo);
  return words === "" ? "null" : quote(words);
}

function assigned(from: string, names: readonly string[]): readonly string[] {
  return names.map((name, index) => `${name} = ${from}[${index}];`);
}

/** The JavaScript names of what is remembered; its declarations become assignments, for the parts behind see the names, too. */
function hoistRemembered({ unit }: Scope, { remember }: TaskBodyStatement): readonly string[] {
  return (remember?.statements ?? []).flatMap((each) => {
    const known = each.kind === "variable" ? unit.program.symbols.get(each.name) : undefined;
    if (known === undefined) return [];
    unit.hoisted.add(known);
    return [unit.names.of(known)];
  });
}

function emitRemember(scope: Scope, { remember }: TaskBodyStatement, names: readonly string[]): string {
  if (remember === undefined) return "null";
  return emitBlock(scope, remember.statements, "$", (inner) => line(inner, `return [${names.join(", ")}];`));
}

function emitRetryClause(scope: Scope, { times, every, doubling, on }: RetryClause): string {
  const names = on.map(({ name }) => quote(name)).join(", ");
  return `{ times: ${expression(scope, times)}, every: ${orNull(scope, every)}, doubling: ${doubling}, on: [${names}] }`;
}
