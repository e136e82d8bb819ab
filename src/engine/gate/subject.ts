/** What a gate is asked about a run, from what is known ahead of it. */

import type { DCase } from "../../assurance/index.ts";
import { caseText } from "../argument/case-text.ts";
import type { Bundle } from "../bundle.ts";
import type { Config } from "../config-shape.ts";
import type { ReadParameters } from "../parameters.ts";
import { pathOf, type Runnable } from "../runnable.ts";
import type { StartRequest } from "../start-request.ts";
import type { Unprepared } from "../unprepared.ts";
import { workingDirectory } from "../working-directory.ts";
import type { GateSubject } from "./gate.ts";

export interface GateAsked {
  readonly request: Pick<StartRequest, "name" | "defines" | "isCommand" | "takenUp">;
  readonly config: Config;
  readonly runnable: Runnable;
  readonly words: ReadParameters;
  readonly isRehearsal: boolean;
  readonly isApart: boolean;
}

export function gateSubject({ request, config, runnable, words, isRehearsal, isApart }: GateAsked): GateSubject {
  const path = pathOf(request.name, runnable);
  const { program, files } = runnable;
  return {
    name: request.name,
    from: request.isCommand === true ? "words" : request.name === "-" ? "input" : "file",
    ...{ path, files, case: runnable.case, isRehearsal, isApart },
    contentKey: contentKey(runnable, config),
    configuration: config.bytes === undefined ? undefined : `sha256:${sha256(config.bytes)}`,
    bundle: () => bundleAt(path),
    bundleAt,
    cases: () => casesNow(runnable),
    goals: program.goals ?? [],
    mayChange: program.mayChange !== false,
    directory: workingDirectory(),
    parameters: words.kind === "values" ? words.values : new Map(),
    rest: words.kind === "values" ? words.rest : [],
    defines: request.defines,
    isUndo: request.takenUp !== undefined && request.takenUp.takesBack !== null,
  };
}

async function bundleAt(path: string): Promise<Bundle | Unprepared> {
  const { bundleOf } = await import("../bundle.ts");
  return bundleOf(path);
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

function sha256(bytes: Uint8Array): string {
  return process.getBuiltinModule("node:crypto").createHash("sha256").update(bytes).digest("hex");
}
