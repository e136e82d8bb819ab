/** How a stage of a pipeline ended. */

import type { FailedCall, FaultClass, Waiting } from "../../records/index.ts";
import type { Fault } from "../faults/fault.ts";

export interface Outcome {
  /** The command's number in the run; 0 for none. */
  readonly number: number;
  /** 0 to 255; 128+n after a signal, 127 not found, 126 not started, 124 over its time. */
  readonly status: number;
  /** "SIGKILL", where a signal ended the program itself. */
  readonly signal: string | null;
  /** What went wrong ahead of the program, or around it: a redirection, exec, a time limit. */
  readonly trouble: Trouble | null;
  /** A group's own: its status counts, but it has dealt with the failure behind it. */
  readonly dealtWith: boolean;
  /** A group's own: it ended with `exit`, so that its status says what the script wants to say. */
  readonly chosen: boolean;
  /** What a group threw: a fault of its own, an exit, an interruption. */
  readonly thrown: unknown;
  /** CPU milliseconds and peak bytes. */
  readonly user: number;
  readonly system: number;
  readonly memory: number;
  /** Milliseconds. */
  readonly elapsed: number;
  /** The last of what it wrote to its error output, where that was seen. */
  readonly stderr: string;
  /** Of a command that was traced: its failed calls, the last one last. */
  readonly calls?: readonly FailedCall[];
  /** Of a program whose time ran out: what it waited for, where that was seen. */
  readonly waiting?: Waiting;
}

/** A failure that the program itself did not report. */
export interface Trouble {
  readonly kind: "CommandFault" | "TimeoutFault" | "IOFault" | "ArgumentFault" | "EnvironmentFault";
  readonly message: string;
  readonly errno?: string;
  readonly notStarted: boolean;
  /** Whose fault it is, where that is known for sure. */
  readonly stated?: FaultClass;
  /** Where it was not the program that failed: "<", ">", and the file's name. */
  readonly redirect?: { readonly index: number; readonly api: string; readonly path: string };
}

/** A stage that ended well and used nothing. */
export const ended: Outcome = {
  number: 0,
  status: 0,
  signal: null,
  trouble: null,
  dealtWith: false,
  chosen: false,
  thrown: undefined,
  user: 0,
  system: 0,
  memory: 0,
  elapsed: 0,
  stderr: "",
};

/** The outcome of a stage that did not start. */
export function notStarted(trouble: Trouble, status: number): Outcome {
  return { ...ended, status, trouble };
}

/** A fault that a group raised itself. */
export function isFault(thrown: unknown): thrown is Fault {
  return thrown !== undefined && thrown !== null && (thrown as { readonly fault?: boolean }).fault === true;
}
