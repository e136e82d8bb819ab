/** Log points and the record of each: what monitoring reads (faults 3). */

import type { ServedGoal } from "./argument-view.ts";
import type { FaultClass, FaultKind, Owner } from "./fault.ts";

/** The log points, the one of failures first. */
export const logPoints = [
  "ErrorPoint",
  "SystemChangePoint",
  "ResponseCheckPoint",
  "SecurityAudit",
  "PeriodicPoint",
] as const;

export type LogPoint = (typeof logPoints)[number];

/** What a log point says, ahead of the run's own fields. */
export interface RecordBody {
  readonly logPoint: LogPoint;
  /** In `faultClasses` order; empty for a point without a fault. */
  readonly faultType: readonly FaultClass[];
  readonly scriptName: string;
  readonly scriptLine: number;
  readonly api: string;
  /** The call's own arguments by name, secrets masked; they stand between `Api` and `ElapsedTime`. */
  readonly arguments: readonly (readonly [name: string, value: string])[];
  /** Milliseconds. */
  readonly elapsed?: number;
  readonly errno?: string;
  readonly message?: string;
  readonly kind?: FaultKind;
  readonly handled?: boolean;
  readonly diagnosis?: readonly {
    readonly class: FaultClass;
    readonly p: number;
    readonly reasons: readonly string[];
  }[];
  /** Of a fault: whose move it is, what would remove it, and the rules that spoke, with how much their word counts. */
  readonly owner?: Owner;
  readonly removal?: string;
  readonly heard?: Readonly<Record<string, number>>;
  /** Milliseconds that the diagnosis took. */
  readonly diagnosisTime?: number;
  /** For a SystemChangePoint: ahead of the change, or after it. */
  readonly phase?: "before" | "after";
  /** A statement that is marked as risky started the command. */
  readonly risky?: boolean;
  /** Of a traced command: the system call that failed, "openat(/srv/x) EACCES". */
  readonly systemCall?: string;
  /** The task, and the D-Case goal, that the point belongs to. */
  readonly task?: string;
  readonly goal?: ServedGoal;
  readonly traceId?: string;
  readonly spanId?: string;
  /** When it happened: milliseconds since the epoch, with a fraction. */
  readonly time: number;
}

/** A record as sinks take it: the JSON text of one line, without its newline, and what a sink must know to send it on. */
export interface LogRecord {
  readonly point: LogPoint;
  readonly isFault: boolean;
  readonly json: string;
  /** A failure that nobody dealt with: a sink delivers it at once. */
  readonly urgent?: boolean;
}

/** Where records go. Never throws; a sink that fails loses nothing but its own output, and says so once. */
export interface Sink {
  readonly name: string;
  write(record: LogRecord): void;
  /** Delivers what is waiting, and has it on disk when it returns, where the sink has a disk; with `whole`, the file's times, too. */
  sync?(whole: boolean): void;
  /** Delivers what is waiting; resolves when that is done or given up. */
  close(): Promise<void>;
}
