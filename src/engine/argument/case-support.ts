/** The evidence of a script's D-Case, for the diagnosis of what fails in it: read once something has failed (faults 1.4). */

import { closeSync, fstatSync, openSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { evidenceForScript, statementFileOf, statementsIn } from "../../assurance/index.ts";
import { bundleOf, digestOf } from "../bundle.ts";
import type { Runnable } from "../runnable.ts";
import { isUnprepared } from "../unprepared.ts";
import { casesOf } from "./script-case.ts";

/** What passes for a script as it stands: the goal that was served, or undefined for the script as a whole. */
export interface CaseSupport {
  readonly of: (goal: string | undefined) => readonly string[];
}

/** Bytes of statements that a failure waits for: some 50 ms. */
const mostRead = 8 * 2 ** 20;

/** Undefined where there is no evidence, or the files are not those that run. Never throws. */
export async function caseSupport({ files, case: argument }: Runnable): Promise<CaseSupport | undefined> {
  try {
    const [main] = files;
    if (argument === undefined || main === undefined || main.path === "") return undefined;
    const text = statementsOf(argument.path);
    if (text === undefined) return undefined;
    const bundle = await bundleOf(main.path);
    if (isUnprepared(bundle)) return undefined;
    const now = new Map(bundle.files.map(({ file, bytes }) => [file, bytes]));
    if (files.some(({ path, bytes }) => now.get(path) !== digestOf(bytes))) return undefined;
    const cases = casesOf(argument.path);
    if (cases === undefined) return undefined;
    const script = realpathSync(main.path);
    const folder = dirname(argument.path);
    const known = evidenceForScript(
      cases,
      statementsIn(text).statements.map(({ statement }) => statement),
      {
        isSubject: (name) => realOf(join(folder, name)) === script,
        bundleDigest: bundle.digest.replace("sha256:", ""),
        now: Date.now(),
      },
    );
    return { of: known.passing };
  } catch {
    return undefined;
  }
}

function statementsOf(path: string): string | undefined {
  const fd = openSync(statementFileOf(path), "r");
  try {
    return fstatSync(fd).size > mostRead ? undefined : readFileSync(fd, "utf8");
  } finally {
    closeSync(fd);
  }
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
