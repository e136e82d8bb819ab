/** A job beside the script that asks for the terminal: the system stops it, and nobody would ever let it go on. */

import type { Run } from "../run.ts";
import { endEverything } from "./end-everything.ts";
import { signalNumber } from "./errno.ts";
import type { Command, Live } from "./live.ts";
import type { Trouble } from "./outcome.ts";

/** Ends a job's command that the system has stopped for it; what this gives tells, once the command has ended, what its end was. */
export function endIfTerminalWanted(run: Run, live: Live, command: Command): () => WantedTerminal | null {
  let wanted: WantedTerminal["signal"] | null = null;
  live.children.watchStops(command.pid, (signal) => {
    if (wanted !== null || (signal !== "SIGTTIN" && signal !== "SIGTTOU")) return;
    wanted = signal;
    void endEverything(run, live, [command.number], run.options.grace, [command]);
  });
  return () => (wanted === null ? null : { signal: wanted, status: 128 + signalNumber(wanted) });
}

/** The end of a command as if the signal had ended it that only stopped it. */
interface WantedTerminal {
  readonly signal: "SIGTTIN" | "SIGTTOU";
  readonly status: number;
}

export function terminalTrouble(name: string): Trouble {
  const message = `"${name}" asked for the terminal, which a job beside the script does not have, and was ended; run it in the foreground, or give it its answers another way`;
  return { kind: "CommandFault", message, notStarted: false };
}
