/** Why something cannot be done with a log: a sentence, the next step, and which kind of reason it is. */

import { errnoByName } from "../records/index.ts";

export interface LogProblem {
  readonly code: string;
  readonly message: string;
  readonly help: string;
  /** `words`: what was asked for is not there, or not allowed; `data`: what is there is not as it should be; `output`: the disk took nothing; `busy`: another time. */
  readonly kind: "words" | "data" | "output" | "busy";
  /** The entry that it is about, where that is known. */
  readonly entry?: number;
}

export function isProblem(value: unknown): value is LogProblem {
  return typeof value === "object" && value !== null && "code" in value && "help" in value;
}

/** What the system said of a file; anything else is a bug, and thrown on. */
export function problemOf(thrown: unknown, path: string, act: "read" | "written"): LogProblem {
  if (!(thrown instanceof Error) || !("code" in thrown) || !("syscall" in thrown)) throw thrown;
  const code = String(thrown.code);
  const text = errnoByName(code)?.text ?? code;
  const isFull = ["ENOSPC", "EDQUOT", "EIO", "EFBIG"].includes(code);
  if (act === "written" && isFull)
    return {
      code: "LOG-11",
      message: `${path} cannot be written: ${text}; nothing was appended`,
      help: "make room, then append again",
      kind: "output",
    };
  const help = ["EACCES", "EPERM", "EROFS"].includes(code)
    ? "ask whoever owns the folder for the right, or work on a copy: dscript log export, and import"
    : "dscript log init FOLDER begins a log";
  const message = act === "read" ? `${path} cannot be read: ${text}` : `${path} cannot be written: ${text}`;
  return { code: "LOG-06", message, help, kind: "words" };
}
