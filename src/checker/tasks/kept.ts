/** What a journal can hold: values that are the same when another run reads them (language 6). */

import { showType, type Type } from "../../records/index.ts";
import type { Identifier } from "../../syntax/index.ts";
import type { Context } from "../context.ts";

const plain: ReadonlySet<Type["kind"]> = new Set([
  "boolean",
  "int",
  "float",
  "String",
  "Duration",
  "Size",
  "null",
  "unknown",
]);

export function isKept(type: Type): boolean {
  switch (type.kind) {
    case "array":
      return isKept(type.element);
    case "map":
      return isKept(type.value);
    case "optional":
      return isKept(type.base);
    default:
      return plain.has(type.kind);
  }
}

/** Says of a parameter, or of a remembered value, that a journal cannot hold it. */
export function demandKept(context: Context, name: Identifier): void {
  const type = context.program.symbols.get(name)?.type;
  if (type !== undefined && !isKept(type)) context.report("DS2603", name, { name: name.name, type: showType(type) });
}
