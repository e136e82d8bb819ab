/** What annotations say: where each may stand, and what is said of whoever uses what they mark (language 5). */

import { nearest } from "../diagnostics/index.ts";
import type { Annotation, Identifier, StatementBase } from "../syntax/index.ts";
import type { Span } from "../text/index.ts";
import type { Symbol as CheckedSymbol } from "./checked.ts";
import type { Context } from "./context.ts";
import { declaredAt } from "./names/declared-at.ts";
import { fileOf } from "./names/home.ts";
import type { Notice } from "./program-state.ts";

/** What can be annotated. */
export type Annotated = "function" | "class" | "method" | "field" | "constructor" | "top-statement" | "statement";

const known: Readonly<Record<string, { readonly on: readonly Annotated[]; readonly says: string }>> = {
  Deprecated: {
    on: ["function", "class", "method", "field"],
    says: "it marks a function, a class, a method or a field that should not be used any more",
  },
  Restricted: {
    on: ["function", "class", "method", "top-statement"],
    says: "it marks a function, a class or a method, and a statement of the top level that may use such",
  },
  Risky: {
    on: ["function", "method", "constructor", "top-statement", "statement"],
    says: "it marks a statement, a function or a method that starts commands",
  },
};

/** Says which annotations of a node are unknown, stand twice, or mean nothing there. */
export function checkAnnotations(context: Context, { annotations = [] }: StatementBase, what: Annotated): void {
  const seen = new Set<string>();
  for (const annotation of annotations) {
    const { name } = annotation.name;
    const row = Object.hasOwn(known, name) ? known[name] : undefined;
    if (row === undefined)
      context.report("DS2417", annotation, {
        name,
        nearest: nearest(name, Object.keys(known)),
        known: Object.keys(known)
          .map((each) => `@${each}`)
          .join(", "),
      });
    else if (seen.has(name))
      context.report("DS2418", annotation, { name, problem: "stands there already", hint: "one is enough" });
    else if (!row.on.includes(what))
      context.report("DS2418", annotation, { name, problem: `has no meaning on ${shown[what]}`, hint: row.says });
    seen.add(name);
  }
}

const shown: Readonly<Record<Annotated, string>> = {
  function: "a function",
  class: "a class",
  method: "a method",
  field: "a field",
  constructor: "a constructor",
  "top-statement": "this statement",
  statement: "a statement within a block",
};

function textOf({ annotations = [] }: StatementBase, name: string): string | undefined {
  const found = annotations.find((each: Annotation) => each.name.name === name);
  return found === undefined ? undefined : (found.text ?? "");
}

/** Notes what annotations say of a declaration. */
export function notice(context: Context, declaration: Identifier, node: StatementBase): void {
  if (node.annotations === undefined) return;
  const deprecated = textOf(node, "Deprecated");
  const restricted = textOf(node, "Restricted");
  const said: Notice = {
    ...(deprecated !== undefined && { deprecated }),
    ...(restricted !== undefined && { restricted }),
  };
  context.program.notices.set(declaration, said);
}

/** Runs the check of what stands behind annotations, with what they accept. */
export function accepting(context: Context, node: StatementBase, run: () => void): void {
  if (node.annotations === undefined) return run();
  const outer = context.accepts;
  context.accepts = {
    deprecated: outer.deprecated || textOf(node, "Deprecated") !== undefined,
    restricted: outer.restricted || textOf(node, "Restricted") !== undefined,
  };
  run();
  context.accepts = outer;
}

/** A function, a class or a member is used by a node: says so where that is deprecated or restricted. */
export function noteNotice(
  context: Context,
  by: Span & { readonly home?: string },
  symbol: CheckedSymbol,
  name: string = symbol.name,
): void {
  const said = context.program.notices.get(symbol.declaration);
  if (said === undefined) return;
  // What a template uses, the file that declares the syntax uses.
  const user = fileOf(context, by).index;
  const { where, related } = declaredAt(context, symbol.file, symbol.declaration, user);
  if (said.deprecated !== undefined && !context.accepts.deprecated)
    context.report("DS7011", by, { name, where, text: said.deprecated }, related);
  if (said.restricted !== undefined && symbol.file !== user && !context.accepts.restricted)
    context.report("DS2419", by, { name, where, why: said.restricted }, related);
}
