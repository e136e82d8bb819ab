/** Commands in a JavaScript function of their own: groups, captures and jobs (language 3). */

import { raise } from "../../records/index.ts";
import { type CommandList, coreOf, type Statement } from "../../syntax/index.ts";
import { emitStatements } from "../block.ts";
import { line, markedLine, type Scope, temporary } from "../context.ts";
import { arrow, hiddenScope } from "../scopes.ts";
import { emitListEffect, emitListStatus, emitListTruth } from "./list.ts";
import type { EmitBody, Manner } from "./pipeline.ts";

export interface BodyOptions {
  /** What its last command's failure means. */
  readonly manner: Manner;
  /** Whether its value is the status of its last command, or 0 where that held as a condition does. */
  readonly gives: "nothing" | "status" | "truth";
  /** It runs beside the rest: its `$?` starts as the one around it and stays its own. */
  readonly beside: boolean;
}

/** `( a; b )`, with its last command's status as its value. */
export const emitGroup: EmitBody = (outer, body, manner) =>
  emitBody(outer, body.statements, { manner, gives: "status", beside: true });

/** `a &`: what nobody accepts is raised inside of the job, and comes out where it is joined. */
export function emitJobBody(outer: Scope, list: CommandList): string {
  const statement: Statement = {
    kind: "command",
    list: { ...list, background: false },
    start: list.start,
    end: list.end,
  };
  return emitBody(outer, [statement], { manner: { how: "run", policy: raise }, gives: "status", beside: true });
}

/** Whether a job is programs only: one pipeline without groups, limits and `>=`. */
export function isAlone(list: CommandList): boolean {
  if (list.rest.length > 0) return false;
  return list.first.stages.every(
    (stage) =>
      stage.kind === "simple" &&
      stage.role === "program" &&
      stage.prefixes.length === 0 &&
      stage.redirects.every((redirect) => redirect.op !== ">="),
  );
}

/** `async ($) => { … }`: the runtime calls it with the flow that it makes for it. */
export function emitBody(
  outer: Scope,
  statements: readonly Statement[],
  { manner, gives, beside }: BodyOptions,
): string {
  let scope: Scope = { ...hiddenScope(outer), waits: true };
  let head = "";
  if (beside && outer.status !== null) {
    scope = { ...scope, status: temporary(scope) };
    head = line(scope, `${scope.status} = ${outer.status};`);
  }
  const written = statements.at(-1);
  const last = written && coreOf(written);
  if (last?.kind === "command" && !last.list.background) {
    const lines = emitStatements(scope, statements.slice(0, -1)) + emitLast(scope, last.list, manner, gives);
    return arrow(scope, head + lines);
  }
  if (gives === "nothing") return arrow(scope, head + emitStatements(scope, statements));
  if (last?.kind === "expression" || last?.kind === "variable") {
    return arrow(scope, `${head}${emitStatements(scope, statements)}${line(scope, "return 0;")}`);
  }
  // The last command stands within another statement: its status is kept on the way.
  if (scope.status === null) scope = { ...scope, status: temporary(scope) };
  return arrow(scope, `${head}${emitStatements(scope, statements)}${line(scope, `return ${scope.status} ?? 0;`)}`);
}

function emitLast(scope: Scope, list: CommandList, manner: Manner, gives: BodyOptions["gives"]): string {
  const inside: Scope = { ...scope, policy: manner.policy };
  if (gives === "nothing") return markedLine(scope, list, `${emitListEffect(inside, list, manner, emitGroup)};`);
  if (gives === "truth")
    return markedLine(scope, list, `return ${emitListTruth(inside, list, manner, emitGroup)} ? 0 : 1;`);
  return markedLine(scope, list, `return ${emitListStatus(inside, list, manner, emitGroup)};`);
}
