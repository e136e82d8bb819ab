/** The goals that steps serve, as the D-Case has them; where there is none, as the script says. */

import { goalText } from "../../records/index.ts";
import type { ArgueStatement, GoalReference, Statement, Strategy } from "../../syntax/index.ts";
import type { GoalStep, ParallelStep, Step } from "../model.ts";
import { linesOf, textOf } from "./code.ts";
import type { Reader } from "./reader.ts";

type Inner = (statements: readonly Statement[]) => readonly Step[];

/** "G3: the service answers at peak" */
export function goalOf({ served, file }: Pick<Reader, "served" | "file">, node: GoalReference): string {
  const known = served.get(node);
  return known === undefined ? textOf(file.source, node) : goalText(known);
}

/** In the order in which they are run: those that are run at the same time are branches. */
export function strategiesOf(reader: Reader, { strategies }: ArgueStatement, inner: Inner): readonly Step[] {
  const of = (phase: Strategy["phase"]): readonly GoalStep[] =>
    strategies.filter((each) => each.phase === phase).map((each) => stepOf(reader, each, inner));
  const beside = of("concurrent");
  const [first] = beside;
  const together: ParallelStep | undefined =
    first === undefined || beside.length === 1
      ? undefined
      : { kind: "parallel", branches: beside.map((each) => [each]), lines: first.lines };
  return [...of("pre"), ...(together === undefined ? beside : [together]), ...of("post")];
}

function stepOf(reader: Reader, strategy: Strategy, inner: Inner): GoalStep {
  const { phase, of, body } = strategy;
  const text = of === undefined ? "" : goalOf(reader, of);
  return {
    kind: "goal",
    phase,
    text,
    steps: inner(body.statements),
    lines: linesOf(reader.file.source, strategy),
  };
}
