/** A program's plans, in the order of the script's text; a task that is called outside of plans is a plan of one. */

import { coreOf, type FailureHandler, type Statement } from "../../syntax/index.ts";
import type { Design, Handler, Plan, Start } from "../model.ts";
import { callsIn } from "../within.ts";
import { codeText, linesOf, textOf, wordsAbove } from "./code.ts";
import { type Callee, calleeOf, calleesOf, callOf, type DesignFile, type Reader } from "./reader.ts";
import { stepsOf } from "./steps.ts";
import { stepOf } from "./tasks.ts";

/** `name`: the script's, as a reader knows it. The files are checked ones, without an error; the first is the script. */
export function designOf(name: string, files: readonly DesignFile[]): Design {
  const [file] = files;
  if (file === undefined) return { file: name, plans: [] };
  const callees = calleesOf(file);
  const reader = (): Reader => ({ file, files, calls: new Map() });
  const plans = callees.filter(({ body }) => body.kind === "plan-body").map((callee) => planOf(reader(), callee));
  const run = new Set(plans.flatMap((plan) => callsIn(plan.steps).map((step) => step.name)));
  const alone = callees
    .filter(({ body }) => body.kind === "task-body")
    .filter(({ node }) => plans.length === 0 || calls(reader(), file.script.statements, node.name.name))
    .map((callee) => taskAlone(reader(), callee));
  const all = [...plans, ...alone].sort((a, b) => a.lines.first - b.lines.first);
  return {
    file: name,
    plans: all.map((plan) => ({ ...plan, starts: run.has(plan.name) ? [] : startsOf(reader(), plan.name) })),
  };
}

function planOf(reader: Reader, { file, node, body }: Callee): Plan {
  const { source } = file;
  const common = {
    name: node.name.name,
    ...(body.goal === undefined ? {} : { goal: textOf(source, body.goal) }),
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

/** What bounds the script, and what starts the plan. */
function startsOf(reader: Reader, name: string): readonly Start[] {
  const { source, script } = reader.file;
  return script.statements.map(coreOf).flatMap((node): readonly Start[] => {
    if (node.kind === "context") {
      const schedule = node.schedule === undefined ? "" : textOf(source, node.schedule);
      return [{ kind: "context", name: textOf(source, node.name), schedule }];
    }
    if (node.kind !== "when" || !calls(reader, node.body.statements, name)) return [];
    const { atMost } = node;
    const words = wordsAbove(source, node);
    return [
      {
        kind: "when",
        condition: codeText(source, node.condition),
        ...(words === undefined ? {} : { words }),
        atMost: atMost === undefined ? "" : `${codeText(source, atMost.times)} per ${codeText(source, atMost.per)}`,
      },
    ];
  });
}

function calls(reader: Reader, statements: readonly Statement[], name: string): boolean {
  return statements.map(coreOf).some((node) => {
    const call = callOf(node);
    if (call !== undefined && calleeOf(reader, call)?.node.name.name === name) return true;
    if (node.kind === "when") return calls(reader, node.body.statements, name);
    if (node.kind === "block") return calls(reader, node.statements, name);
    if (node.kind === "if") return node.branches.some(({ body }) => calls(reader, [body], name));
    return false;
  });
}
