/** `param [secret] TYPE NAME [= VALUE] [in BOUNDS] ["text"]` (language 3). */

import { elementType, isWithin, Origin, optionOf, showType, type Type, types } from "../../records/index.ts";
import { boundsOf, literalValue, type ParameterStatement } from "../../syntax/index.ts";
import { placeOf } from "../../text/index.ts";
import { type Context, isTopLevel, type StatementCheck } from "../context.ts";
import { declare } from "../names/declare.ts";
import { isTestProgram } from "../names/tests.ts";
import { secretBit } from "../origins/graph.ts";
import { resolveType } from "../types/resolve.ts";
import { expect } from "../values.ts";

export const checkParameter: StatementCheck<ParameterStatement> = (context, node) => {
  const place = misplaced(context);
  if (place !== undefined) context.report("DS2019", node.name, { name: node.name.name, place });
  const type = parameterType(context, node);
  const value = node.value === undefined ? undefined : expect(context, node.value, type);
  const symbol = declare(context, node.name, { kind: "constant", type, origins: Origin.parameter });
  const { graph } = context.program;
  if (node.secret) graph.flow(secretBit, symbol.term);
  if (value !== undefined) graph.flow(value.origins, symbol.term);
  context.flow.assign(symbol);
  checkBounds(context, node, elementType(type));
  if (context.file.index === 0) checkOption(context, node);
};

/** Why a parameter cannot stand here; undefined at the top level of the script itself. */
function misplaced(context: Context): string | undefined {
  // What tests import has no command line, and may be a script, of which `run` would run everything.
  const isForTests = isTestProgram(context) && context.program.lookUp !== "script";
  if (context.file.index !== 0 && !isForTests) return "an imported file";
  return isTopLevel(context) ? undefined : "a block";
}

const single: ReadonlySet<Type["kind"]> = new Set(["boolean", "int", "float", "String", "Duration", "Size"]);

/** Types that a word of a command line can write. */
function parameterType(context: Context, node: ParameterStatement): Type {
  const type = resolveType(context, node.type);
  const element = elementType(type);
  const isNested = type.kind === "array" && (type.element.kind === "array" || type.element.kind === "optional");
  const isFlag = element.kind === "boolean" && type.kind !== "boolean";
  if (element.kind === "unknown" || (single.has(element.kind) && !isNested && !isFlag)) return type;
  context.report("DS2020", node.type, { type: showType(type) });
  return types.unknown;
}

const measured: ReadonlySet<Type["kind"]> = new Set(["int", "float", "Duration", "Size"]);

function checkBounds(context: Context, node: ParameterStatement, element: Type): void {
  const { bounds } = node;
  if (bounds === undefined || element.kind === "unknown") return;
  const name = node.name.name;
  const report = (problem: string): void => context.report("DS2021", bounds, { name, problem });
  if (element.kind === "boolean") return report("a flag is true or false");
  if (bounds.kind === "range" && !measured.has(element.kind))
    return report(
      `a range bounds numbers, durations and sizes, not \`${showType(element)}\`: list the values, \`in "a", "b"\``,
    );
  const given = bounds.kind === "list" ? bounds.values : [bounds.from, bounds.to].filter((end) => end !== undefined);
  for (const each of given) if (expect(context, each, element).type.kind === "unknown") return;
  const known = boundsOf(bounds);
  if (known.kind === "range" && known.from !== undefined && known.to !== undefined && known.from > known.to)
    return report("the first bound is greater than the second");
  const initial = node.value === undefined ? undefined : literalValue(node.value);
  if (node.value !== undefined && initial !== undefined && !isWithin(known, initial))
    context.report("DS2021", node.value, { name, problem: "the default lies outside of the bounds" });
}

/** Two parameters that a command line could not tell apart, and names that every script's command line has. */
function checkOption(context: Context, node: ParameterStatement): void {
  const option = optionOf(node.name.name);
  takeOption(context, node, option);
  if (node.secret) takeOption(context, node, `${option}-file`);
}

function takeOption(context: Context, node: ParameterStatement, option: string): void {
  const known = context.program.options.get(option);
  if (option === "help" || option === "") context.report("DS2022", node.name, { option, line: 0 });
  else if (known === undefined) context.program.options.set(option, node.name);
  else if (known.name !== node.name.name) {
    const { line } = placeOf(context.file.source, known.start);
    context.report("DS2022", node.name, { option, line });
  }
}
