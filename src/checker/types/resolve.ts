/** Types as they are written in a script. */

import { nearest } from "../../diagnostics/index.ts";
import { type Type, types } from "../../records/index.ts";
import type { NodeBase, TypeNode } from "../../syntax/index.ts";
import { noteNotice } from "../annotations.ts";
import { classNamed } from "../classes/named.ts";
import type { Context } from "../context.ts";
import { fileOf } from "../names/home.ts";
import { allFaultNames, isFaultName } from "./relations.ts";

const simple = ["boolean", "int", "float", "String", "void", "Duration", "Size", "Regex"] as const;

/** More parts within parts have no use, and what walks over types goes down into each. */
const deepestType = 250;
const depths = new WeakMap<Type, number>();

/** Whether a type that was put together step by step, as by `var y = [x]`, has too many parts within parts. */
export function isTooDeep(type: Type): boolean {
  return depthOf(type) > deepestType;
}

function depthOf(type: Type): number {
  const known = depths.get(type);
  if (known !== undefined) return known;
  const parts =
    type.kind === "array"
      ? [type.element]
      : type.kind === "map"
        ? [type.value]
        : type.kind === "optional"
          ? [type.base]
          : type.kind === "function"
            ? [type.returns, ...type.parameters]
            : [];
  const depth = parts.length === 0 ? 0 : 1 + Math.max(...parts.map(depthOf));
  depths.set(type, depth);
  return depth;
}

export function reportTooDeep(context: Context, node: NodeBase): void {
  context.report("DS1014", node, { limit: deepestType, isType: true });
}

/** The type that a node writes; one that is wrong is reported and unknown. `void` is no type of a value. */
export function resolveType(context: Context, node: TypeNode): Type {
  const type = resolveReturn(context, node);
  if (type.kind !== "void") return type;
  context.report("DS2117", node, { type: "void", expected: "only a function's result can be void" });
  return types.unknown;
}

/** As `resolveType`; `void` is fine. */
export function resolveReturn(context: Context, node: TypeNode): Type {
  let type = named(context, node);
  if (node.suffixes.filter((suffix) => suffix === "[]").length > deepestType) {
    reportTooDeep(context, node.name);
    return types.unknown;
  }
  for (const suffix of node.suffixes) {
    if (type.kind === "void") {
      context.report("DS2117", node, { type: `void${suffix}`, expected: "only a function's result can be void" });
      return types.unknown;
    }
    if (type.kind === "unknown") return type;
    if (suffix === "[]") type = { kind: "array", element: type };
    else if (type.kind !== "optional") type = { kind: "optional", base: type };
    else {
      context.report("DS2117", node, { type: "T??", expected: "one `?` is enough" });
      return type;
    }
  }
  if (!isTooDeep(type)) return type;
  reportTooDeep(context, node.name);
  return types.unknown;
}

function named(context: Context, node: TypeNode): Type {
  const name = node.name.name;
  if (name === "Map") {
    if (node.arguments.length !== 1) return malformed(context, node, "a Map names the type of its values: `Map<int>`");
    const [value] = node.arguments;
    return value === undefined ? types.unknown : { kind: "map", value: resolveType(context, value) };
  }
  if (name === "Func") {
    const [returns, ...parameters] = node.arguments;
    if (returns === undefined)
      return malformed(context, node, "a Func names its result and its parameters: `Func<int, String>`");
    return {
      kind: "function",
      returns: resolveReturn(context, returns),
      parameters: parameters.map((each) => resolveType(context, each)),
    };
  }
  const info = classNamed(context, node, isBuiltInType);
  if (info === "said") return types.unknown;
  if (node.arguments.length > 0) return malformed(context, node, `\`${name}\` takes no types in \`<…>\``);
  if (info !== undefined) {
    noteNotice(context, node, info.symbol);
    return info.type;
  }
  const known = simple.find((each) => each === name);
  if (known !== undefined) return types[known];
  const file = fileOf(context, node);
  const packaged = file.types.get(name);
  if (packaged !== undefined) return packaged;
  if (isFaultName(name) || context.program.library.objects.has(name)) return { kind: "object", name };
  // The parser has said that a type is missing.
  if (name === "") return types.unknown;
  const declared = file.script.declared.get(name);
  // It stands where it cannot be declared, which is said there.
  if (declared !== undefined && !context.program.symbols.has(declared)) return types.unknown;
  const own = [...(file.scope.names ?? [])].flatMap(([each, symbol]) => (symbol.kind === "class" ? [each] : []));
  const all = [
    ...own,
    ...simple,
    "Map",
    "Func",
    ...context.program.library.objects,
    ...file.types.keys(),
    ...allFaultNames(),
  ];
  context.report("DS2007", node.name, { name, nearest: usual.get(name) ?? nearest(name, all) });
  return types.unknown;
}

/** Whether a name is that of a type of the language, or of a fault. Types of the library a class may hide. */
export function isBuiltInType(name: string): boolean {
  return (
    simple.some((each) => each === name) ||
    name === "Map" ||
    name === "Func" ||
    /^[A-Z]\w*Fault$/.test(name) ||
    isFaultName(name)
  );
}

// What other languages call these types.
const usual: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bool: "boolean",
    Boolean: "boolean",
    integer: "int",
    Integer: "int",
    long: "int",
    number: "float",
    double: "float",
    str: "String",
    string: "String",
    Error: "Fault",
    Exception: "Fault",
  }),
);

function malformed(context: Context, node: TypeNode, expected: string): Type {
  context.report("DS2117", node, { type: node.name.name, expected });
  return types.unknown;
}
