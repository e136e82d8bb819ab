/** The time limit of one program: what it was held up by is looked at, then it is ended with all that it started. */

import type { Waiting } from "../../records/index.ts";
import { overdueStatus } from "./bound.ts";
import { endEverything } from "./end-everything.ts";
import { after } from "./limit.ts";
import type { Command, Live } from "./live.ts";
import { ended, type Outcome } from "./outcome.ts";
import type { Processes } from "./processes.ts";
import { waitingClause } from "./waiting/clause.ts";
import { lookAtWaiting } from "./waiting/load.ts";

export interface Limit {
  /** Once the program has ended: whether its time was over. */
  readonly hasStruck: () => Promise<boolean>;
  /** What it waited for then. */
  readonly waiting: () => Waiting | undefined;
}

/** Watches the clock for a program. */
export function limitProgram({ run }: Processes, live: Live, command: Command, milliseconds: number): Limit {
  let ending: Promise<void> | null = null;
  let waiting: Waiting | undefined;
  const end = async (): Promise<void> => {
    waiting = await lookAtWaiting(run, live, [command.number], [command]);
    await endEverything(run, live, [command.number], run.options.grace, [command]);
  };
  const cancel = after(milliseconds, () => {
    ending = end();
  });
  return {
    async hasStruck() {
      cancel();
      if (ending === null) return false;
      await ending;
      return true;
    },
    waiting: () => waiting,
  };
}

export function overdueOutcome(name: string, limit: number, waiting?: Waiting): Outcome {
  const says = `${name === "" ? "the group" : name} did not end within ${duration(limit)}, and was ended`;
  const message = says + waitingClause(waiting);
  const trouble = { kind: "TimeoutFault", message, notStarted: false } as const;
  return { ...ended, status: overdueStatus, trouble, ...(waiting === undefined ? {} : { waiting }) };
}

function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${milliseconds} ms`;
  return `${milliseconds / 1000} s`;
}
