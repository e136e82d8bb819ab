/** A method in the place of a base's: it takes what that takes, and gives what that gives (language 5). */

import { showType } from "../../records/index.ts";
import type { Context } from "../context.ts";
import { declaredAt } from "../names/declared-at.ts";
import { fits } from "../types/relations.ts";
import type { MethodInfo } from "./class-info.ts";

/** Checks an override, and joins the two: values flow between them, and both wait where one does. */
export function checkOverride(context: Context, own: MethodInfo, base: MethodInfo): void {
  const problem = problemOf(own, base);
  if (problem !== undefined) {
    const { where, related } = declaredAt(context, base.owner.fileIndex, base.function.name);
    context.report(
      "DS2405",
      own.function.name,
      { problem, hint: `write it as in ${where}, \`${signatureOf(base)}\`, or choose another name` },
      related,
    );
  }
  join(context, own, base);
}

function problemOf({ name, type, function: node }: MethodInfo, base: MethodInfo): string | undefined {
  const of = base.owner.name;
  if (type.parameters.length !== base.type.parameters.length)
    return `\`${name}\` overrides the method of \`${of}\`, which has ${count(base.type.parameters.length)}; this one has ${count(type.parameters.length)}`;
  for (const [index, wanted] of base.type.parameters.entries()) {
    const given = type.parameters[index] ?? wanted;
    const parameter = node.parameters[index];
    const shown = parameter?.name.name ?? "";
    if (!fits(wanted, given))
      return `\`${name}\` overrides the method of \`${of}\`, whose parameter is of type ${showType(wanted)}: \`${shown}\` of type ${showType(given)} does not take that`;
    if (base.function.parameters[index]?.defaultValue !== undefined && parameter?.defaultValue === undefined)
      return `\`${name}\` overrides the method of \`${of}\`, which may be called without this argument: \`${shown}\` needs a default, too`;
  }
  if (
    base.type.returns.kind === "void"
      ? type.returns.kind === "void"
      : type.returns.kind !== "void" && fits(type.returns, base.type.returns)
  )
    return undefined;
  if (base.type.returns.kind === "unknown" || type.returns.kind === "unknown") return undefined;
  return `\`${name}\` overrides the method of \`${of}\`, which gives ${gives(base.type)}; this one gives ${gives(type)}`;
}

function gives({ returns }: MethodInfo["type"]): string {
  return returns.kind === "void" ? "no value" : `a value of type ${showType(returns)}`;
}

function count(parameters: number): string {
  return parameters === 0 ? "no parameters" : parameters === 1 ? "1 parameter" : `${parameters} parameters`;
}

/** "boolean isFull(Size limit)". */
function signatureOf({ name, type, function: node }: MethodInfo): string {
  const parameters = type.parameters.map((each, index) => {
    const parameter = node.parameters[index];
    return `${showType(each)} ${parameter?.name.name ?? ""}${parameter?.defaultValue === undefined ? "" : " = …"}`;
  });
  return `${showType(type.returns)} ${name}(${parameters.join(", ")})`;
}

/** A call of the base's method may run this one: with its arguments, for its result, and waiting where it waits. */
function join({ program }: Context, own: MethodInfo, base: MethodInfo): void {
  const { graph, functions, symbols } = program;
  for (const [index, parameter] of own.function.parameters.entries()) {
    const above = base.function.parameters[index];
    const from = above === undefined ? undefined : symbols.get(above.name);
    const into = symbols.get(parameter.name);
    if (from !== undefined && into !== undefined) graph.flow(from.term, into.term);
  }
  const state = functions.get(own.function);
  const above = functions.get(base.function);
  if (state === undefined || above === undefined) return;
  graph.flow(state.result, above.result);
  state.reaches.add(base.function);
  above.reaches.add(own.function);
}
