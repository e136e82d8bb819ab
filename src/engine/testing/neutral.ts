/** What a parameter without a default holds in a test: nobody has given it a value. */

import type { ParameterSpec, Type } from "../../records/index.ts";

/** Values by the parameters' names: the empty text, 0, false; those that have a default are left to it. */
export function neutralParameters(parameters: readonly ParameterSpec[]): ReadonlyMap<string, unknown> {
  return new Map(
    parameters.flatMap(({ name, required, type }) => (required ? [[name, neutralOf(type)] as const] : [])),
  );
}

function neutralOf(type: Type): unknown {
  switch (type.kind) {
    case "String":
      return "";
    case "boolean":
      return false;
    case "array":
      return [];
    case "int":
    case "float":
    case "Duration":
    case "Size":
      return 0;
    default:
      return null;
  }
}
