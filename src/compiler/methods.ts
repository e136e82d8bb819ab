/** What constructors and methods have in common: parameters, the object at hand, and the frame of a trace (faults 2). */

import type { SiteArgument } from "../records/index.ts";
import type { FunctionStatement, NodeBase } from "../syntax/index.ts";
import { deeper, line, type Scope } from "./context.ts";
import { parameterName, shownValue, withFrame } from "./frames.ts";
import { objectName } from "./names.ts";
import { braced, declareStatus, withTemporaries } from "./scopes.ts";
import { emitDefault } from "./statements/function.ts";

/** A JavaScript method: its head without the braces, what is run, and whose parameters a trace shows. */
export interface Method {
  readonly head: string;
  /** What it is in a trace, and where it stands. */
  readonly name: string;
  readonly node: NodeBase;
  readonly function: FunctionStatement | undefined;
  /** The body, one level deeper than the scope that it is given. */
  readonly body: (scope: Scope) => string;
}

/** The method as lines; `scope` is that of its body. */
export function emitMethodOf(outer: Scope, scope: Scope, method: Method): string {
  const framed = deeper(scope);
  const parameters = method.function?.parameters ?? [];
  const defaults = parameters.map((parameter) => emitDefault(framed, parameter)).join("");
  const shown = parameters.map((parameter) => shownValue(framed, parameter));
  const copies = shown.map((each) => each.copy).join("");
  const body = defaults + copies + method.body(framed);
  const values = shown.map((each) => each.name);
  const place = { site: String(ownSite(outer, method)), call: "$site" };
  const object = body.includes(objectName) ? line(scope, `const ${objectName} = this;`) : "";
  return braced(
    outer,
    method.head,
    declareStatus(scope) + object + withTemporaries(scope, withFrame(scope, body, values, place)),
  );
}

/** The names of a JavaScript method's parameters: the flow, the place of the call, then the script's. */
export function parameterList(scope: Scope, node: Pick<FunctionStatement, "parameters"> | undefined): string {
  return ["$", "$site", ...(node?.parameters ?? []).map((parameter) => parameterName(scope, parameter))].join(", ");
}

/** What a trace says of it: which override ran, whatever its caller knew. */
function ownSite(scope: Scope, { name, node, function: method }: Method): number {
  const { symbols } = scope.unit.program;
  const list = (method?.parameters ?? []).map((parameter): SiteArgument => {
    const known = symbols.get(parameter.name);
    const base = {
      name: parameter.name.name,
      type: known?.type ?? ({ kind: "unknown" } as const),
      origins: known?.origins ?? 0,
    };
    return known?.secret === true ? { ...base, secret: true } : base;
  });
  return scope.unit.sites.index({ file: scope.file, node, function: name, api: name, arguments: list });
}
