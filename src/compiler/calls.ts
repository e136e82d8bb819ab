/** Sites of calls: what a fault says of the arguments that a call was given (faults 1.1, 2). */

import type { Symbol as ScriptSymbol } from "../checker/index.ts";
import { Origin, type OriginSet, type Signature, type SiteArgument, type Type } from "../records/index.ts";
import type { Expression, NodeBase } from "../syntax/index.ts";
import { expression, type Scope, site, typeOf } from "./context.ts";
import { quote } from "./literals.ts";

/** An argument of a site, as the checker knows it. */
export function siteArgument(scope: Scope, name: string, node: Expression, declared?: Type): SiteArgument {
  const { origins, secrets } = scope.unit.program;
  const { start, end } = node;
  const base = {
    name,
    type: declared ?? typeOf(scope, node),
    origins: origins.get(node) ?? Origin.literal,
    start,
    end,
  };
  return secrets.has(node) ? { ...base, secret: true } : base;
}

/** The site of a call of a script's function: its frame shows the line of the call and the function's own name. */
export function callSite(scope: Scope, node: NodeBase, symbol: ScriptSymbol, given: readonly Expression[]): number {
  const { symbols, origins } = scope.unit.program;
  const parameters = symbol.node?.parameters ?? [];
  const list = parameters.map((parameter, index): SiteArgument => {
    const known = symbols.get(parameter.name);
    const name = parameter.name.name;
    const type: Type = known?.type ?? { kind: "unknown" };
    const argument = given[index] ?? parameter.defaultValue;
    const isSecret = known?.secret === true || (argument !== undefined && scope.unit.program.secrets.has(argument));
    const from = argument === undefined ? (known?.origins ?? 0) : (origins.get(argument) ?? Origin.literal);
    const base = { name, type, origins: from };
    return isSecret ? { ...base, secret: true } : base;
  });
  return scope.unit.sites.index({ file: scope.file, node, function: symbol.name, api: symbol.name, arguments: list });
}

/** The site of a call of the library: the receiver is no argument of its own. */
export function librarySite(
  scope: Scope,
  node: Expression,
  signature: Signature,
  given: readonly Expression[],
): number {
  const list = given.map((argument, index) => {
    const parameter = signature.parameters[index] ?? signature.parameters.at(-1);
    const type = parameter === undefined || parameter.type === "any" ? undefined : typeOf(scope, argument);
    return siteArgument(scope, parameter?.name ?? `[${index}]`, argument, type);
  });
  return scope.unit.sites.index({
    file: scope.file,
    node,
    function: scope.function,
    api: signature.key,
    arguments: list,
    asked: askedOf(scope, node, signature),
  });
}

/** Of what reads a file or asks a server what that gives; else of the receiver. */
function askedOf(scope: Scope, node: Expression, signature: Signature): OriginSet {
  const { origins } = scope.unit.program;
  if (signature.origin === "file" || signature.origin === "network") return origins.get(node) ?? 0;
  const callee = node.kind === "call" ? node.callee : node;
  if (signature.receiver === undefined || callee.kind !== "member") return 0;
  return origins.get(callee.object) ?? 0;
}

/** What `UserFault("…")` gives to the runtime: flow, site, name, message. */
export function statedArguments(scope: Scope, node: NodeBase, name: string, [message]: readonly Expression[]): string {
  const list = message === undefined ? [] : [siteArgument(scope, "message", message)];
  const place = site(scope, node, "throw", list);
  return `$, ${place}, ${quote(name)}, ${message === undefined ? quote(name) : expression(scope, message)}`;
}
