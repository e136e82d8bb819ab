/** A system call of a traced process, as it was read. */

/** One failed call. */
export interface TracedCall {
  readonly pid: number;
  /** The name of the thread that made it, where strace tells it. */
  readonly name: string | undefined;
  readonly call: string;
  readonly errno: string;
  readonly subject: string | undefined;
}
