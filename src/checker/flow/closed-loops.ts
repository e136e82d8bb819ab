/** Loops that end soon whatever happens: a counter of few turns, which nothing but its step changes. They need no look at the clock. */

import {
  type Expression,
  expressionParts,
  type ForStatement,
  type Statement,
  statementParts,
  type Visitor,
} from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import { lookUpName } from "../names/scope.ts";
import type { KnownSymbol } from "../names/symbol.ts";

/** All turns of loops within each other: they take next to no time, unless they call something that says so itself. */
const mostTurns = 4_096;

/** A closed loop: its counter, where that begins at least, and how many turns it has at most. */
export interface ClosedLoop {
  readonly counter: KnownSymbol;
  readonly least: number;
  readonly turns: number;
}

/** What is known of a loop whose head has been checked; undefined where it is open. */
export function closedLoop(context: Context, node: ForStatement): ClosedLoop | undefined {
  const { init, condition, step, body } = node;
  if (init?.kind !== "variable" || init.value === undefined || condition?.kind !== "binary") return undefined;
  if (condition.operator !== "<" && condition.operator !== "<=") return undefined;
  const counter = context.program.symbols.get(init.name);
  const [only, more] = step;
  if (counter === undefined || more !== undefined || only?.kind !== "update" || only.operator !== "++")
    return undefined;
  const isCounter = (each: Expression): boolean => each.kind === "name" && lookUpName(context, each) === counter;
  if (counter.type.kind !== "int" || !isCounter(only.target) || !isCounter(condition.left)) return undefined;
  const least = leastOf(context, init.value);
  const end = context.program.values.get(condition.right)?.fold;
  if (least === undefined || end === undefined || assigns(body, init.name.name)) return undefined;
  const turns = Math.max(1, end - least + (condition.operator === "<=" ? 1 : 0));
  return context.state.turns * turns <= mostTurns ? { counter, least, turns } : undefined;
}

/** Runs `run`, the check of a closed loop's body, within its turns. */
export function withinTurns(context: Context, loop: ClosedLoop | undefined, run: () => void): void {
  if (loop === undefined) return run();
  const { state } = context;
  const before = state.turns;
  state.turns *= loop.turns;
  state.counters.set(loop.counter, loop.least);
  run();
  state.counters.delete(loop.counter);
  state.turns = before;
}

/** What a value is at least: of a literal or constant, of a counter around here, or of such a one and a literal. */
function leastOf(context: Context, node: Expression): number | undefined {
  const known = context.program.values.get(node)?.fold;
  if (known !== undefined) return known;
  if (node.kind === "name") {
    const symbol = lookUpName(context, node);
    return symbol === undefined ? undefined : context.state.counters.get(symbol);
  }
  if (node.kind !== "binary" || node.operator !== "+") return undefined;
  const left = leastOf(context, node.left);
  const right = context.program.values.get(node.right)?.fold;
  return left === undefined || right === undefined ? undefined : left + right;
}

/** Whether a statement may assign to a name. */
function assigns(body: Statement, name: string): boolean {
  let found = false;
  const visitor: Visitor = {
    statement: (node) => {
      if (!found) statementParts(node, visitor);
    },
    expression: (node) => {
      if (
        (node.kind === "assign" || node.kind === "update") &&
        node.target.kind === "name" &&
        node.target.name === name
      )
        found = true;
      if (!found) expressionParts(node, visitor);
    },
  };
  visitor.statement(body);
  return found;
}
