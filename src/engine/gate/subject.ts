/** What a gate is asked about a run, from what is known ahead of it. */

import type { DCase } from "../../assurance/index.ts";
import { type CommandTable, isReadOnly } from "../../commands/index.ts";
import { librarySignatures, type Program } from "../../records/index.ts";
import { caseText } from "../argument/case-text.ts";
import { bundleOf, digestOf } from "../bundle.ts";
import type { Config } from "../config-shape.ts";
import type { ReadParameters } from "../parameters.ts";
import { pathOf, type Runnable } from "../runnable.ts";
import type { StartRequest } from "../start-request.ts";
import { workingDirectory } from "../working-directory.ts";
import type { GateSubject } from "./gate.ts";

interface Asked {
  readonly request: Pick<StartRequest, "name" | "defines" | "isCommand" | "takenUp">;
  readonly config: Config;
  readonly commands: CommandTable;
  readonly runnable: Runnable;
  readonly words: ReadParameters;
  readonly isRehearsal: boolean;
  readonly isApart: boolean;
}

export function gateSubject({ request, config, commands, runnable, words, isRehearsal, isApart }: Asked): GateSubject {
  const path = pathOf(request.name, runnable);
  const { program, files } = runnable;
  return {
    name: request.name,
    from: request.isCommand === true ? "words" : request.name === "-" ? "input" : "file",
    ...{ path, files, case: runnable.case, isRehearsal, isApart },
    contentKey: contentKey(runnable, config),
    configuration: config.bytes === undefined ? undefined : digestOf(config.bytes),
    bundle: () => bundleOf(path),
    cases: () => casesNow(runnable),
    goals: program.goals ?? [],
    mayChange: mayChange(program, commands) || config.commands.some(isLoosening),
    directory: workingDirectory(),
    parameters: words.kind === "values" ? words.values : new Map(),
    rest: words.kind === "values" ? words.rest : [],
    defines: request.defines,
    isUndo: request.takenUp !== undefined && request.takenUp.takesBack !== null,
  };
}

async function casesNow({ case: argument }: Runnable): Promise<readonly DCase[] | undefined> {
  if (argument === undefined) return undefined;
  const { casesOf } = await import("../argument/script-case.ts");
  const before = caseText(argument.path);
  const cases = casesOf(argument.path);
  // The text of a case of several files ends with something that no text has.
  const isSame = typeof before === "string" && argument.text.split("\u0000")[0] === before.split("\u0000")[0];
  return isSame && caseText(argument.path) === before ? cases : undefined;
}

/** Over paths and bytes, so that what was known of the very same content can be used again. */
function contentKey({ files }: Runnable, { path = "", bytes }: Config): string {
  const hash = process.getBuiltinModule("node:crypto").createHash("sha256");
  for (const file of files) hash.update(`${file.path.length} ${file.path} ${file.bytes.length}\n`).update(file.bytes);
  return hash
    .update(`configuration ${path}\n`)
    .update(bytes ?? "")
    .digest("hex");
}

/** A row beside the script that says what a program changes: nobody has agreed on it yet, and what it takes for reading would run unseen. */
function isLoosening({ effect, changesWith, readsWith, wraps }: Config["commands"][number]): boolean {
  return (effect ?? "changes") !== "changes" || [changesWith, readsWith, wraps].some((each) => each !== undefined);
}

/** By its text: commands with fixed names that are known to read only, and calls that change nothing. */
function mayChange({ sites, commands: named }: Program, commands: CommandTable): boolean {
  const names = new Set(named.map(({ name }) => name));
  const changing = new Set(librarySignatures().flatMap(({ key, changes }) => (changes === true ? [key] : [])));
  return sites.some(({ api, stages }) => {
    if (stages === undefined) return changing.has(api);
    if (stages.some(({ redirects }) => redirects !== undefined && redirects.length > 0)) return true;
    return !names.has(api) || [...names].some((name) => !isReadOnly(commands.find(name), [name]));
  });
}
