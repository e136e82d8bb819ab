/** Fields in a constructor: each has a value before it is read, and all have one before the whole object is used (language 5). */

import { isPlainLiteral, type NodeBase } from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import type { FieldInfo } from "./class-info.ts";

/** Whether a field has no value unless a constructor gives it one; a `T?` begins with null. */
export function needsValue({ node, symbol }: FieldInfo): boolean {
  return node.value === undefined && symbol.type.kind !== "optional" && symbol.type.kind !== "unknown";
}

/** Whether a field has its value from the first moment on: a literal, or null. */
export function isSetAtOnce(field: FieldInfo): boolean {
  const { value } = field.node;
  return value === undefined ? !needsValue(field) : isPlainLiteral(value);
}

/** A field of the object at hand is read. */
export function useField(context: Context, node: NodeBase, field: FieldInfo): void {
  const { making, flow } = context;
  if (making === undefined || field.owner !== making.info) return;
  if (making.ahead !== undefined) return reportAhead(context, node, making.ahead);
  if (flow.get(field.symbol).unassigned !== true) return;
  context.report("DS2407", node, { name: field.name });
  flow.assign(field.symbol);
}

/** The whole object is used: a method of it is called, or it is handed on. */
export function useWhole(context: Context, node: NodeBase, called?: string): void {
  const { making, flow } = context;
  if (making === undefined) return;
  if (making.ahead !== undefined) return reportAhead(context, node, making.ahead);
  const missing = making.fields.filter((field) => flow.get(field.symbol).unassigned === true);
  if (missing.length > 0) {
    context.report("DS2408", node, { fields: namesOf(missing), called });
    for (const field of missing) flow.assign(field.symbol);
  }
  making.info.escape ??= { owner: making.info, isCall: called !== undefined, span: node };
}

function reportAhead(context: Context, node: NodeBase, place: string): void {
  context.report("DS2409", node, {
    problem: `there is no object yet in ${place}`,
    hint: "use the constructor's parameters, and what stands outside of the class",
  });
}

/** At an end of the constructor: every field has its value. */
export function checkMade(context: Context, place: NodeBase): void {
  const { making, flow } = context;
  if (making?.method === undefined) return;
  const missing = making.fields.filter((field) => flow.get(field.symbol).unassigned === true);
  if (missing.length === 0) return;
  const first = missing[0]?.node.name;
  const related =
    first === undefined
      ? []
      : [{ source: context.file.source, span: first, message: "it is declared here, without a value" }];
  context.report("DS2406", place, { fields: namesOf(missing), owner: making.info.name, inConstructor: true }, related);
}

/** "`name`, `size` and 3 more". */
export function namesOf(fields: readonly FieldInfo[]): string {
  const shown = fields.slice(0, 3).map(({ name }) => `\`this.${name}\``);
  return fields.length > shown.length ? `${shown.join(", ")}, …` : shown.join(", ");
}
