/** What a script declares of its own command line, for whoever completes one: nothing of the script is run, nothing is written. */

import { statSync } from "node:fs";
import { shippedCommands, withRows } from "../commands/index.ts";
import { caseFor } from "./argument/case-name.ts";
import { configFolder, loadConfig } from "./config.ts";
import type { CommandLine } from "./parameters.ts";
import type { PrepareRequest } from "./prepare.ts";
import { cachedProgram } from "./program-cache.ts";
import { isUnprepared } from "./unprepared.ts";
import { absolutePath, workingDirectory } from "./working-directory.ts";

/** The parameters of a script that checks; undefined of what is no script, or none without errors. */
export async function declaredBy(name: string): Promise<CommandLine | undefined> {
  // A pipe's content can be read once only, and not by us.
  if (statSync(absolutePath(name), { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const found = await loadConfig(configFolder(name, workingDirectory()));
  if (!found.ok) return undefined;
  const { config } = found;
  const argument = caseFor(undefined, config);
  const request: PrepareRequest = {
    name,
    ...(argument === undefined ? {} : { case: argument }),
    strict: config.strict,
    commandList: undefined,
    defines: new Map(),
    commands: withRows(shippedCommands, config.commands),
    packages: config.packages,
    ownRows: config.commands.length > 0,
  };
  const known = cachedProgram(request);
  if (known !== undefined) return known.program;
  const { prepare } = await import("./prepare.ts");
  const prepared = await prepare(request);
  return isUnprepared(prepared) ? undefined : prepared.runnable().program;
}
