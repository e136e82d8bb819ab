/** What a run asks of the modules that the engine may give it: watches, roles, injection. */

import type { Fault } from "./faults/fault.ts";

/** What a watch needs of the engine. */
export interface WatchOptions {
  /** Milliseconds after which it ends; undefined for never. */
  readonly lasts: number | undefined;
  /** What an earlier engine left unfinished: this block alone is run again, with these values. */
  readonly resumes?: { readonly when: string; readonly values: readonly unknown[] };
  /** When a `when` fired, also under an earlier watch of the script: milliseconds since the epoch. */
  readonly fired: (when: string) => readonly number[];
  /** Keeps that for a later watch, on disk when it returns. Never throws. */
  readonly keep: (when: string, times: readonly number[]) => void;
  /** Told ahead of each block that is about to run: what it gives is told how that ended. */
  readonly begin: (firing: Firing) => (end: FiringEnd) => void | Promise<void>;
  /** Says something to the person who watches: a sentence without its end. */
  readonly say: (sentence: string) => void;
}

/** A `when` whose block is about to run. */
export interface Firing {
  /** Its condition, as `fired` and `keep` name it. */
  readonly when: string;
  /** Milliseconds since the epoch, by the script's clock. */
  readonly at: number;
  /** The values that it was judged by, secrets masked. */
  readonly values: readonly (readonly [monitor: string, value: string])[];
  /** The same as a journal keeps them. */
  readonly kept: readonly unknown[];
}

export interface FiringEnd {
  readonly state: "done" | "failed" | "interrupted" | "exit";
  /** Of one that failed: told and recorded already. */
  readonly fault?: Fault;
  /** Its message, secrets masked, and the line that it stands in. */
  readonly message?: string;
  readonly line?: number;
  /** Of one that left with `exit`. */
  readonly status?: number;
  /** Of one that was interrupted: by what. */
  readonly signal?: string;
  readonly milliseconds: number;
}

/** Where a script stands when it turns to somebody. */
interface Standing {
  /** The file's absolute path. */
  readonly place: { readonly file: string; readonly line: number };
  /** The plan that it runs. */
  readonly plan?: string;
}

/** What a script says to the people of a role, secrets masked. */
export interface RoleMessage extends Standing {
  readonly role: string;
  readonly text: string;
  /** Gives up at once. */
  readonly signal: AbortSignal;
}

/** How it went by one channel. */
export interface Telling {
  /** "mail to ops@example.com through localhost:25": no secret. */
  readonly channel: string;
  /** Milliseconds. */
  readonly elapsed: number;
  /** Why nobody was told; absent where it went well. */
  readonly failure?: string;
  /** The name of the error number, where one is known. */
  readonly errno?: string;
  /** The limit ran out. */
  readonly isLate?: boolean;
}

/** How a question was answered. */
export interface Answer {
  /** Null where there is no answer. */
  readonly yes: boolean | null;
  /** Why there is none. */
  readonly why?: string;
  /** Who answered: a user of this host. */
  readonly by?: string;
  /** How it was asked: "terminal /dev/pts/3". */
  readonly way: string;
}

/** A question of a script to somebody of a role, secrets masked. */
export interface ApprovalRequest extends Standing {
  readonly role: string;
  readonly question: string;
  /** Milliseconds; null for as long as it takes. */
  readonly timeout: number | null;
  /** Ends the asking: the time is over, or the run was interrupted. */
  readonly signal: AbortSignal;
}

/** A call of the library as its guard makes it. */
export type Perform = (flow: never, site: number, ...values: never[]) => unknown;

/** Lets calls and commands fail on purpose. */
export interface InjectionHook {
  /** What befalls a command that is about to start: an error number, or words ahead of its own. */
  readonly command: (
    site: number,
    name: string,
  ) => { readonly errno: string } | { readonly words: readonly string[] } | undefined;
  /** The call in its place; `waits`: it may give a promise. */
  readonly around: (key: string, waits: boolean, perform: Perform) => Perform;
}

export type TraceMode = "never" | "risky" | "always";

/** Is told of commands. It must cost next to nothing, and never throw. */
export interface Watch {
  readonly started: (command: WatchedCommand) => void;
  /** Milliseconds that it took; undefined where it did not end with 0, or in its time. */
  readonly ended: (command: WatchedCommand, elapsed: number | undefined) => void;
}

/** A command that runs, for whoever watches. */
export interface WatchedCommand {
  readonly argv: readonly string[];
  /** Its working directory. */
  readonly directory: string;
  /** When it started, by steadyNow. */
  readonly began: number;
  /** Writes down that it takes, or took, so many milliseconds, more than its earlier runs make normal. */
  readonly slow: (elapsed: number, hasEnded: boolean, usual: Usual) => void;
}

/** What a command's earlier runs make normal: their median and the limit, in milliseconds, and how many they are. */
export interface Usual {
  readonly usual: number;
  readonly limit: number;
  readonly runs: number;
}
