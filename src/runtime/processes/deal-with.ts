/** Whether a running command may deal with Ctrl-C itself, as editors and pagers do, or is about to die of it (architecture: the terminal). */

import { mayDealWith } from "./catches.ts";
import type { Processes } from "./processes.ts";

/** Whether one of the commands in the foreground catches or ignores SIGINT; without any the script itself is meant. */
export function mayDealWithInterrupt({ live }: Processes): boolean {
  if (live === null) return false;
  // Without a terminal the signal may have come to the engine alone: a command that has ended knew nothing of it.
  const mayHaveKnown = live.native.hasTerminal();
  return [...live.commands].some((command) => !command.background && mayDealWith(command.pid, "SIGINT", mayHaveKnown));
}
