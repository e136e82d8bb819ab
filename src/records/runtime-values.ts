/** What compiled code and the runtime hand each other: commands, faults, tasks, plans, and what watches them. */

import type { ServedGoal } from "./argument-view.ts";

/** A flow of control: working directory, environment, umask, descriptors, jobs (language 3). Opaque to compiled code. */
export interface Flow {
  readonly flow: true;
}

/** How an unaccepted failure is dealt with: raised, reported while the script goes on (status style), or accepted (language 4). */
export type Policy = 0 | 1 | 2;
export const raise = 0;
export const report = 1;
export const accept = 2;

/** A stage of a pipeline, its words evaluated. Exactly one of `argv` and `group` is there. */
export interface StageRun {
  readonly argv?: readonly string[];
  /** Its value, where it is a number, is its last command's status, whose failure the group itself has dealt with: it counts as the stage's status, and is never raised or reported again. */
  readonly group?: (flow: Flow) => Promise<number> | Promise<void>;
  /** `NAME=value` ahead of the command. */
  readonly env?: readonly (readonly [string, string])[];
  readonly redirects?: readonly RedirectRun[];
  /** `timeout`: milliseconds. */
  readonly limit?: number;
  /** `within`: milliseconds. */
  readonly within?: number;
  /** `trace`: its system calls are followed; of a group: those of all its commands. */
  readonly trace?: boolean;
  /** `command X` or a declared alias' true program. */
  readonly program?: string;
}

export interface RedirectRun {
  readonly fd: number | "both";
  readonly op: "<" | ">" | ">>" | ">=" | "dup" | "close" | "text";
  /** A file name, the text itself, or the number of the descriptor that is copied; 0 for close. */
  readonly target: string | number;
}

/** What `$(cmd)` gives as a Result: elapsed in milliseconds, usage summed over the stages. */
export interface ResultValue {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  readonly elapsed: number;
  /** CPU milliseconds (user, system) and peak resident bytes. */
  readonly usage: { readonly user: number; readonly system: number; readonly memory: number };
  /** The status of each stage, in order. */
  readonly stages: readonly number[];
}

/** A fault as compiled code handles it. */
export interface FaultValue {
  readonly fault: true;
}

/** A block of a task or a plan; it runs in the flow that it is given. */
export type Block = (flow: Flow) => Promise<void>;

/** What the compiler hands over of a task: its clauses, and its values as the journal keeps them. */
export interface TaskParts {
  readonly goal: ServedGoal | null;
  /** The values of the parameters, in order. */
  readonly values: () => readonly unknown[];
  /** Gives parameters and remembered names these values. */
  readonly take: (values: readonly unknown[], remembered: readonly unknown[]) => void;
  readonly pre: Block | null;
  /** Evaluates what is remembered, and gives it. */
  readonly remember: ((flow: Flow) => Promise<readonly unknown[]>) | null;
  readonly body: Block;
  readonly post: Block | null;
  readonly undo: Block | null;
  /** What its author says of the undo: the comment that it begins with. */
  readonly undoing: string | null;
  readonly irreversible: string | null;
  /** Milliseconds. */
  readonly timeout: (() => number) | null;
  readonly within: (() => number) | null;
  readonly retry: (() => TaskRetry) | null;
}

export interface TaskRetry {
  readonly times: number;
  readonly every: number | null;
  readonly doubling: boolean;
  readonly on: readonly string[];
}

export interface PlanParts {
  readonly goal: ServedGoal | null;
  readonly values: () => readonly unknown[];
  readonly body: Block;
  readonly onFailure: ((flow: Flow, fault: FaultValue) => Promise<void>) | null;
  readonly onUndoFailure: ((flow: Flow, fault: FaultValue) => Promise<void>) | null;
}

/** A strategy of an `argue`, as the compiler hands it over. */
export interface StrategyRun {
  readonly phase: "pre" | "concurrent" | "post";
  readonly run: Block;
}

/** A monitor, as the compiler hands it over. */
export interface MonitorParts {
  readonly site: number;
  readonly name: string;
  /** Milliseconds. */
  readonly every: number;
  /** The type of its values, as a script writes it. */
  readonly type: string;
  readonly look: (flow: Flow) => Promise<unknown>;
}

/** A `when`: its functions take the values of the monitors that `named` lists by their indices. */
export interface WhenParts {
  readonly site: number;
  /** The condition as it is written, on one line. */
  readonly text: string;
  /** A new value of one of them has the condition judged. */
  readonly judgedBy: readonly number[];
  readonly named: readonly number[];
  readonly times: number;
  /** Milliseconds. */
  readonly per: number;
  readonly condition: (flow: Flow, ...values: unknown[]) => Promise<boolean>;
  readonly body: (flow: Flow, ...values: unknown[]) => Promise<void>;
}

/** What has become of a plan. */
export interface OutcomeValue {
  readonly state: "done" | "undone" | "undo failed";
  /** What failed first; null where nothing did. */
  readonly fault: FaultValue | null;
  /** What is left to do by hand, in order: of a plan whose undo failed. */
  readonly left: readonly string[];
  /** What is told where nobody asks for the outcome: which tasks were taken back. */
  readonly said?: string | null;
}
