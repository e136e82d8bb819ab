/** `test "name" { … }`: checked after everything else of the file, as a function without parameters that nobody calls. */

import { types } from "../../records/index.ts";
import { literalValue, type TestStatement } from "../../syntax/index.ts";
import { type Context, type StatementCheck, withinFunction } from "../context.ts";
import { createFunction } from "../names/functions.ts";

/** In its place a test does nothing; one inside of a block is an error, and is read for its own mistakes. */
export const checkTest: StatementCheck<TestStatement> = (context, node) => {
  if (context.scope === context.file.scope) return;
  context.report("DS2320", { start: node.start, end: node.name.end }, {});
  checkTestBody(context, node);
};

/** Checks all tests of a file: their names, then their bodies. */
export function checkTests(context: Context): void {
  const named = new Map<string, TestStatement>();
  for (const node of context.file.script.statements) {
    if (node.kind !== "test") continue;
    checkName(context, node, named);
    checkTestBody(context, node);
  }
}

function checkName(context: Context, node: TestStatement, named: Map<string, TestStatement>): void {
  const name = literalValue(node.name);
  // What a name must be known for is a choice on the command line: it is read, not computed.
  if (typeof name !== "string" || name.trim() === "") return context.report("DS2321", node.name, {});
  const first = named.get(name);
  if (first === undefined) named.set(name, node);
  else
    context.report("DS2322", node.name, { name }, [
      { source: context.file.source, span: first.name, message: "the first one stands here" },
    ]);
}

function checkTestBody(context: Context, node: TestStatement): void {
  const file = { index: context.file.index, strict: true };
  const state = createFunction(context.program, node, file, "test", types.void);
  state.waits = true;
  const { inTest } = context;
  context.inTest = true;
  withinFunction(context, state, () => context.block(node.body.statements));
  context.inTest = inTest;
}
