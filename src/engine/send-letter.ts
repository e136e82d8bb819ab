/** Sends a letter from the engine: each command runs as a helper of its own. */

import { type Channel, type ChannelOutcome, type Letter, type TimedAddress, tell } from "../notices/index.ts";
import { runHelper } from "../runtime/index.ts";
import { callersEnvironment } from "./inherited.ts";
import { rawEnvironment } from "./raw-arguments.ts";

export interface Sending {
  /** Milliseconds that an address may take that has no limit of its own. */
  readonly within: number;
  /** Gives up at once. */
  readonly stop: AbortSignal;
  /** Absent for the one that this process was started with. */
  readonly environment?: ReadonlyMap<string, string>;
}

let commands = 0;

/** By all addresses at once. Never throws. */
export function sendLetter(
  addresses: readonly (Channel | TimedAddress)[],
  letter: Letter,
  { within, stop, environment = callersEnvironment(rawEnvironment(process.env)) }: Sending,
): Promise<readonly ChannelOutcome[]> {
  return tell(addresses, letter, {
    environment,
    within,
    stop,
    runCommand(command) {
      commands += 1;
      // A command that is ended at its limit is found by this id, with all that it started: those beside it have others.
      return runHelper({ ...command, id: `${letter.runId}-notify-${commands}` });
    },
  });
}
