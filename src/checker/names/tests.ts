/** Where code belongs to tests: in a `test`, and all of a file whose name ends so. */

import type { Context } from "../context.ts";

const testFile = /_test\.dscript$/;

/** Whether only `dscript test` ever runs what stands here. */
export function isTestCode(context: Context): boolean {
  return context.inTest || testFile.test(context.file.source.name);
}

/** Whether the program is a file of tests, with what it imports. */
export function isTestProgram({ program }: Context): boolean {
  return testFile.test(program.files[0]?.source.name ?? "");
}

/** Whether `Test` may be used here: in a test, and in the functions of a test file. */
export function mayTest(context: Context): boolean {
  return context.inTest || (context.state.node.kind !== "script" && testFile.test(context.file.source.name));
}
