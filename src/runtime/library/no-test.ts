/** Test outside of tests: its calls are there, so that what a test file declares can be imported, and say that nothing is tested. */

import { createFault } from "../faults/raise.ts";
import type { Run } from "../run.ts";
import type { Functions } from "./function.ts";

const names = [
  ...["fake", "onlyFakes", "setTime", "advance", "golden", "run", "fault", "exit", "skip"],
  ...["told", "asked", "approve"],
];

/** What `Test.fake` and its kin do where no test runs; the true ones are loaded with the first test. */
export function testlessFunctions(run: Run): Functions {
  return Object.fromEntries(
    names.map((name) => [
      `Test.${name}`,
      (_flow, site) => {
        const message = "this is no test: `dscript test` runs tests";
        throw createFault(run, site, { kind: "ArgumentFault", message, stated: "SoftwareFault" });
      },
    ]),
  );
}
