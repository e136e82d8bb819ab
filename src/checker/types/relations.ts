/** What the checker asks of types: are they the same, does one fit where another is wanted, what is shared. */

import { commonClass, faultClasses, faultKinds, isSubclass, type Type, types } from "../../records/index.ts";

const faultNames: ReadonlySet<string> = new Set(["Fault", ...faultClasses, ...faultKinds]);

/** Whether a name is `Fault`, a fault's kind or a fault's class. */
export function isFaultName(name: string): boolean {
  return faultNames.has(name);
}

export function allFaultNames(): Iterable<string> {
  return faultNames;
}

export function isUnknown(type: Type): boolean {
  return type.kind === "unknown";
}

export function isNumber(type: Type): boolean {
  return type.kind === "int" || type.kind === "float";
}

export function isFault(type: Type): boolean {
  return type.kind === "object" && isFaultName(type.name);
}

/** `T?` of a type; optional and unknown types stay as they are. */
export function optional(type: Type): Type {
  return type.kind === "optional" || type.kind === "unknown" || type.kind === "null"
    ? type
    : { kind: "optional", base: type };
}

/** The type without its `?`. */
export function withoutNull(type: Type): Type {
  return type.kind === "optional" ? type.base : type;
}

export function sameType(a: Type, b: Type): boolean {
  if (a === b || a.kind === "unknown" || b.kind === "unknown") return true;
  switch (a.kind) {
    case "array":
      return b.kind === "array" && sameType(a.element, b.element);
    case "map":
      return b.kind === "map" && sameType(a.value, b.value);
    case "optional":
      return b.kind === "optional" && sameType(a.base, b.base);
    case "function":
      return (
        b.kind === "function" &&
        a.parameters.length === b.parameters.length &&
        sameType(a.returns, b.returns) &&
        a.parameters.every((parameter, index) => sameType(parameter, b.parameters[index] ?? types.unknown))
      );
    case "class":
      return b.kind === "class" && a.of === b.of;
    case "object":
    case "parameter":
      return a.kind === b.kind && a.name === b.name;
    default:
      return a.kind === b.kind;
  }
}

/**
 * Whether a value of type `from` may stand where `to` is wanted (language 5): the same type, int for float, T and null
 * for T?, a fault's kind or class for Fault, an object of a class for what that extends, a function that takes and gives what is wanted.
 */
export function fits(from: Type, to: Type): boolean {
  if (from.kind === "unknown" || to.kind === "unknown") return true;
  if (to.kind === "optional") return from.kind === "null" || fits(withoutNull(from), to.base);
  if (from.kind === "int" && to.kind === "float") return true;
  if (to.kind === "object" && to.name === "Fault") return isFault(from);
  if (from.kind === "class" && to.kind === "class") return isSubclass(from.of, to.of);
  if (from.kind === "function" && to.kind === "function")
    return (
      from.parameters.length === to.parameters.length &&
      (to.returns.kind === "void" || (fits(from.returns, to.returns) && from.returns.kind !== "void")) &&
      from.parameters.every((parameter, index) => fits(to.parameters[index] ?? types.unknown, parameter))
    );
  return sameType(from, to);
}

/** The type that both values have, where there is one: of `? :`, of an array's elements, of a closure's returns. */
export function shared(a: Type, b: Type): Type | undefined {
  if (a.kind === "unknown") return b;
  if (b.kind === "unknown") return a;
  if (a.kind === "null") return optional(b);
  if (b.kind === "null") return optional(a);
  if (fits(a, b)) return b;
  if (fits(b, a)) return a;
  if (isFault(a) && isFault(b)) return { kind: "object", name: "Fault" };
  if (a.kind === "class" && b.kind === "class") return commonClass(a.of, b.of)?.type;
  if (a.kind === "optional" || b.kind === "optional") {
    const base = shared(withoutNull(a), withoutNull(b));
    return base === undefined ? undefined : optional(base);
  }
  return undefined;
}

/** Whether a type is Json, whose values have elements and print, but never change. */
export function isJson(type: Type | undefined): boolean {
  return type?.kind === "object" && type.name === "Json";
}

/** Whether `"${…}"` prints a value of this type (language 5). */
export function prints(type: Type): boolean {
  switch (type.kind) {
    case "boolean":
    case "int":
    case "float":
    case "String":
    case "Duration":
    case "Size":
    case "unknown":
      return true;
    case "object":
      return isJson(type);
    case "class":
      return type.of.prints;
    default:
      return false;
  }
}
