/** Members of objects where they are read and assigned: `disk.used`, `this.used = 5GB` (language 5). */

import { nearest } from "../../diagnostics/index.ts";
import { type ClassOf, types } from "../../records/index.ts";
import type { Expression, MemberExpression } from "../../syntax/index.ts";
import { noteNotice } from "../annotations.ts";
import type { Context } from "../context.ts";
import { declaredAt } from "../names/declared-at.ts";
import { fileOf } from "../names/home.ts";
import type { Value } from "../program-state.ts";
import type { ClassInfo, FieldInfo, MemberInfo } from "./class-info.ts";
import { useField } from "./making.ts";
import { infoOfType } from "./named.ts";

/** The member that an expression names; one that is not there, or is private to another file, is reported. */
export function memberOf(context: Context, of: ClassOf, node: MemberExpression): MemberInfo | undefined {
  const info = infoOfType(of);
  const { name } = node.name;
  // The parser has said that a name is missing.
  if (name === "") return undefined;
  const { index } = fileOf(context, node);
  const found = info.member(name, index);
  if (found !== undefined) {
    noteNotice(context, node.home === undefined ? node.name : { ...node.name, home: node.home }, found.symbol);
    return found;
  }
  const hidden = info.privateMember(name, index);
  if (hidden !== undefined) context.report("DS2009", node.name, { name, file: hidden.owner.file });
  else reportNone(context, info, node);
  return undefined;
}

function reportNone(context: Context, info: ClassInfo, node: MemberExpression): void {
  const { name } = node.name;
  if (isSpoilt(context, info)) return;
  const close = nearest(name, info.names(context.file.index));
  context.report("DS2203", node.name, { type: `the class \`${info.name}\``, name, nearest: close });
}

/** Whether a syntax error in the class may have taken a member with it. */
function isSpoilt(context: Context, info: ClassInfo): boolean {
  for (let at: ClassInfo | undefined = info; at !== undefined; at = at.base) {
    const { start, end } = at.node;
    const broken = context.program.files[at.fileIndex]?.script.broken ?? [];
    if (broken.some((each) => each.kind !== "refused" && each.start <= end && each.end >= start)) return true;
  }
  return false;
}

/** A member that is read as a value. */
export function readMember(context: Context, node: MemberExpression, of: ClassOf): Value {
  const member = memberOf(context, of, node);
  if (member === undefined) return { type: types.unknown, origins: 0 };
  if (member.kind === "field") return readField(context, node, member);
  context.report("DS2205", node.name, { name: member.name, property: false });
  return { type: types.unknown, origins: 0 };
}

/** A field's value comes from wherever any object's field of this name was given one. */
export function readField(context: Context, node: MemberExpression, field: FieldInfo): Value {
  if (node.object.kind === "this") useField(context, node, field);
  return place(context, node, field);
}

function place(context: Context, node: MemberExpression, { symbol }: FieldInfo): Value {
  context.program.references.set(node, { kind: "field", symbol });
  const value = { type: symbol.type, origins: symbol.term };
  context.program.values.set(node, value);
  return value;
}

/** A field that is assigned; `reads`: its value from before counts, too. A constant is assigned in its constructor alone. */
export function assignedPlace(
  context: Context,
  node: MemberExpression,
  of: ClassOf,
  reads: boolean,
): Value | undefined {
  const member = memberOf(context, of, node);
  if (member === undefined) return undefined;
  if (member.kind === "method") {
    context.report("DS2018", node, { name: `the method \`${member.name}\`` });
    return undefined;
  }
  if (reads && node.object.kind === "this") useField(context, node, member);
  const isValid = !member.node.constant || (isMade(context, node, member) && member.node.value === undefined);
  if (!isValid) {
    const { related } = declaredAt(context, member.owner.fileIndex, member.node.name);
    context.report(
      "DS2411",
      node,
      { name: member.name, owner: member.owner.name, hasValue: member.node.value !== undefined },
      related,
    );
  }
  return place(context, node, member);
}

/** Whether this is a field of the object that the constructor at hand makes, and it is that one's own code. */
function isMade(context: Context, node: MemberExpression, field: FieldInfo): boolean {
  const { making } = context;
  return (
    node.object.kind === "this" &&
    making?.method !== undefined &&
    making.ahead === undefined &&
    field.owner === making.info &&
    context.state.node === making.method.function
  );
}

/** An assignment to what may be a field of an object that is being made is done. */
export function noteAssignedField(context: Context, target: Expression): void {
  const { making } = context;
  if (target.kind !== "member" || making === undefined) return;
  const field = making.info.own.get(target.name.name);
  if (field?.kind === "field" && isMade(context, target, field)) context.flow.assign(field.symbol);
}
