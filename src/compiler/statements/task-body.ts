/** What a task is: its clauses and blocks as the runtime's TaskParts (language 6). */

import type { FunctionStatement, RetryClause, TaskBodyStatement } from "../../syntax/index.ts";
import { blockOrNull, emitBlock, lazily, properties } from "../blocks.ts";
import { deeper, expression, line, markedLine, type Scope, use } from "../context.ts";
import { literalText, quote } from "../literals.ts";

export function emitTaskBody(scope: Scope, node: TaskBodyStatement): string {
  const inside = deeper(scope);
  const names = parameterNames(scope);
  const remembered = rememberedNames(scope, node);
  const declared = remembered.length === 0 ? "" : line(scope, `let ${remembered.join(", ")};`);
  const takes = [...assigned("$v", names), ...assigned("$r", remembered)].join(" ");
  const list = properties(inside, {
    goal: literalText(node.goal),
    values: `() => [${names.join(", ")}]`,
    take: `($v, $r) => { ${takes} }`,
    pre: blockOrNull(inside, node.pre),
    remember: emitRemember(inside, node, remembered),
    body: emitBlock(inside, node.body.statements),
    post: blockOrNull(inside, node.post),
    undo: blockOrNull(inside, node.undo),
    irreversible: literalText(node.irreversible),
    timeout: lazily(inside, node.timeout),
    within: lazily(inside, node.within),
    retry: node.retry === undefined ? "null" : `() => (${emitRetryClause(inside, node.retry)})`,
  });
  const name = quote(scope.symbol?.name ?? "");
  const call = `await ${use(scope, "task")}($, $site, ${name}, {`;
  return declared + markedLine(scope, node, call) + list + line(scope, "});");
}

function assigned(from: string, names: readonly string[]): readonly string[] {
  return names.map((name, index) => `${name} = ${from}[${index}];`);
}

/** The JavaScript names of the parameters of the function at hand. */
export function parameterNames({ unit, symbol }: Scope): readonly string[] {
  const node: FunctionStatement | undefined = symbol?.node;
  return (node?.parameters ?? []).map(({ name }) => {
    const known = unit.program.symbols.get(name);
    return known === undefined ? "_" : unit.names.of(known);
  });
}

function rememberedNames({ unit }: Scope, { remember }: TaskBodyStatement): readonly string[] {
  return (remember?.statements ?? []).flatMap((each) => {
    const known = each.kind === "variable" ? unit.program.symbols.get(each.name) : undefined;
    return known === undefined ? [] : [unit.names.of(known)];
  });
}

/** The declarations give the names that stand ahead of the task's parts their values. */
function emitRemember(scope: Scope, { remember }: TaskBodyStatement, names: readonly string[]): string {
  if (remember === undefined) return "null";
  const code = emitBlock(scope, remember.statements, "$", (inner) => line(inner, `return [${names.join(", ")}];`));
  return names.reduce(
    (text, name) => text.replace(new RegExp(`\\b(?:let|const) (?=${name.replaceAll("$", "\\$")}\\b)`), ""),
    code,
  );
}

function emitRetryClause(scope: Scope, { times, every, doubling, on }: RetryClause): string {
  const names = on.map(({ name }) => quote(name)).join(", ");
  const delay = every === undefined ? "null" : expression(scope, every);
  return `{ times: ${expression(scope, times)}, every: ${delay}, doubling: ${doubling}, on: [${names}] }`;
}
