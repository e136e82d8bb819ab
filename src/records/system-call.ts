/** A failed system call in words, and as a record has it. */

import { errnoByName } from "./errno.ts";
import type { FailedCall } from "./fault.ts";

/** `openat("/srv/x"): Permission denied`, with the program that made it where the command had started that. */
export function systemCallText({ call, subject, errno, program }: FailedCall): string {
  const of = program === undefined ? "" : ` of ${program}`;
  const about = subject === undefined ? "" : JSON.stringify(subject);
  return `${call}(${about})${of}: ${errnoByName(errno)?.text ?? errno}`;
}

/** "openat(/srv/x) EACCES". */
export function systemCallField({ call, subject = "", errno }: FailedCall): string {
  return `${call}(${subject}) ${errno}`;
}
