/** `for (T x in xs) …`: over an array, a Map's keys, or the lines of a file, or of a command as they are written (language 3). */

import { showType, type Type, types } from "../../records/index.ts";
import type { Expression, ForInStatement } from "../../syntax/index.ts";
import { type Context, type StatementCheck, scoped } from "../context.ts";
import { isBackground, runCapture } from "../expressions/capture.ts";
import { checkLoop, widenAssigned } from "../flow/loops.ts";
import { unchanged } from "../flow/state.ts";
import { declare } from "../names/declare.ts";
import { createScope } from "../names/scope.ts";
import type { Value } from "../program-state.ts";
import { fits } from "../types/relations.ts";
import { resolveType } from "../types/resolve.ts";
import { demand, expect, present, textOf } from "../values.ts";
import { checkBody } from "./body.ts";

export const checkForIn: StatementCheck<ForInStatement> = (context, node) => {
  const { flow } = context;
  const written = node.type === undefined ? undefined : resolveType(context, node.type);
  const { element, value } = elements(context, node, written);
  if (written !== undefined && !fits(element, written)) mismatch(context, node, { type: element, origins: 0 }, written);
  if (node.atMost !== undefined) expect(context, node.atMost, types.int);
  widenAssigned(context, node);
  const { ends, breaks } = checkLoop(context, () =>
    scoped(context, createScope(context.scope, context.state.node), () => {
      const symbol = declare(context, node.name, { kind: "variable", type: written ?? element });
      context.program.graph.flow(value.origins, symbol.term);
      checkBody(context, node.body);
    }),
  );
  flow.applyAny([unchanged, ...ends, ...breaks]);
};

function elements(context: Context, node: ForInStatement, written: Type | undefined): { element: Type; value: Value } {
  const { iterable } = node;
  if (iterable.kind === "capture" && !isBackground(iterable)) {
    const value = runCapture(context, iterable, "lines");
    context.program.values.set(iterable, value);
    return { element: types.String, value };
  }
  const value = context.expression(iterable, written === undefined ? undefined : { kind: "array", element: written });
  const type = present(context, iterable, value);
  if (type.kind === "array") return { element: type.element, value };
  if (type.kind === "map") return { element: types.String, value };
  if (type.kind === "object" && type.name === "File") {
    context.state.waits = true;
    return { element: types.String, value };
  }
  if (type.kind !== "unknown") context.report("DS2114", iterable, { type: showType(type) });
  return { element: types.unknown, value };
}

function mismatch(context: Context, node: ForInStatement, value: Value, written: Type): void {
  const hint =
    node.iterable.kind === "capture" && (written.kind === "int" || written.kind === "float")
      ? `lines are texts: \`for (String line in ${textOf(context, node.iterable)})\`, then \`${written.kind}.parse(line)\``
      : `the elements are of type ${showType(value.type)}`;
  const place: Expression = {
    kind: "name",
    name: node.name.name,
    start: node.type?.start ?? node.name.start,
    end: node.name.end,
  };
  demand(context, place, value, written, hint);
}
