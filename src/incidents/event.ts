/** What records tell of an incident, each in its plainest form. */

/** An ErrorPoint, or a ResponseCheckPoint. Times are milliseconds since the epoch. */
export interface FailureEvent {
  readonly time: number;
  readonly host: string;
  readonly script: string;
  readonly line: number;
  readonly api: string;
  /** "CommandFault"; empty where the record has none. */
  readonly kind: string;
  /** "ENOSPC"; empty where the record has none. */
  readonly errno: string;
  readonly message: string;
  /** The script dealt with it, or nothing had to be dealt with. */
  readonly handled: boolean;
  /** Classes with their probabilities, likeliest first. */
  readonly shares: readonly Share[];
  /** What would remove the fault; empty where the record does not say. */
  readonly removal: string;
  readonly run: string;
  readonly trace: string;
  readonly task: string;
  /** The arguments' texts. */
  readonly values: readonly string[];
  /** Milliseconds that the call took. */
  readonly elapsed: number;
}

/** A SystemChangePoint: something permanent was about to be changed. */
export interface ChangeEvent {
  readonly time: number;
  readonly host: string;
  readonly script: string;
  readonly line: number;
  /** The command as it was written, or the call with its arguments. */
  readonly what: string;
  /** The arguments' texts. */
  readonly values: readonly string[];
  readonly run: string;
}

/** A change ahead of an incident, and a value of it that the first failures name, too. */
export interface ChangeAhead extends ChangeEvent {
  /** A path, a service, …; absent where nothing is named by both. */
  readonly shared?: string;
}

export interface Share {
  readonly class: string;
  /** 0 to 1. */
  readonly p: number;
  /** The reason that weighs most; empty where there is none. */
  readonly reason: string;
}

/** One measured quantity of one host, in order of time. */
export interface Measured {
  readonly host: string;
  /** The record's key: "Memory", "FreeBytes:/srv", "processes". */
  readonly key: string;
  readonly points: readonly { readonly time: number; readonly value: number }[];
}

/** All that an incident is made of. */
export interface Evidence {
  readonly failures: readonly FailureEvent[];
  readonly measured: readonly Measured[];
  /** In any order. */
  readonly changes: readonly ChangeEvent[];
  /** When each host wrote its first and its last record of any kind. */
  readonly seen: ReadonlyMap<string, { readonly from: number; readonly to: number }>;
}
