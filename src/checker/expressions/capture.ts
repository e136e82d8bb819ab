/** `$(cmd)` gives what its context wants (language 3). */

import { type Type, types } from "../../records/index.ts";
import type { CaptureExpression } from "../../syntax/index.ts";
import type { CaptureWant } from "../checked.ts";
import { mayEndEarly } from "../commands/group.ts";
import { barrier, type Context, type ExpressionCheck, guarded, scoped } from "../context.ts";
import { createScope } from "../names/scope.ts";
import { originsOfOutput } from "../origins/output.ts";
import type { Value } from "../program-state.ts";
import { withoutNull } from "../types/relations.ts";
import { textOf } from "../values.ts";

const strings: Type = { kind: "array", element: types.String };

export const checkCapture: ExpressionCheck<CaptureExpression> = (context, node, wanted) => {
  const want = wish(context, node, wanted);
  return runCapture(context, node, want);
};

/** Checks the commands, and gives what the capture is in its place. */
export function runCapture(context: Context, node: CaptureExpression, want: CaptureWant): Value {
  context.program.captures.set(node, want);
  context.state.waits = true;
  const outer = context.beside;
  // A job runs on beside what follows it, and a stream of lines beside the loop's body.
  context.beside ||= want === "Job" || want === "lines";
  // A substitution's failure raises, also in a function in status style: there is no next statement that could look.
  guarded(context, () => {
    const mark = context.flow.mark();
    const reached = context.flow.reached;
    barrier(context, "`$( … )`", () =>
      scoped(context, createScope(context.scope, context.state.node), () => context.block(node.body)),
    );
    mayEndEarly(context, node, mark, reached);
  });
  context.beside = outer;
  return { type: typeOf(want), origins: originsOfOutput(context, node.body) };
}

function wish(context: Context, node: CaptureExpression, wanted: Type | undefined): CaptureWant {
  const isJob = isBackground(node);
  const base = wanted === undefined ? undefined : withoutNull(wanted);
  if (isJob) return "Job";
  if (wanted === undefined || base === undefined) return "String";
  switch (base.kind) {
    case "boolean":
      return "boolean";
    case "array":
      return base.element.kind === "String" || base.element.kind === "unknown" ? "String[]" : "String";
    case "int":
    case "float":
      context.report("DS2115", node, { type: base.kind, command: textOf(context, node) });
      return "void";
    case "object":
      if (base.name === "Result") return "Result";
      if (base.name !== "Job") return "String";
      context.report("DS2116", node, { command: inBackground(context, node) });
      return "void";
    case "String":
      return wanted.kind === "optional" ? "String?" : "String";
    default:
      return "String";
  }
}

/** The capture as it starts a job: one command, or a group of what else stands there. What takes several lines is not repeated. */
function inBackground(context: Context, node: CaptureExpression): string {
  const [first, ...others] = node.body;
  const last = others.at(-1) ?? first;
  if (first === undefined || last === undefined) return "$(cmd &)";
  const written = context.file.source.text.slice(first.start, last.end);
  const text = written.replace(/[\s;&]+$/, "");
  const isShort = !/[\r\n]/.test(text) && text.length <= longestFix;
  if (others.length === 0 && first.kind === "command") return isShort ? `$(${text} &)` : "$(… &)";
  return isShort ? `$( ( ${text} ) &)` : "$( ( … ) &)";
}

const longestFix = 60;

/** Whether the commands end with `&` and nothing else stands there. */
export function isBackground(node: CaptureExpression): boolean {
  const [only] = node.body;
  return node.body.length === 1 && only?.kind === "command" && only.list.background;
}

function typeOf(want: CaptureWant): Type {
  switch (want) {
    case "String":
      return types.String;
    case "String?":
      return { kind: "optional", base: types.String };
    case "String[]":
    case "lines":
      return strings;
    case "boolean":
      return types.boolean;
    case "Result":
    case "Job":
      return { kind: "object", name: want };
    case "void":
      return types.unknown;
  }
}
