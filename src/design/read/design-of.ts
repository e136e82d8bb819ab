/** A program's plans, in the order of the script's text; a task that is called outside of plans is a plan of one. */

import { coreOf, type FailureHandler, type FunctionStatement } from "../../syntax/index.ts";
import type { Design, Handler, Plan, Start } from "../model.ts";
import { callsIn } from "../within.ts";
import { calledIn } from "./called.ts";
import { codeText, linesOf, textOf, wordsAbove } from "./code.ts";
import { goalOf } from "./goals.ts";
import { type Callee, calleesOf, type DesignFile, type Reader } from "./reader.ts";
import { stepsOf } from "./steps.ts";
import { stepOf } from "./tasks.ts";

/** `name`: the script's, as a reader knows it. The files are checked ones, without an error; the first is the script. `served`: the goals of its D-Case. */
export function designOf(name: string, files: readonly DesignFile[], served: Reader["served"] = new Map()): Design {
  const [file] = files;
  if (file === undefined) return { file: name, plans: [] };
  const callees = new Map(files.map((each) => [each, calleesOf(each)]));
  const own = [...(callees.get(file)?.values() ?? [])];
  const reader = (): Reader => ({ file, files, callees, served, calls: new Map() });
  const hasPlan = own.some(isPlan);
  const called = calledIn(reader(), file.script.statements);
  const drawn = own
    .filter((callee) => isPlan(callee) || !hasPlan || called.has(callee.node))
    .map((callee) => ({
      node: callee.node,
      plan: isPlan(callee) ? planOf(reader(), callee) : taskAlone(reader(), callee),
    }));
  const plans = drawn.map(({ plan }) => plan).filter(({ kind }) => kind === "plan");
  const run = new Set(plans.flatMap(({ steps }) => callsIn(steps).map((step) => step.name)));
  const starts = startsIn(reader());
  return {
    file: name,
    plans: drawn.map(({ node, plan }) => ({
      ...plan,
      starts: run.has(plan.name)
        ? []
        : starts.filter(({ of }) => of === undefined || of.has(node)).map(({ start }) => start),
    })),
  };
}

function isPlan({ body }: Callee): boolean {
  return body.kind === "plan-body";
}

function planOf(reader: Reader, { file, node, body }: Callee): Plan {
  const { source } = file;
  const common = {
    name: node.name.name,
    ...(body.goal === undefined ? {} : { goal: goalOf({ ...reader, file }, body.goal) }),
    parameters: node.parameters.map((each) => codeText(source, each)).join(", "),
    lines: linesOf(source, node),
    starts: [],
  };
  if (body.kind !== "plan-body") return { kind: "task", ...common, steps: [] };
  const { onFailure, onUndoFailure } = body;
  return {
    kind: "plan",
    ...common,
    steps: stepsOf(reader, body.body.statements),
    ...(onFailure === undefined ? {} : { onFailure: handlerOf(reader, onFailure) }),
    ...(onUndoFailure === undefined ? {} : { onUndoFailure: handlerOf(reader, onUndoFailure) }),
  };
}

/** The goal is its box's. */
function taskAlone(reader: Reader, callee: Callee): Plan {
  const { goal: _, ...plan } = planOf(reader, callee);
  return { ...plan, steps: [stepOf(reader, callee, plan.lines, undefined)] };
}

function handlerOf(reader: Reader, handler: FailureHandler): Handler {
  return {
    steps: stepsOf({ ...reader, calls: new Map() }, handler.body.statements),
    lines: linesOf(reader.file.source, handler),
  };
}

interface KnownStart {
  readonly start: Start;
  /** What it starts; undefined where it bounds the script. */
  readonly of?: ReadonlySet<FunctionStatement>;
}

/** What bounds the script, and what starts its plans. */
function startsIn(reader: Reader): readonly KnownStart[] {
  const { source, script } = reader.file;
  return script.statements.map(coreOf).flatMap((node): readonly KnownStart[] => {
    if (node.kind === "context") {
      const schedule = node.schedule === undefined ? "" : textOf(source, node.schedule);
      return [{ start: { kind: "context", name: textOf(source, node.name), schedule } }];
    }
    if (node.kind !== "when") return [];
    const { atMost } = node;
    const words = wordsAbove(source, node);
    const start = {
      kind: "when",
      condition: codeText(source, node.condition),
      ...(words === undefined ? {} : { words }),
      atMost: atMost === undefined ? "" : `${codeText(source, atMost.times)} per ${codeText(source, atMost.per)}`,
    } as const;
    return [{ start, of: calledIn(reader, node.body.statements) }];
  });
}
