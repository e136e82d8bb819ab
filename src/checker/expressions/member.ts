/** `a.b` that is not called: an imported file's variable, an environment variable, a property (language 2, 3, 5). */

import { isSecretName, Origin, type Type, types } from "../../records/index.ts";
import type { MemberExpression } from "../../syntax/index.ts";
import { readMember } from "../classes/access.ts";
import type { Context, ExpressionCheck } from "../context.ts";
import { importedName } from "../names/imported-name.ts";
import { lookUpName } from "../names/scope.ts";
import type { KnownSymbol } from "../names/symbol.ts";
import { noteImport, useSymbol } from "../names/use.ts";
import { secretBit } from "../origins/graph.ts";
import { contentAt, exportedKey } from "../origins/written.ts";
import type { Value } from "../program-state.ts";
import { substitute } from "../types/generics.ts";
import { findMember, hasMember, nearestFunction } from "../types/members.ts";
import { present, unknownValue } from "../values.ts";
import { objectAtHand } from "./this.ts";

export const checkMember: ExpressionCheck<MemberExpression> = (context, node, wanted) => {
  const place = namespaceOf(context, node);
  switch (place?.kind) {
    case "import": {
      const symbol = importedName(context, place.symbol, node.name);
      return symbol === undefined ? unknownValue : useSymbol(context, node, symbol);
    }
    case "environment":
      return environment(context, node, wanted);
    case "module":
      return moduleMember(context, place.name, node);
    case undefined:
      return property(context, node);
  }
};

export type Namespace =
  | { readonly kind: "import"; readonly symbol: KnownSymbol }
  | { readonly kind: "environment" }
  | { readonly kind: "module"; readonly name: string };

/** What stands left of the dot, where it is no value: an imported file, `env`, `System`. */
export function namespaceOf(context: Context, node: MemberExpression): Namespace | undefined {
  if (node.object.kind !== "name") return undefined;
  const { name } = node.object;
  const symbol = lookUpName(context, node.object);
  if (symbol !== undefined) {
    if (symbol.kind !== "import") return undefined;
    noteImport(context, node.object, symbol);
    context.program.references.set(node.object, { kind: "symbol", symbol });
    context.program.values.set(node.object, unknownValue);
    return { kind: "import", symbol };
  }
  if (name === "env") return { kind: "environment" };
  return context.program.library.modules.has(name) ? { kind: "module", name } : undefined;
}

function environment(context: Context, node: MemberExpression, wanted: Type | undefined): Value {
  const name = node.name.name;
  const optional = wanted?.kind === "optional" && wanted.base.kind === "String";
  context.program.references.set(node, { kind: "environment", name, optional });
  const given = Origin.environment | (isSecretName(name) ? secretBit : 0);
  // What the script has exported itself is read back, too.
  const origins = context.program.graph.join(given, contentAt(context, exportedKey(name)));
  return { type: optional ? { kind: "optional", base: types.String } : types.String, origins };
}

function moduleMember(context: Context, module: string, node: MemberExpression): Value {
  const members = context.program.library.modules.get(module);
  const signature = members?.get(node.name.name);
  if (signature === undefined) {
    const close = nearestFunction(node.name.name, members?.keys() ?? []);
    context.report("DS2203", node.name, { type: `\`${module}\``, name: node.name.name, nearest: close });
    return unknownValue;
  }
  if (!signature.property) {
    context.report("DS2205", node.name, { name: node.name.name, property: false });
    return unknownValue;
  }
  context.program.references.set(node, { kind: "property", signature });
  return {
    type: signature.returns,
    origins: signature.origin === undefined ? Origin.literal : Origin[signature.origin],
  };
}

function property(context: Context, node: MemberExpression): Value {
  return memberValue(context, node, receiver(context, node));
}

/** A property or a field of a value that is known already. */
export function memberValue(context: Context, node: MemberExpression, value: Value): Value {
  const type = present(context, node.object, value);
  if (type.kind === "class") return readMember(context, node, type.of);
  const member = findMember(context, type, node);
  if (member === undefined) return { type: types.unknown, origins: value.origins };
  const { signature, bindings } = member;
  if (!signature.property) {
    context.report("DS2205", node.name, { name: node.name.name, property: false });
    return { type: types.unknown, origins: value.origins };
  }
  context.program.references.set(node, { kind: "property", signature });
  const { graph } = context.program;
  // What a command or a server gave came from where it got it; of a secret only the texts are secret, not how long it took.
  const whole = signature.returns.kind === "String" ? value.origins : graph.masked(value.origins, ~secretBit);
  const origins = signature.origin === undefined ? value.origins : graph.join(whole, Origin[signature.origin]);
  return { type: substitute(signature.returns, bindings), origins };
}

/** What stands left of the dot; `$(cmd).status` asks for the whole Result, `$(cmd).trim()` for the output (language 3). */
export function receiver(context: Context, node: MemberExpression): Value {
  if (node.object.kind === "this") {
    const value = objectAtHand(context, node.object);
    context.program.values.set(node.object, value);
    return value;
  }
  const result: Type = { kind: "object", name: "Result" };
  const wantsResult =
    node.object.kind === "capture" &&
    hasMember(context, result, node.name.name) &&
    !hasMember(context, types.String, node.name.name);
  return context.expression(node.object, wantsResult ? result : undefined);
}
