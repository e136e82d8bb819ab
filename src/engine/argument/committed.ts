/** A case as git has it: `HEAD~2:aspen.dcase.yaml`, or the last commit of a file. */

import { basename } from "node:path";
import type { LoadProblem } from "../unprepared.ts";
import { absolutePath } from "../working-directory.ts";
import { git } from "./git.ts";
import { caseOfBytes, type LoadedCase, type ReadingChoice } from "./load-case.ts";

/** The revision and the file that a name means; undefined where it names none. */
export function revisionOf(name: string): { readonly revision: string; readonly file: string } | undefined {
  const [, revision, file] = /^([^:/][^:]*):(.+)$/.exec(name) ?? [];
  return revision === undefined || file === undefined ? undefined : { revision, file };
}

/** The file of a revision; git looks for it from the file's own folder. */
export async function loadCommitted(
  revision: string,
  file: string,
  stop: AbortSignal,
  choice: ReadingChoice = {},
): Promise<LoadedCase | LoadProblem> {
  const path = absolutePath(file);
  const found = await git(["show", "--end-of-options", `${revision}:./${basename(path)}`], path, stop);
  return typeof found === "string"
    ? {
        problem: `${revision}:${file} cannot be read: ${found}`,
        next: "git log names the revisions that there are; two files are compared by dscript case diff OLD NEW",
      }
    : caseOfBytes(`${revision}:${file}`, found, { called: file, ...choice });
}
