/** The tests that are meant: found in files and folders, and chosen by their names. */

import { openTesting, type TestFile } from "../../engine/index.ts";
import { refuseWords } from "../language.ts";
import type { TestOptions } from "./options.ts";

export interface Chosen {
  readonly file: TestFile;
  /** The places of the chosen tests in the file. */
  readonly chosen: readonly number[];
}

/** What is to run; or the exit code, once it is said why there is nothing. */
export async function chooseTests({ names, filter }: TestOptions): Promise<readonly Chosen[] | number> {
  const { findTests } = await openTesting();
  const found = findTests(names);
  if ("problem" in found) return refuseWords(found.problem, "name files, or folders that have tests");
  const without = found.filter(({ tests }) => tests.length === 0).map(({ name }) => name);
  if (found.length === 0 || (without.length === found.length && without.every((name) => !isBroken(name)))) {
    const where = names.join(", ");
    return refuseWords(
      `there is no test in ${where}`,
      'write one: test "it adds" { assert(1 + 1 == 2) }, in a script or in a file NAME_test.dscript',
    );
  }
  const all = found.map((file) => ({
    file,
    chosen: file.tests.flatMap(({ name }, index) => (filter === undefined || filter.fits(name) ? [index] : [])),
  }));
  if (filter === undefined) return all;
  const some = all.filter(({ chosen }) => chosen.length > 0);
  if (some.length > 0) return some;
  return refuseWords(`no test has a name with ${filter.text}`, "dscript test --list shows their names");
}

/** Whether a file without a known test is to be run all the same, so that its mistakes are told. */
function isBroken(name: string): boolean {
  return name.endsWith("_test.dscript");
}
