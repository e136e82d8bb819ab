/** `switch (v) { case a, b: … default: … }`: a case that does something must end (language 5). */

import { showType, type Type, types } from "../../records/index.ts";
import type { Expression, SwitchStatement } from "../../syntax/index.ts";
import type { Context, StatementCheck } from "../context.ts";
import { type FlowChange, unchanged } from "../flow/state.ts";
import type { JumpTarget } from "../function-state.ts";
import type { Value } from "../program-state.ts";
import { fits, withoutNull } from "../types/relations.ts";
import { demand, present } from "../values.ts";

export const checkSwitch: StatementCheck<SwitchStatement> = (context, node) => {
  const { flow } = context;
  const value = context.expression(node.value);
  const type = switchable(context, node.value, value);
  const target: JumpTarget = { kind: "switch", mark: flow.mark(), breaks: [] };
  context.state.jumps.push(target);
  const ends: FlowChange[] = [];
  const seen = new Set<string>();
  for (const [index, each] of node.cases.entries()) {
    for (const option of each.values) {
      const given = context.expression(option, type);
      if (!fits(given.type, type) && !fits(type, given.type)) demand(context, option, given, type);
      reportTwice(context, option, seen);
    }
    context.block(each.statements);
    const runsOn = flow.reached && each.statements.length > 0 && index < node.cases.length - 1;
    if (runsOn) context.report("DS2305", { start: each.start, end: headEnd(context, each.start, each.end) }, {});
    ends.push(flow.take(target.mark));
  }
  context.state.jumps.pop();
  if (!node.cases.some((each) => each.isDefault) && !namesAll(type, seen)) ends.push(unchanged);
  // A case without statements shares those of the next one: its own end is no way out.
  const open = ends.filter(
    (_, index) => (node.cases[index]?.statements.length ?? 1) > 0 || index >= node.cases.length - 1,
  );
  flow.applyAny([...open, ...target.breaks]);
};

/** Whether the cases name every value that there is: true and false, of a `boolean?` null, too. */
function namesAll(type: Type, seen: ReadonlySet<string>): boolean {
  const isBoolean = withoutNull(type).kind === "boolean" && seen.has("`true`") && seen.has("`false`");
  return isBoolean && (type.kind !== "optional" || seen.has("`null`"));
}

/** The type that the cases must fit. */
function switchable(context: Context, node: Expression, value: Value): Type {
  const type =
    value.type.kind === "optional" || value.type.kind === "null" ? value.type : present(context, node, value);
  if (!["array", "map", "function", "Regex", "class"].includes(type.kind)) return type;
  context.report("DS2108", node, {
    left: showType(type),
    right: "the values of cases",
    hint: "switch over a text or a number",
  });
  return types.unknown;
}

/** The end of a case's first line: `case 1:`. */
function headEnd(context: Context, start: number, end: number): number {
  const line = context.file.source.text.indexOf("\n", start);
  return line === -1 || line > end ? end : line;
}

function reportTwice(context: Context, option: Expression, seen: Set<string>): void {
  const key = literalKey(option);
  if (key === undefined) return;
  if (seen.has(key)) context.report("DS2306", option, { value: key });
  seen.add(key);
}

/** A literal as a message names it. */
function literalKey(node: Expression): string | undefined {
  switch (node.kind) {
    case "int":
    case "float":
    case "boolean":
      return `\`${node.value}\``;
    case "unary":
      return node.operator === "-" && node.operand.kind === "int" ? `\`-${node.operand.value}\`` : undefined;
    case "duration":
      return `\`${node.milliseconds}ms\``;
    case "size":
      return `\`${node.bytes}B\``;
    case "null":
      return "`null`";
    case "string": {
      if (node.parts.some((part) => part.kind !== "text")) return undefined;
      return JSON.stringify(node.parts.map((part) => (part.kind === "text" ? part.text : "")).join(""));
    }
    default:
      return undefined;
  }
}
