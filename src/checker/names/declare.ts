/** Declaring a name in the current block. */

import type { OriginSet, Type } from "../../records/index.ts";
import { Origin } from "../../records/index.ts";
import { type FunctionStatement, type Identifier, plainName } from "../../syntax/index.ts";
import { placeOf } from "../../text/index.ts";
import type { Symbol as CheckedSymbol } from "../checked.ts";
import type { Context } from "../context.ts";
import { allBits, type Term } from "../origins/graph.ts";
import type { FunctionNode } from "./assigner.ts";
import { lookUp } from "./scope.ts";
import type { KnownSymbol } from "./symbol.ts";
import { builtInNames } from "./use.ts";

export interface Declaration {
  readonly kind: CheckedSymbol["kind"];
  readonly type: Type;
  readonly node?: FunctionStatement;
  readonly target?: number;
  /** Where its values come from beside what is assigned to it. */
  readonly origins?: OriginSet;
}

const none: ReadonlySet<FunctionNode> = new Set();

/** Adds a name to the current block; a second one of the same block, or a built-in one, is reported (and declared, so that no more is said). */
export function declare(context: Context, name: Identifier, declaration: Declaration): KnownSymbol {
  const { scope, file, program } = context;
  const global = scope === file.scope;
  const symbol = createSymbol(context, name, declaration, global);
  program.symbols.set(name, symbol);
  if (name.name !== "") {
    if (builtInNames.includes(name.name)) context.report("DS2006", name, { name: name.name });
    else reportClash(context, name);
    scope.names ??= new Map();
    scope.names.set(name.name, symbol);
  }
  return symbol;
}

function createSymbol(context: Context, name: Identifier, declaration: Declaration, global: boolean): KnownSymbol {
  const { scope, file } = context;
  const base: KnownSymbol = {
    kind: declaration.kind,
    name: plainName(name.name),
    file: file.index,
    declaration: name,
    type: declaration.type,
    origins: 0,
    secret: false,
    global,
    term: termOf(context, declaration),
    owner: scope.owner,
    assigners: file.assignments.byName.get(name) ?? none,
  };
  if (declaration.node !== undefined) return { ...base, node: declaration.node };
  return declaration.target === undefined ? base : { ...base, target: declaration.target };
}

function termOf(context: Context, { kind, origins }: Declaration): Term {
  const { graph } = context.program;
  if (origins !== undefined) return graph.node(origins);
  // A constant's literal is told apart from other literals: it has a name, and `--define` may replace it.
  if (kind === "function") return Origin.literal;
  return kind === "constant" ? graph.node(Origin.constant, allBits & ~Origin.literal) : graph.node();
}

/** Two of a name in one block, or a parameter's name in its function's outermost block, is an error; hiding a name of the same function is advice. */
function reportClash(context: Context, name: Identifier): void {
  const { scope, file } = context;
  const same = scope.names?.get(name.name);
  const outer = same ?? (scope.parent === undefined ? undefined : lookUp(scope.parent, name.name));
  if (outer === undefined || outer.declaration === name || outer.file !== file.index) return;
  const related = [{ source: file.source, span: outer.declaration, message: "it is declared here" }];
  const isBodyOfFunction = scope.parent?.owner === scope.owner && scope.parent.parent?.owner !== scope.owner;
  if (
    same !== undefined ||
    (outer.kind === "parameter" && isBodyOfFunction && scope.parent?.names?.has(name.name) === true)
  )
    context.report("DS2002", name, { name: name.name }, related);
  else if (outer.owner === scope.owner && outer.kind !== "function")
    context.report(
      "DS7008",
      name,
      { name: name.name, line: placeOf(file.source, outer.declaration.start).line },
      related,
    );
}
