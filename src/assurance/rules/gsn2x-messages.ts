/**
 * What gsn2x says, word for word, since tools read its lines: facts of its interface, from gsn2x 4.3.2 (src/gsn/validation.rs,
 * src/gsn/check.rs, src/gsn.rs, src/main.rs and doc/src/checks.md). A table.
 */

export interface Gsn2xMessage {
  readonly id: string;
  readonly kind: "Error" | "Warning";
  /** Undefined where gsn2x names none: it is about all files. */
  readonly module?: string;
  readonly text: string;
}

type Words = "context" | "supported by element";
type Ends = "in context of" | "supported by";

export const gsn2xSays = {
  V01: (module: string, id: string) =>
    error("V01", module, `Element ${id} is of unknown type. Please see documentation for supported types`),
  V02: (module: string, id: string) => warning("V02", module, `Element ${id} is undeveloped.`),
  V03: (module: string, id: string) => error("V03", module, `Undeveloped element ${id} has supporting arguments.`),
  V04: (module: string, id: string, to: string, where: Words) =>
    error("V04", module, `Element ${id} has invalid type of reference ${to} in ${where}.`),
  V05: (module: string, id: string, to: string, where: Words) =>
    warning("V05", module, `Element ${id} has duplicate entry ${to} in ${where}.`),
  V06: (module: string, id: string, where: Words) =>
    error("V06", module, `Element ${id} references itself in ${where}.`),
  V07: (module: string, local: string, foreign: string, other: string) =>
    error(
      "V07",
      module,
      `Element ${local} in module ${module} supposed to develop ${foreign} in module ${other} does not exist.`,
    ),
  V07type: (module: string, local: string) =>
    error(
      "V07",
      module,
      `Element ${local} is of wrong type. Only Strategies, Goals and Solutions can develop other Goals and Strategies.`,
    ),
  V08: (module: string, id: string, type: string, byLabel: string) =>
    warning("V08", module, `Element ${id} has type ${type}, but ID indicates type ${byLabel}`),
  V09: (module: string, id: string, point: string, to: string) =>
    error(
      "V09",
      module,
      `Element ${id} has an assurance claim point ${point} that references ${to}, but this is neither its own ID nor any of the connected elements.`,
    ),
  V10: (module: string, id: string) =>
    error("V10", module, `Element ${id} is marked as defeated, but no other element challenges it.`),
  V11: (module: string, ids: readonly string[]) =>
    warning("V11", module, `Dialectic extension is used. See elements: ${ids.join(", ")}`),
  V12: (module: string, id: string) =>
    error("V12", module, `${id} is not a CounterGoal nor CounterSolution but challenges another element or relation.`),
  V13: (module: string, id: string, to: string) =>
    error("V13", module, `Relation from ${id} to ${to} is marked as defeated, but ${id} has no relation to ${to}.`),
  C01: (ids: readonly string[]) =>
    ids.length === 0
      ? error("C01", undefined, "There are no unreferenced elements found.")
      : warning("C01", undefined, `There is more than one unreferenced element: ${ids.join(", ")}.`),
  C02: (id: string) => error("C02", undefined, `The root element should be a goal, but ${id} was found.`),
  C03: (module: string, id: string, to: string, where: Ends) =>
    error("C03", module, `Element ${id} has unresolved "${where}" element: ${to}`),
  C04: (at: string, ring: readonly string[]) =>
    error("C04", undefined, `Cycle detected at element ${at}. Cycle is ${ring.join(" -> ")}.`),
  C06: (module: string, file: string, other: string) =>
    error("C06", module, `Module in ${file} was already present in ${other} provided by command line.`),
  C07: (module: string, id: string, file: string, other: string) =>
    error("C07", module, `Element ${id} in ${file} was already present in ${other}.`),
  C08: (roots: readonly string[], ids: readonly string[]) =>
    error(
      "C08",
      undefined,
      `The following element(s) are not reachable from the root element(s) (${roots.join(", ")}): ${ids.join(", ")}`,
    ),
  C09: (module: string, other: string) =>
    error("C09", module, `Module ${other} is not found, but is supposed to be extended by module ${module}.`),
  C10: (module: string, id: string, by: readonly string[]) =>
    error("C10", module, `Element ${id} does not exist, but is supposed to be extended by ${by.join(",")}.`),
  C10module: (module: string, id: string, other: string, by: readonly string[]) =>
    error(
      "C10",
      module,
      `Element ${id} does not exist in module ${other}, but is supposed to be extended by ${by.join(",")}.`,
    ),
  C10developed: (module: string, id: string, by: readonly string[]) =>
    error("C10", module, `Element ${id} is not undeveloped, but is supposed to be extended by ${by.join(",")}.`),
  C11: (module: string, id: string, to: string, where: Ends) =>
    warning(
      "C11",
      module,
      `Unresolved "${where}" element of ${id} may be actually a list: ${to}. Try writing [${to}] instead.`,
    ),
  C12: (module: string, id: string, end: string) =>
    error("C12", module, `Element ${id} challenges a relation, but element ${end} of the relation does not exist.`),
  C13: (module: string, id: string) => error("C13", module, `Element ${id} challenges itself.`),
  C14: (module: string, id: string, to: string) =>
    error("C14", module, `Element ${id} challenges element ${to}, but it does not exist.`),
  C15: (module: string, id: string, end: string) =>
    error("C15", module, `Element ${id} challenges a relation with both ends pointing to ${end}.`),
  C16: (module: string, id: string, from: string, to: string) =>
    error(
      "C16",
      module,
      `Element ${id} challenges a relation, but the referenced elements ${to} and ${from} do not have a relation.`,
    ),
} as const;

/** "Warning: (module) V02: Element G1 is undeveloped.": a line for each message of a finding; undefined where gsn2x would say nothing. */
export function gsn2xLine({ gsn2x }: { readonly gsn2x: readonly Gsn2xMessage[] }): string | undefined {
  if (gsn2x.length === 0) return undefined;
  return gsn2x
    .map(({ id, kind, module, text }) => `${kind}: ${module === undefined ? "" : `(${module}) `}${id}: ${text}`)
    .join("\n");
}

/** What gsn2x calls the list of a node's links. */
export function gsn2xList(kind: string): Words {
  return kind === "supportedBy" ? "supported by element" : "context";
}

/** What it calls a link that leads nowhere. */
export function gsn2xEnds(kind: string): Ends {
  return kind === "supportedBy" ? "supported by" : "in context of";
}

function error(id: string, module: string | undefined, text: string): Gsn2xMessage {
  return module === undefined ? { id, kind: "Error", text } : { id, kind: "Error", module, text };
}

function warning(id: string, module: string | undefined, text: string): Gsn2xMessage {
  return module === undefined ? { id, kind: "Warning", text } : { id, kind: "Warning", module, text };
}
