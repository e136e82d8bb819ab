/** What a configuration is, and what a mistake in one looks like. */

import type { UserRow } from "../commands/index.ts";
import type { MessageRule } from "../diagnosis/index.ts";
import type { Language } from "../diagnostics/index.ts";
import type { CommandSettings, NotifySettings, RoleSettings } from "../notices/index.ts";
import type { TraceMode } from "../runtime/index.ts";
import type { Retention } from "./retention.ts";

/** Told how the configuration wants its reports, ahead of all of them; the value is the language of all that people read. */
export type Present = (asked: Pick<Config, "lang" | "color">) => Promise<Language>;

/** What a configuration file sets, checked and converted. */
export interface Config {
  /** The file that it came from; undefined where there is none. */
  readonly path?: string;
  /** What stood in it. */
  readonly bytes?: Uint8Array;
  /** Sinks as `--log` takes them; relative file names are resolved against the file's folder. */
  readonly log: readonly string[];
  readonly strict: boolean;
  /** Bytes. */
  readonly captureLimit: number;
  readonly commands: readonly UserRow[];
  /** What commands say when they fail, as the file knows it. */
  readonly diagnosis: readonly MessageRule[];
  /** Milliseconds from TERM to KILL. */
  readonly timeoutGrace: number;
  readonly color: "auto" | "always" | "never";
  /** Which runs stay in the state folder; null for all. */
  readonly retention: Retention | null;
  readonly lang: "auto" | "en" | "ja";
  /** Milliseconds that a run may take; absent for any time. */
  readonly maxTime?: number;
  /** Milliseconds from one PeriodicPoint to the next; absent for none. */
  readonly sample?: number;
  /** Whether the engine looks at this host while a run lasts. */
  readonly sampler: boolean;
  /** Whether the engine learns how long commands take, and tells of those that take longer. */
  readonly usualTimes: boolean;
  /** Records are on disk ahead of the change that they announce. */
  readonly durable: boolean;
  /** Whose system calls are followed; absent for those of risky statements, without a word where that is not possible. */
  readonly trace?: TraceMode;
  /** Who is told of a fault; absent for nobody. */
  readonly onFault?: NotifySettings;
  /** What becomes of a plan whose engine was killed: told of, or finished or taken back by the next `dscript run`. */
  readonly unfinished: "tell" | "finish" | "undo";
  /** How the people of each role are reached, by the role's name. */
  readonly roles: ReadonlyMap<string, RoleSettings>;
  /** The command that asks for an approval; absent where the terminal does. */
  readonly approval?: CommandSettings;
  /** The file of the D-Case, an absolute path; absent where there is none. */
  readonly case?: string;
  /** The policy of the gate, an absolute path; absent where there is none. */
  readonly policy?: string;
  /** The ranges of versions that modules must have, by the names that imports have for them: "ops.backup" → "^1.2". */
  readonly packages: ReadonlyMap<string, string>;
  /** In a module's own folder: its version. */
  readonly version?: string;
}

/** What holds where no file says otherwise. */
export const defaultConfig: Config = {
  log: [],
  strict: false,
  captureLimit: 64 * 2 ** 20,
  commands: [],
  diagnosis: [],
  timeoutGrace: 2000,
  color: "auto",
  retention: { keep: 1000, olderThan: 30 * 86_400_000, size: 100 * 2 ** 20 },
  lang: "auto",
  sampler: true,
  usualTimes: true,
  durable: false,
  unfinished: "tell",
  roles: new Map(),
  packages: new Map(),
};
