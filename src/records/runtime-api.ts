/**
 * What compiled code may call: the one agreement between `compiler`, which emits these names, and `runtime`, which answers.
 * Compiled code is an async function of (rt: RuntimeApi, $: Flow). Values: boolean, int and float are JavaScript
 * booleans and numbers, String is a string (bytes that are no UTF-8 as lone surrogates), Duration a number of milliseconds, Size a number
 * of bytes, T[] an Array, Map<T> a Map, null null, Regex a RegExp (flag u), Func a function of (flow, ...arguments).
 * `site` is always an index into the program's sites.
 */

import type { ServedGoal } from "./argument-view.ts";
import type {
  Block,
  FaultValue,
  Flow,
  MonitorParts,
  OutcomeValue,
  PlanParts,
  Policy,
  ResultValue,
  StageRun,
  StrategyRun,
  TaskParts,
  WhenParts,
} from "./runtime-values.ts";

export interface RuntimeApi {
  /* ---- commands ---- */
  /** Runs a pipeline; its status: 0, or the last failing stage's (128+n for signals, 127/126 not found/not started). */
  run(flow: Flow, site: number, stages: readonly StageRun[], policy: Policy): Promise<number>;
  /** Runs a pipeline whose answer counts: status 0, or a status that is an answer; any other failure follows the policy, then counts as its status. */
  answer(flow: Flow, site: number, stages: readonly StageRun[], policy: Policy): Promise<number>;
  /** Runs the body with standard output captured (64 MiB unless configured): the output without trailing newlines. `body` runs commands in the flow it is given. */
  capture(flow: Flow, site: number, body: (flow: Flow) => Promise<void>, policy?: Policy): Promise<string>;
  /** As `capture`; null where the body failed (the failure is accepted, not raised). */
  captureOptional(flow: Flow, site: number, body: (flow: Flow) => Promise<void>): Promise<string | null>;
  /** As `capture`, split into lines; a last newline ends the last line, and no output gives no lines. */
  captureLines(flow: Flow, site: number, body: (flow: Flow) => Promise<void>, policy?: Policy): Promise<string[]>;
  /** Output and error output captured, status and usage kept, failure accepted. `body` gives the status. */
  captureResult(flow: Flow, site: number, body: (flow: Flow) => Promise<number>): Promise<ResultValue>;
  /** Lines as they are written; a failure raises after the last; returning early closes the pipe (SIGPIPE, no failure). */
  lines(flow: Flow, site: number, body: (flow: Flow) => Promise<void>): AsyncIterable<string>;
  /** Starts the body as a background job in a flow of its own; the flow's last job (`$!`). `body` gives the status. `alone`: it is a pipeline of programs, which goes on without the engine. */
  job(flow: Flow, site: number, body: (flow: Flow) => Promise<number>, alone?: boolean): unknown;
  lastJob(flow: Flow, site: number): unknown;
  /** `cd DIR`: the status, 0 or 1. */
  changeDirectory(flow: Flow, site: number, directory: string, policy: Policy): number;
  /** Enters a directory for a block: what `leaveDirectory` takes, or null where it failed under policy report/accept. */
  enterDirectory(flow: Flow, site: number, directory: string, policy: Policy): string | null;
  leaveDirectory(flow: Flow, previous: string): void;
  exportVariable(flow: Flow, name: string, value: string): void;
  /** The status of an `exit` that ended a flow; whatever else was thrown is thrown again. */
  exitStatus(thrown: unknown): number;
  /** Ends the flow at hand, a group, capture or job, and at the top the script: finally and defer run. */
  exit(flow: Flow, site: number, status: number): never;
  /** The matches of a word with glob characters: texts are literal, `{ glob }` is pattern; none is a GlobFault. */
  globWord(flow: Flow, site: number, parts: readonly (string | { readonly glob: string })[]): string[];
  /** As `globWord` for a word that names one file; several matches are a GlobFault too. */
  globPath(flow: Flow, site: number, parts: readonly (string | { readonly glob: string })[]): string;
  /** Runs a pipeline whose words may be refused before it starts; under report and accept that counts as its status 1. */
  bearing(work: () => Promise<number> | number, policy: Policy): Promise<number>;
  /** A word's own `$(…)`: its failure is the word's, so that `bearing` knows it. */
  substituted<T>(work: Promise<T>): Promise<T>;
  /** `~` or `~user`. */
  tilde(flow: Flow, site: number, user: string | null): string;
  /** A word that came from outside: refused as an ArgumentFault where it starts with "-" (language 3). */
  guardWord(flow: Flow, site: number, stage: number, word: number, value: string): string;
  guardWords(flow: Flow, site: number, stage: number, word: number, values: readonly string[]): readonly string[];

  /* ---- faults ---- */
  /** What a catch clause sees of a thrown value; throws it again where no script may catch it (exit, interruption). */
  caught(flow: Flow, thrown: unknown): FaultValue;
  /** Whether a clause of this name takes the fault: a kind, a class (ranked first), or "Fault". */
  matches(fault: FaultValue, name: string): boolean;
  /** Marks a caught fault as handled (its ErrorPoint is written so). */
  handled(flow: Flow, fault: FaultValue): void;
  /** The status that `$?` has in a handler: the fault's. */
  statusOf(fault: FaultValue): number;
  /** The value of `UserFault("…")` that is not thrown where it is made. */
  statedFault(flow: Flow, site: number, name: string, message: string): FaultValue;
  throwStated(flow: Flow, site: number, name: string, message: string): never;
  rethrow(flow: Flow, site: number, fault: FaultValue): never;
  /** Raises an AssertionFault; `why` is null where the script gives none, `values` are what was compared, as the site's arguments name them. */
  assertionFailed(flow: Flow, site: number, why: string | null, ...values: unknown[]): never;
  /** Adds a function's frame (its name and arguments) to a fault that passes through; returns what is to be thrown. `site` is where a function was called; a closure stands at `site` and was called at `call`. */
  frame(thrown: unknown, site: number, values: readonly unknown[], call?: number): unknown;
  /** A deferred block failed while `pending` was on its way: what goes on. An `exit` goes ahead of a fault; of two faults the first goes on, and the other is reported. */
  deferFailed(flow: Flow, pending: unknown, thrown: unknown): unknown;

  /* ---- numbers and containers: each raises its fault at `site` ---- */
  add(a: number, b: number, site: number): number;
  subtract(a: number, b: number, site: number): number;
  multiply(a: number, b: number, site: number): number;
  divide(a: number, b: number, site: number): number;
  remainder(a: number, b: number, site: number): number;
  negate(a: number, site: number): number;
  divideFloat(a: number, b: number, site: number): number;
  remainderFloat(a: number, b: number, site: number): number;
  /** Bit operations on 53-bit integers (`& | ^ ~ << >> >>>`); the result leaves the range: OverflowFault. */
  bits(operator: string, a: number, b: number, site: number): number;
  at<T>(array: readonly T[], index: number, site: number): T;
  setAt<T>(array: T[], index: number, value: T, site: number): T;
  characterAt(text: string, index: number, site: number): string;
  valueAt<T>(map: ReadonlyMap<string, T>, key: string, site: number): T;

  /* ---- classes ---- */
  /** What the script's classes extend: it tells the runtime that a value is an object of the script. */
  readonly ScriptObject: new () => object;
  /** `(T)e` of a class: the value; one of another class is a CastFault at `site`. `name` is the class as messages name it. */
  castObject<T>(value: T, type: new () => object, name: string, site: number): T;
  /** `(int)e` of a float: without what stands behind its point; beyond int's range, and of no number, an OverflowFault. */
  castInt(value: number, site: number): number;

  /** Around a statement that is marked `@Risky`: what its flow starts says so in its records. */
  enterRisk(flow: Flow): void;
  leaveRisk(flow: Flow): void;

  /** Around a block that serves a goal of the D-Case: what its flow starts says so in its records. Gives the goal around it. */
  enterGoal(flow: Flow, goal: ServedGoal | null): ServedGoal | null;
  leaveGoal(flow: Flow, outer: ServedGoal | null): void;
  /** What was thrown in such a block: a fault says which goal it kept from being served. */
  goalFailed(flow: Flow, thrown: unknown): unknown;

  /* ---- texts ---- */
  /** `float` as a script prints it: 3.0, 0.1, 1e+21. */
  showFloat(value: number): string;
  showDuration(milliseconds: number): string;
  showSize(bytes: number): string;
  /** Any value as `"${…}"` prints it; `type` is its static type as a script writes it. */
  show(value: unknown, type: string): string;
  /** `text =~ /re/`; a search that does not end in time is a TimeoutFault. */
  /** Below 0, 0 or above 0: the order of two texts by their bytes. */
  compareTexts(left: string, right: string): number;
  regexTest(flow: Flow, text: string, regex: RegExp, site: number): boolean;

  /* ---- time and control ---- */
  /** Whether 10 ms of computing have passed since the last wait: then `breathe` is due (architecture: endless loops). Cheap enough to ask every few hundred turns. */
  due(): boolean;
  /** Lets timers, signals and time limits act; throws where the script was interrupted or its time is over. */
  breathe(flow: Flow): Promise<void>;
  sleep(flow: Flow, milliseconds: number): Promise<void>;
  /** `wait until`: asks `condition` every `every` ms (default 1000) until true; a TimeoutFault after `timeout` ms (null: never), which ends what the condition runs. */
  waitUntil(
    flow: Flow,
    site: number,
    condition: (flow: Flow) => Promise<boolean> | boolean,
    every: number | null,
    timeout: number | null,
  ): Promise<void>;
  /** Runs `body` up to `times` times; only faults that match `on` (empty: SystemFault and ExternalFault first; never Software or User faults) are tried again. */
  retry(
    flow: Flow,
    site: number,
    times: number,
    every: number | null,
    doubling: boolean,
    on: readonly string[],
    body: () => Promise<void>,
  ): Promise<void>;
  /** Takes the host-wide lock, waiting for it; the value releases it. */
  lock(flow: Flow, site: number, name: string): Promise<() => void>;

  /* ---- tasks and plans (language 6) ---- */
  /** Runs a task: on its own, or as a step of the plan that the flow is in. */
  task(flow: Flow, site: number, name: string, parts: TaskParts): Promise<void>;
  /** Runs a plan to its end, and takes it back where a task fails. Raises where it stands in another plan. */
  plan(flow: Flow, site: number, name: string, parts: PlanParts): Promise<OutcomeValue>;
  /** Raises what made a plan fail, where nobody asks for its outcome. */
  settlePlan(flow: Flow, site: number, outcome: OutcomeValue): Promise<void>;
  /** The outcome of a plan as a value: what made it fail is dealt with. */
  acceptPlan(flow: Flow, outcome: OutcomeValue): Promise<OutcomeValue>;
  /** Runs the branches side by side, each in a flow of its own; the first fault is raised when all have ended. */
  parallel(flow: Flow, site: number, branches: readonly Block[]): Promise<void>;
  /** Runs the strategies of a goal: those ahead in their order, then the concurrent ones side by side, then those behind. */
  argue(flow: Flow, site: number, goal: ServedGoal | null, strategies: readonly StrategyRun[]): Promise<void>;
  /** Runs the body over trees that take themselves back where it fails; `confirm` runs behind the commit. */
  atomic(flow: Flow, site: number, paths: readonly string[], body: Block, confirm: Block | null): Promise<void>;
  /** Tells each role; that none could be reached is a fault. */
  notify(flow: Flow, site: number, roles: readonly string[], message: string): Promise<void>;
  /** Asks, and goes on with a yes alone: a no, or no answer in so many milliseconds, is an ApprovalFault. */
  approve(flow: Flow, site: number, role: string, question: string, timeout: number | null): Promise<void>;
  /** Outside of its schedule a context is a ContextFault. */
  context(flow: Flow, site: number, name: string, schedule: string | null): void;
  /** The values of a loop, as many as it may have at most; more are an ArgumentFault. */
  capped<T>(site: number, values: T, most: number): T;

  /** Runs the monitors, and what follows from their values, until the watch ends; nothing where the script is run. */
  watch(flow: Flow, monitors: readonly MonitorParts[], whens: readonly WhenParts[]): Promise<void>;

  /* ---- surroundings ---- */
  /** ARGV, a String[]. */
  argv(flow: Flow): readonly string[];
  /** `ARGV[i]`: one that was not given is a UserFault that says which. */
  argument(flow: Flow, index: number, site: number): string;
  /** `env.NAME`: unset is a UserFault. */
  environment(flow: Flow, name: string, site: number): string;
  /** `env.NAME ?? e`. */
  environmentOptional(flow: Flow, name: string): string | null;
  /** SCRIPT and SCRIPT_DIR of the file with this index. */
  scriptPath(file: number): string;
  scriptDirectory(file: number): string;
  /** What the command line gave for a parameter, of the parameter's type; null where it gave nothing. */
  parameter(name: string): unknown;
  /** A parameter's default that was computed, within the parameter's bounds; otherwise an ArgumentFault at `site`. */
  bounded<T>(site: number, name: string, value: T): T;
  /** A `const` whose value `--define NAME=VALUE` replaces; null where it does not. The value is of the constant's type. */
  defined(name: string): unknown;

  /* ---- tests ---- */
  /** Which test is to be run; -1 for none. */
  chosenTest(): number;
  /** One number for each of the program's `points`: how often it was reached. */
  readonly counters: Float64Array;

  /** The library: functions of (flow, site, receiver?, ...arguments) by the keys of its signature table. One that `waits` may return a promise. */
  readonly library: Readonly<Record<string, (flow: Flow, site: number, ...values: never[]) => unknown>>;
}

export type RuntimeName = keyof RuntimeApi;
