/** `test "name" { … }`: a function a test, of which a run calls one, once the file has declared what it declares. */

import type { ProgramTest } from "../../records/index.ts";
import { literalValue, type Statement, type StatementKind, type TestStatement } from "../../syntax/index.ts";
import { placeOf } from "../../text/index.ts";
import { emitStatements } from "../block.ts";
import { at, deeper, type Scope, use } from "../context.ts";
import { testName } from "../counting.ts";
import { braced, declareStatus, functionScope, withTemporaries } from "../scopes.ts";

/** What of a top level is run ahead of a test: what gives names their values. */
export const isDeclaration: Readonly<Record<StatementKind, boolean>> = {
  variable: true,
  function: true,
  class: true,
  import: true,
  "import-command": true,
  param: true,
  expression: false,
  command: false,
  block: false,
  if: false,
  while: false,
  do: false,
  for: false,
  "for-in": false,
  switch: false,
  break: false,
  continue: false,
  return: false,
  throw: false,
  try: false,
  defer: false,
  assert: false,
  wait: false,
  retry: false,
  lock: false,
  task: true,
  "task-body": false,
  plan: true,
  "plan-body": false,
  atomic: false,
  parallel: false,
  assure: false,
  argue: false,
  notify: false,
  approve: false,
  context: false,
  monitor: true,
  when: true,
  test: false,
  cd: false,
  syntax: true,
  extension: false,
  error: false,
};

interface EmittedTests {
  /** The call of the one that was chosen. */
  readonly choice: string;
  readonly tests: readonly ProgramTest[];
}

/**
 * The tests of the first file, in their order. Each is a function within its case: of a thousand tests one is made, not
 * all of them in every evaluation, which V8 would see as worth optimizing.
 */
export function emitTests(scope: Scope): EmittedTests {
  const { script, source } = scope.unit.program.files[scope.file] ?? {};
  const found = (script?.statements ?? []).filter(isTest);
  if (found.length === 0) return { choice: "", tests: [] };
  const inside = deeper(scope);
  const cases = found.map((node, index) => emitCase(inside, node, index)).join("");
  return {
    choice: braced(scope, `switch (${use(scope, "chosenTest")}()) `, cases),
    tests: found.map(({ name, start }) => ({
      name: String(literalValue(name) ?? ""),
      line: source === undefined ? 1 : placeOf(source, start).line,
    })),
  };
}

function isTest(node: Statement): node is TestStatement {
  return node.kind === "test";
}

function emitCase(outer: Scope, node: TestStatement, index: number): string {
  const scope = functionScope(outer, testName, undefined, outer.unit.program.functions.get(node));
  const body = withTemporaries(scope, emitStatements(deeper(scope), node.body.statements));
  const head = `case ${index}: await ${at(outer, node)}(async function $test() `;
  return braced(outer, head, declareStatus(scope) + body, ")(); break;");
}
