/** `T name(T a, T b = e) { … }` (language 5). */

import type { FunctionStatement, Parameter } from "../../syntax/index.ts";
import { emitStatements } from "../block.ts";
import { at, deeper, expression, line, type Scope } from "../context.ts";
import { parameterName, shownValue, withFrame } from "../frames.ts";
import { aroundRisk, isRisky } from "../risky.ts";
import { braced, declareStatus, functionScope, withTemporaries } from "../scopes.ts";

/** A function among other statements; those of a file's top level stand at the code's head already. */
export function emitFunctionStatement(scope: Scope, node: FunctionStatement): string {
  return scope.unit.program.symbols.get(node.name)?.global === true ? "" : emitFunction(scope, node);
}

/** `function f($, $site, a, b) { … }`: the flow, the place of the call, then the parameters. */
export function emitFunction(outer: Scope, node: FunctionStatement): string {
  const { program, names } = outer.unit;
  const symbol = program.symbols.get(node.name);
  if (symbol === undefined) return "";
  const scope = functionScope(outer, symbol.name, symbol, program.functions.get(node));
  const parameters = node.parameters.map((parameter) => parameterName(scope, parameter));
  const framed = deeper(scope);
  const defaults = node.parameters.map((parameter) => emitDefault(framed, parameter)).join("");
  const shown = node.parameters.map((parameter) => shownValue(framed, parameter));
  const copies = shown.map((each) => each.copy).join("");
  const body = defaults + copies + emitFunctionBody(framed, node);
  const head = `${at(outer, node, symbol.name)}${scope.waits ? "async " : ""}function ${names.of(symbol)}(${["$", "$site", ...parameters].join(", ")}) `;
  return braced(
    outer,
    head,
    declareStatus(scope) +
      withTemporaries(
        scope,
        withFrame(
          scope,
          body,
          shown.map((each) => each.name),
          { site: "$site" },
        ),
      ),
  );
}

/** In the body, where it can wait and where its own fault gets this function's frame. */
export function emitDefault(scope: Scope, parameter: Parameter): string {
  if (parameter.defaultValue === undefined) return "";
  const name = parameterName(scope, parameter);
  return line(
    scope,
    `if (${name} === undefined) ${at(scope, parameter)}${name} = ${expression(scope, parameter.defaultValue)};`,
  );
}

/** The statements of a function's body. */
export function emitFunctionBody(scope: Scope, node: FunctionStatement): string {
  const { statements } = node.body;
  return isRisky(node)
    ? aroundRisk(scope, emitStatements(deeper(scope), statements))
    : emitStatements(scope, statements);
}
