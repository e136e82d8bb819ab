/** `test "name" { … }`: a function a test, of which a run calls one, once the file has declared what it declares. */

import type { ProgramTest } from "../../records/index.ts";
import { literalValue, type Statement, type StatementKind, type TestStatement } from "../../syntax/index.ts";
import { placeOf } from "../../text/index.ts";
import { emitStatements } from "../block.ts";
import { at, deeper, line, type Scope, use } from "../context.ts";
import { testName } from "../counting.ts";
import { braced, functionScope, withTemporaries } from "../scopes.ts";

/** What of a top level is run ahead of a test: what gives names their values. */
export const isDeclaration: Readonly<Record<StatementKind, boolean>> = {
  variable: true,
  function: true,
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
  test: false,
  cd: false,
  error: false,
};

interface EmittedTests {
  readonly bodies: string;
  /** The call of the one that was chosen. */
  readonly choice: string;
  readonly tests: readonly ProgramTest[];
}

/** The tests of the first file, in their order. */
export function emitTests(scope: Scope): EmittedTests {
  const { script, source } = scope.unit.program.files[scope.file] ?? {};
  const statements = script?.statements ?? [];
  const found = statements.filter(isTest);
  const bodies = found.map((node, index) => emitBody(scope, node, index)).join("");
  const chosen = `[${found.map((_, index) => `$test${index}`).join(", ")}][${use(scope, "chosenTest")}()]`;
  return {
    bodies,
    choice: found.length === 0 ? "" : line(scope, `const $chosen = ${chosen};`) + line(scope, "await $chosen?.($);"),
    tests: found.map(({ name, start }) => ({
      name: String(literalValue(name) ?? ""),
      line: source === undefined ? 1 : placeOf(source, start).line,
    })),
  };
}

function isTest(node: Statement): node is TestStatement {
  return node.kind === "test";
}

function emitBody(outer: Scope, node: TestStatement, index: number): string {
  const scope = functionScope(outer, testName, undefined, outer.unit.program.functions.get(node));
  const status = scope.status === null ? "" : line(scope, `let ${scope.status} = 0;`);
  const body = withTemporaries(scope, emitStatements(deeper(scope), node.body.statements));
  return braced(outer, `${at(outer, node)}async function $test${index}($) `, status + body);
}
