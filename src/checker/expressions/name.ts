/** A name alone: a variable, a function as a value, ARGV, SCRIPT (language 3). */

import { Origin, types } from "../../records/index.ts";
import type { NameExpression } from "../../syntax/index.ts";
import type { ExpressionCheck } from "../context.ts";
import { lookUpName } from "../names/scope.ts";
import { reportMissing, useSymbol } from "../names/use.ts";
import { shippedBit } from "../origins/places.ts";
import { isFaultName } from "../types/relations.ts";
import { unknownValue } from "../values.ts";

export const checkName: ExpressionCheck<NameExpression> = (context, node) => {
  const { name } = node;
  const symbol = lookUpName(context, node);
  if (symbol !== undefined) {
    if (symbol.kind !== "import") return useSymbol(context, node, symbol);
    context.program.references.set(node, { kind: "symbol", symbol });
    context.report("DS2011", node, { name, example: `${name}.f()` });
    return unknownValue;
  }
  switch (name) {
    case "ARGV":
      context.program.references.set(node, { kind: "argv" });
      return { type: { kind: "array", element: types.String }, origins: Origin.argv };
    case "SCRIPT":
      context.program.references.set(node, { kind: "script" });
      return { type: types.String, origins: Origin.host | shippedBit };
    case "SCRIPT_DIR":
      context.program.references.set(node, { kind: "script-directory" });
      return { type: types.String, origins: Origin.host | shippedBit };
    case "env":
      context.report("DS2011", node, { name, example: "env.HOME" });
      return unknownValue;
  }
  const members = context.program.library.modules.get(name);
  if (members !== undefined) {
    context.report("DS2011", node, {
      name,
      example: `${name}.${[...members.values()].find((each) => !each.property)?.name ?? "f"}(…)`,
    });
    return unknownValue;
  }
  if (context.program.library.plain.has(name)) {
    context.report("DS2012", node, { name, example: `(x) => ${name}(x)` });
    return unknownValue;
  }
  if (isFaultName(name)) {
    context.report("DS2012", node, { name, example: `${name}("why")` });
    return unknownValue;
  }
  return reportMissing(context, name, node);
};
