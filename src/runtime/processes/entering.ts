/** Starting a command in a namespace that only a program can enter, which then becomes the command: what keeps exec from its work is looked for ahead of that. */

import { errnoByName } from "../../records/index.ts";
import { seenFrom } from "../files/here.ts";
import { statSync } from "../host/files.ts";
import { fsPath } from "./memory.ts";
import { interpreterOf } from "./program-head.ts";
import { type Program, whyNotRunnable } from "./program-search.ts";

/** The number of the error that exec would end with, as far as it can be told; 0 for none. */
export function expectedErrno(program: Program, directory: string): number {
  const wrong = whyNotRunnable(program.path, directory);
  // What is a folder cannot be run either.
  if (wrong !== null) return numberOf(wrong === "EISDIR" ? "EACCES" : wrong);
  const interpreter = interpreterOf(seenFrom(directory, program.path));
  const missing = interpreter === undefined ? null : whyNotRunnable(interpreter, directory);
  return missing === null ? 0 : numberOf(missing);
}

function numberOf(name: string): number {
  return errnoByName(name)?.number ?? numberOf("EACCES");
}

/** Whether a program is to run as another user. */
export function takesOtherUser(program: Program, directory: string): boolean {
  const status = statSync(fsPath(seenFrom(directory, program.path)), { throwIfNoEntry: false });
  return status?.isFile() === true && (status.mode & setUser) !== 0 && status.uid !== process.getuid?.();
}

// S_ISUID, which node:fs does not name.
const setUser = 0o4000;
