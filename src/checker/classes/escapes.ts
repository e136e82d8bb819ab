/** Constructors that use the whole object while classes below theirs have not set their fields yet (language 5). */

import { placeOf } from "../../text/index.ts";
import type { Context } from "../context.ts";
import { sourceOf } from "../names/declared-at.ts";
import type { ClassInfo, Escape, FieldInfo } from "./class-info.ts";
import { isSetAtOnce } from "./making.ts";

/**
 * A base's constructor that uses the whole object runs ahead of what classes below it assign: a method of theirs would find
 * fields without a value. `order` has bases first.
 */
export function reportEscapes(
  order: readonly ClassInfo[],
  report: (info: ClassInfo, use: Escape, field: FieldInfo) => void,
): void {
  const above = new Map<ClassInfo, { readonly use: Escape; readonly field: FieldInfo | undefined }>();
  for (const info of order) {
    const { base } = info;
    if (base === undefined) continue;
    const known = above.get(base);
    const use = known?.use ?? base.escape;
    if (use === undefined) continue;
    const members = [...info.own.values()];
    const ownField = members.find((member) => member.kind === "field" && !isSetAtOnce(member)) as FieldInfo | undefined;
    const field = known?.field ?? ownField;
    above.set(info, { use, field });
    if (field === undefined) continue;
    const isSeen = use.isCall
      ? members.some((member) => member.kind === "method" && member.overrides)
      : ownField !== undefined;
    if (isSeen) report(info, use, field);
  }
}

export function reportEscape(context: Context, info: ClassInfo, use: Escape, field: FieldInfo): void {
  const source = sourceOf(context, use.owner.fileIndex);
  const { line } = placeOf(source, use.span.start);
  const message = use.isCall ? "a method of the object is called here" : "the object is handed on here";
  const related = [{ source, span: { start: use.span.start, end: use.span.end }, message }];
  context.report(
    "DS2412",
    info.node.name,
    { owner: info.name, base: use.owner.name, line, field: field.name },
    related,
  );
}
