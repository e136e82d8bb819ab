/** `xs[i]`, `m[key]`, `s[i]`, `ARGV[i]` (language 5). */

import type { IndexExpression } from "../../syntax/index.ts";
import { isSimple } from "../atom.ts";
import { siteArgument } from "../calls.ts";
import { at, expression, type Scope, typeOf, use } from "../context.ts";
import { isArgv } from "../references.ts";

export function emitIndex(scope: Scope, node: IndexExpression): string {
  if (isArgv(scope, node.object)) {
    const index = expression(scope, node.index);
    return `${at(scope, node)}${use(scope, "argument")}($, ${index}, ${indexSite(scope, node)})`;
  }
  return readElement(scope, node, expression(scope, node.object), expression(scope, node.index));
}

/** An element, its owner and index being JavaScript already. */
export function readElement(scope: Scope, node: IndexExpression, object: string, index: string): string {
  const { kind } = typeOf(scope, node.object);
  if (kind === "object") return readJson(scope, node, object, index);
  const reader = use(scope, kind === "map" ? "valueAt" : kind === "String" ? "characterAt" : "at");
  const call = `${at(scope, node)}${reader}(${object}, ${index}, ${indexSite(scope, node)})`;
  // An element that is there is read in place: V8 then knows what each place reads. Else the call says what is wrong.
  if (kind === "map" || !isSimple(object) || !isSimple(index)) return call;
  return `(${object}[${index}] ?? ${call})`;
}

/** `json[key]` is `json.get(key)`, and `json[index]` is `json.at(index)`. */
function readJson(scope: Scope, node: IndexExpression, object: string, index: string): string {
  const isKey = typeOf(scope, node.index).kind === "String";
  const site = indexSite(scope, node, isKey ? "key" : "index", isKey ? "Json.get" : "Json.at");
  return `${at(scope, node)}${scope.unit.prelude.library(isKey ? "Json.get" : "Json.at")}($, ${site}, ${object}, ${index})`;
}

/** The site of an element: its one argument is the index or key. */
export function indexSite(
  scope: Scope,
  node: IndexExpression,
  name = typeOf(scope, node.object).kind === "map" ? "key" : "index",
  api = "[]",
): number {
  const list = [siteArgument(scope, name, node.index)];
  const asked = isArgv(scope, node.object) ? 0 : (scope.unit.program.origins.get(node.object) ?? 0);
  return scope.unit.sites.index({ file: scope.file, node, function: scope.function, api, arguments: list, asked });
}
