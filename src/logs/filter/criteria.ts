/** Which records are wanted. */

/** All that are given must hold; of several values of one, any. */
export interface Criteria {
  /** Milliseconds since the epoch; `until` is not included. A record without a time that can be read has no part in either. */
  readonly since?: number;
  readonly until?: number;
  /** Log points. */
  readonly points?: readonly string[];
  /** Fault classes: of those that the diagnosis ranks first, or of all plausible ones. */
  readonly classes?: readonly string[];
  readonly plausible?: boolean;
  readonly handled?: boolean;
  /** Values of fields by their names (field.ts). */
  readonly values?: Readonly<Partial<Record<ValueName, readonly string[]>>>;
  /** A text that one of the record's values holds. */
  readonly grep?: string;
}

/** The fields that are compared with a value: `script` and `run` by a part of it, the others whole. */
export type ValueName = "script" | "task" | "api" | "host" | "user" | "run" | "kind";

export const valueNames: readonly ValueName[] = ["script", "task", "api", "host", "user", "run", "kind"];
