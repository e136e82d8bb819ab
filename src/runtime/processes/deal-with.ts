/** Whether a running command may deal with Ctrl-C itself, as editors and pagers do, or is about to die of it (architecture: the terminal). */

import { mayDealWith } from "./catches.ts";
import type { Processes } from "./processes.ts";

/**
 * Whether one of the commands in the foreground catches or ignores SIGINT; without any the script itself is meant. So it is
 * without a terminal: no key was pressed, somebody ends the run.
 */
export function mayDealWithInterrupt({ live }: Processes): boolean {
  if (live === null || !live.native.hasTerminal()) return false;
  return [...live.commands].some((command) => !command.background && mayDealWith(command.pid, "SIGINT"));
}
