// What a prepared failure consists of: a script, the machine that it meets, and whose fault it is by construction.

/** Who can remove a fault (docs/language/faults.md). */
export type FaultClass = "SystemFault" | "SoftwareFault" | "UserFault" | "ExternalFault";

export const classes: readonly FaultClass[] = ["SystemFault", "SoftwareFault", "UserFault", "ExternalFault"];

export type Locale = "C" | "ja_JP.UTF-8" | "de_DE.UTF-8";

/** Which network the machine has: `lan` is the shared one with other hosts in it, `own` one where nobody else is, `none` loopback alone. */
export type Network = "lan" | "own" | "none";

export interface FaultCase {
  readonly id: string;
  /** The program or library call that fails: `rsync`, `System.fopen`. */
  readonly command: string;
  /** How the failure is caused: a short name that never changes. */
  readonly mechanism: string;
  readonly truth: FaultClass;
  readonly script: string;
  /** What the record must say, so that the failure is the one that is meant: tried on its kind, errno and message. */
  readonly says: RegExp;
  /** The record's Api where it is not the command's name. */
  readonly api?: string | RegExp;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Files by their path, absolute or from the working folder /srv/job; they belong to whoever runs the script. */
  readonly files?: Readonly<Record<string, string>>;
  /** A text for sh, run as root ahead of the script, in /srv/job; weather/functions.sh has what it may call. */
  readonly setup?: string;
  readonly input?: string;
  /** Options of `dscript run`. */
  readonly options?: readonly string[];
  /** Words ahead of the whole engine: `prlimit --fsize=65536`. */
  readonly wrap?: readonly string[];
  readonly locale?: Locale;
  /** Who runs the script; `ops` is an ordinary user, and the default. */
  readonly as?: "root" | "ops" | "ann";
  readonly network?: Network;
  /** True where the truth follows only from what was agreed on: a mount that should be there, a service that should run. */
  readonly needsState?: boolean;
  /** Programs (or paths) without which the case cannot be. */
  readonly wants?: readonly string[];
  /** True where whoever writes and weighs rules learns from it: it is never counted among the failures that are judged. */
  readonly practice?: boolean;
  /** Seconds until it is given up. */
  readonly patience?: number;
}

/** A row of a table of cases, without what its table says for all of them. */
export type Row = Omit<FaultCase, "id"> & { readonly name: string };

/** A table of cases; ids are `GROUP/NAME`. */
export function group(name: string, rows: readonly Row[]): readonly FaultCase[] {
  return rows.map(({ name: row, ...rest }) => ({ id: `${name}/${row}`, ...rest }));
}

export const system = "SystemFault";
export const software = "SoftwareFault";
export const user = "UserFault";
export const external = "ExternalFault";

/** One row: what it is called, what fails, how it is caused, whose fault that is, the script, what the record says, and the rest. */
export function row(
  name: string,
  command: string,
  mechanism: string,
  truth: FaultClass,
  script: string,
  says: RegExp,
  rest: Partial<FaultCase> = {},
): Row {
  return { name, command, mechanism, truth, script, says, ...rest };
}
