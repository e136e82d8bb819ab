/** `dscript test --list`: the tests by their places, for a person and for editors. */

import { escapeText } from "../../diagnostics/index.ts";
import { exitCode } from "../../engine/index.ts";
import { write } from "../terminal.ts";
import { chooseTests } from "./chosen.ts";
import type { TestOptions } from "./options.ts";

export async function listTests(options: TestOptions): Promise<number> {
  const chosen = await chooseTests(options);
  if (typeof chosen === "number") return chosen;
  for (const { file, chosen: places } of chosen)
    for (const place of places) {
      const test = file.tests[place];
      if (test !== undefined) write(1, `${escapeText(`${file.name}:${test.line}: ${test.name}`)}\n`);
    }
  return exitCode.ok;
}
