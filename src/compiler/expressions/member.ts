/** `a.b` that is not called: a name of an imported file, `env.HOME`, a property (language 3, 5). */

import type { MemberExpression } from "../../syntax/index.ts";
import { atom } from "../atom.ts";
import { librarySite } from "../calls.ts";
import { at, expression, type Scope } from "../context.ts";
import { memberName } from "../names.ts";
import { emitReference } from "../references.ts";

// What needs no fault and no flow is read straight from the value.
const direct: Readonly<Record<string, string>> = {
  "String.length": ".length",
  "[].length": ".length",
  "Map.length": ".size",
};

export function emitMember(scope: Scope, node: MemberExpression): string {
  const code = emitReference(scope, node);
  if (code !== undefined) return at(scope, node) + code;
  const reference = scope.unit.program.references.get(node);
  if (reference?.kind === "field") return `${atom(expression(scope, node.object))}.${memberName(reference.symbol)}`;
  if (reference?.kind !== "property") return "undefined";
  const { signature } = reference;
  const property = direct[signature.key];
  if (property !== undefined) return `${atom(expression(scope, node.object))}${property}`;
  const receiver = signature.receiver === undefined ? "" : `, ${expression(scope, node.object)}`;
  const name = scope.unit.prelude.library(signature.key);
  return `${at(scope, node)}${name}($, ${librarySite(scope, node, signature, [])}${receiver})`;
}
