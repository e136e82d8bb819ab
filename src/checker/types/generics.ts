/** Type parameters of the library's signatures: bound by the arguments, put in place by `substitute`. */

import { type Type, types } from "../../records/index.ts";
import { isNumber, shared } from "./relations.ts";

export type Bindings = Map<string, Type>;

/** Learns from an argument of type `actual` what the parameters in `pattern` stand for. */
export function bind(pattern: Type, actual: Type, bindings: Bindings): void {
  if (actual.kind === "unknown") return;
  switch (pattern.kind) {
    case "parameter": {
      // The library writes N where only numbers fit.
      if (pattern.name === "N" && !isNumber(actual)) {
        if (!bindings.has("N")) bindings.set("N", types.float);
        return;
      }
      const before = bindings.get(pattern.name);
      if (before === undefined) bindings.set(pattern.name, actual);
      else if (before.kind === "int" && actual.kind === "float")
        bindings.set(pattern.name, shared(before, actual) ?? before);
      return;
    }
    case "array":
      if (actual.kind === "array") bind(pattern.element, actual.element, bindings);
      return;
    case "map":
      if (actual.kind === "map") bind(pattern.value, actual.value, bindings);
      return;
    case "optional":
      if (actual.kind !== "null") bind(pattern.base, actual.kind === "optional" ? actual.base : actual, bindings);
      return;
    case "function":
      if (actual.kind !== "function") return;
      bind(pattern.returns, actual.returns, bindings);
      for (const [index, parameter] of pattern.parameters.entries())
        bind(parameter, actual.parameters[index] ?? types.unknown, bindings);
      return;
    default:
      return;
  }
}

/** The type with its parameters replaced; those that nothing bound become `unknown`. */
export function substitute(type: Type, bindings: Bindings): Type {
  switch (type.kind) {
    case "parameter":
      return bindings.get(type.name) ?? types.unknown;
    case "array":
      return { kind: "array", element: substitute(type.element, bindings) };
    case "map":
      return { kind: "map", value: substitute(type.value, bindings) };
    case "optional": {
      const base = substitute(type.base, bindings);
      return base.kind === "optional" ? base : { kind: "optional", base };
    }
    case "function":
      return {
        kind: "function",
        returns: substitute(type.returns, bindings),
        parameters: type.parameters.map((parameter) => substitute(parameter, bindings)),
      };
    default:
      return type;
  }
}
