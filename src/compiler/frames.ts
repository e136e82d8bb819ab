/** What a function or a closure adds to a fault that leaves it: its name and its arguments (faults 2). */

import type { Parameter } from "../syntax/index.ts";
import { deeper, line, type Scope, temporary, use } from "./context.ts";
import { braced } from "./scopes.ts";

/** A body of which `values` show in traces; `place` gives the sites of its frame. V8 has no cost for the `try`: it is paid when a fault passes. */
export function withFrame(
  scope: Scope,
  body: string,
  values: readonly string[],
  place: { readonly site: string; readonly call?: string },
): string {
  // Without a call or a check of its own nothing in there can fail.
  if (!body.includes("(")) return `${line(scope, "{")}${body}${line(scope, "}")}`;
  const call = place.call === undefined ? "" : `, ${place.call}`;
  const thrown = `throw ${use(scope, "frame")}($e, ${place.site}, [${values.join(", ")}]${call});`;
  // A promise that is refused on a full stack makes Node complain: it is refused once the stack has been left.
  // Asking first whether it is full takes room, too.
  const unwound = scope.waits ? line(deeper(scope), "await 0;") : "";
  return line(scope, "try {") + body + braced(scope, "} catch ($e) ", unwound + line(deeper(scope), thrown));
}

export function parameterName(scope: Scope, { name }: Pick<Parameter, "name">): string {
  const symbol = scope.unit.program.symbols.get(name);
  return symbol === undefined ? "_" : scope.unit.names.of(symbol);
}

/** The parameters of the function at hand. */
export function parameterNames(scope: Scope): readonly string[] {
  return (scope.symbol?.node?.parameters ?? []).map((each) => parameterName(scope, each));
}

/** The value that a trace shows: a parameter that the function assigns to is kept as it came. */
export function shownValue(
  scope: Scope,
  parameter: Pick<Parameter, "name">,
): { readonly name: string; readonly copy: string } {
  const name = parameterName(scope, parameter);
  if (!scope.unit.assigned.has(parameter.name)) return { name, copy: "" };
  const copy = temporary(scope);
  return { name: copy, copy: line(scope, `${copy} = ${name};`) };
}
