/** `Test.onlyFakes`: what may run beside the fakes, for the script itself and, by PATH, for what its commands start. */

import { mkdirSync, symlinkSync } from "node:fs";
import { nameOf } from "../files/bytes.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Live } from "../processes/live.ts";
import type { Run } from "../run.ts";

/** They read, compute and print; none of them changes anything (docs/language/8-tests.md, 3). */
const harmless: readonly string[] =
  "[ basename cat cut dirname echo expr false grep head ls printf pwd seq sleep sort tail test tr true uniq wc".split(
    " ",
  );

/** Lets only fakes and `names` run from now on; `names` adds to what was allowed before. */
export function allowOnly(run: Run, live: Live, flow: ScriptFlow, folder: string, names: readonly string[]): void {
  const allowed = new Set([...(run.only?.allowed ?? harmless), ...names]);
  const path = flow.environment.get("PATH");
  const links = `${folder}/allowed`;
  mkdirSync(links, { recursive: true });
  for (const name of allowed) {
    if (name.includes("/")) continue;
    const found = live.search.find(name, path, flow.directory);
    if ("memory" in found && !found.path.startsWith(`${folder}/`)) link(found.path, `${links}/${name}`);
  }
  run.only = { folder: `${folder}/bin`, allowed, engine: run.options.test?.engine[0] };
  flow.environment.set("PATH", `${folder}/bin:${links}`);
}

function link(target: string, path: string): void {
  try {
    symlinkSync(nameOf(target), nameOf(path));
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== "EEXIST") throw thrown;
  }
}
