/** What every part of a run shares: the program, the modules that the engine chose, and what is under way. */

import type { CommandTable } from "../commands/index.ts";
import type { Diagnose, ForeignFunction, Journal, Program, RecordBody, RuntimeApi } from "../records/index.ts";
import type {
  Answer,
  ApprovalRequest,
  InjectionHook,
  RoleMessage,
  Telling,
  TraceMode,
  Watch,
  WatchOptions,
} from "./asked-of-engine.ts";
import { ScriptClock } from "./clock.ts";
import type { Fault } from "./faults/fault.ts";
import type { FlowNamespace } from "./host/in-namespace.ts";
import { type Mask, maskedBody, Secrets } from "./secrets.ts";
import type { AtomicModule } from "./tasks/atomic-module.ts";

/** How the engine sets a run up. Every module is a small interface with a default that the engine sets in one place. */
export interface RunOptions {
  readonly program: Program;
  /** Absolute path of each of the program's files. */
  readonly paths: readonly string[];
  readonly runId: string;
  /** ARGV. */
  readonly arguments: readonly string[];
  readonly environment: ReadonlyMap<string, string>;
  readonly directory: string;
  readonly commands: CommandTable;
  readonly diagnose: Diagnose;
  /** Loads what the diagnosis of a command that failed needs; awaited ahead of it. */
  readonly prepareDiagnosis?: () => Promise<void>;
  /** Reads the evidence that speaks for the script; awaited ahead of the diagnosis of what nobody caught. */
  readonly prepareSupport?: () => Promise<void>;
  /** Takes a record for the sinks. Never throws. */
  readonly emit: (body: RecordBody) => void;
  /** Shows a fault that no script handled to the person who runs the script; `mask` hides the run's secrets in its texts. */
  readonly show: (fault: Fault, mask: Mask) => void;
  /** Told of each command of the script, for whoever watches how this host and its commands do. */
  readonly watch?: Watch;
  /** Shows a command that is about to start (`-x`), secrets masked already. */
  readonly echo?: (line: string) => void;
  /** Says something of the run itself to the person who runs the script: a sentence without its end. */
  readonly tell?: (sentence: string) => void;
  /** Whose system calls are followed besides those of `trace`: of statements that are marked as risky (unless given, without a word where that is not possible), of all commands, or of none at all. */
  readonly trace?: TraceMode;
  /** Bytes that one capture may hold. */
  readonly captureLimit: number;
  /** Milliseconds between TERM and KILL. */
  readonly grace: number;
  /** Values of the script's parameters that the command line gave, by name. */
  readonly parameters: ReadonlyMap<string, unknown>;
  /** Values of `--define`, of their constants' types. */
  readonly defines: ReadonlyMap<string, unknown>;
  /** Signals that whoever started the run ignores: they stay ignored, for the engine and its commands. */
  readonly ignoredSignals: ReadonlySet<string>;
  /** Descriptors above 2 that the engine was started with: commands get them. */
  readonly descriptors: readonly number[];
  /** How many descriptors commands may have; undefined for as many as the engine. */
  readonly descriptorLimit: number | undefined;
  /** Whether standard output was closed when the engine started. */
  readonly outputClosed: boolean;
  /** What commands write to a terminal as their error output is read on its way: they then see a pipe there. */
  readonly seesTerminal?: boolean;
  /** Records of changes are on disk ahead of them: a file that a redirection opens is announced ahead of that. */
  readonly durable?: boolean;
  /** How long the run may take; absent for any time. */
  readonly maxTime?: MaxTime;
  /** Functions that packages in JavaScript add to the library. */
  readonly functions?: readonly ForeignFunction[];
  /** The folder for host-wide locks; made on first use. */
  readonly lockFolder: string;
  /** Descriptors that the script has as 0, 1 and 2, where they are not the engine's own. */
  readonly descriptorsOfOwn?: readonly [input: number, output: number, error: number];
  /** The counters of a program that was compiled with them. */
  readonly counters?: Float64Array;
  /** What a test has set up for all that runs within it. */
  readonly sandbox?: Sandbox;
  /** Of a run that is one test. */
  readonly test?: TestOptions;
  /** Where the run writes down what its plans do; absent where nothing is kept. */
  readonly journal?: Journal;
  /** Tells the people of a role something: how that went, a channel each; none where the role has no address. Never throws. */
  readonly notifyRole?: (message: RoleMessage) => Promise<readonly Telling[]>;
  /** Asks somebody of a role. Never throws. */
  readonly approve?: (request: ApprovalRequest) => Promise<Answer>;
  /** Writes trees of files apart, for `atomic`; absent where nothing can. */
  readonly atomic?: AtomicModule;
  /** What an injection campaign has happen to its calls. */
  readonly injection?: InjectionHook;
  /** Asked ahead of each change: whether the run may go on. Absent where nobody has to agree. */
  readonly consent?: Consent;
  /** Under `dscript watch`: monitors go on behind the script's top level. */
  readonly watching?: WatchOptions;
}

/** What holds in a test and in the scripts that it runs: where its fakes are, what else may run, and what time it is. */
export interface Sandbox {
  /** The folder of the programs that are fakes. */
  readonly fakes: string;
  /** The names of other programs that may run; null for all. */
  readonly allowed: readonly string[] | null;
  /** Milliseconds since the epoch on a clock that stands still; null for the system's. */
  readonly time: number | null;
  /** Told at the run's end what time it is on a clock that was held. */
  readonly onEnd?: (time: number) => void;
}

/** The functions of Test and Fake, for a run. */
export type TestLibrary = (run: Run) => RuntimeApi["library"];

export interface TestOptions {
  /** Which of the program's tests it is. */
  readonly index: number;
  /** The test's own folder, which has all that it makes. */
  readonly folder: string;
  /** How `dscript` is started: the words ahead of its command. */
  readonly engine: readonly string[];
  /** Golden files are written, not compared. */
  readonly update: boolean;
  /** Told of each golden file that was written. */
  readonly onGolden: (path: string) => void;
  /** The folder in which scripts that are run whole leave what of them was covered; null where nobody asks. */
  readonly coverage: string | null;
  /** Where compiled programs of whole scripts are kept, for the tests of a file together. */
  readonly programs: string;
  /** The D-Case of scripts that are run whole, where the command line names one. */
  readonly caseFile?: string;
  /** What Test and Fake do, loaded with the first test. */
  readonly library: TestLibrary;
}

/** What lets a run change something, as long as it holds. */
export interface Consent {
  /** A sentence once it has ended. */
  readonly ended: () => string | undefined;
  /** What becomes of a plan that is under way then. */
  readonly outlived: "undo" | "pause";
}

export interface MaxTime {
  readonly milliseconds: number;
  /** What it is that may take so long: "the run", "the test". */
  readonly subject?: "the run" | "the test";
  /** The site of a place that a JavaScript stack tells of; the script's beginning where it tells none. */
  readonly siteOfStack: (stack: string) => number;
}

/** A run under way. */
export interface Run {
  readonly options: Omit<RunOptions, "show"> & { readonly show: (fault: Fault) => void };
  /** Values that show as "***" in all that leaves the run but the script's own output. */
  readonly secrets: Secrets;
  /** The signal that interrupted the run ("SIGINT", "SIGTERM", "SIGHUP"), until the script has been told. */
  interruption: string | null;
  /** Called once when an interruption arrives, so that waits end at once. */
  readonly onInterrupt: Set<(signal: string) => void>;
  /** When the script last let the event loop turn, by steadyNow. */
  lastBreath: number;
  /** Failures that a status-style function did not look at. */
  unseen: number;
  /** What is being cleared away, for nobody to wait for but the run's end. */
  readonly leaving: Promise<void>[];
  /** Commands started so far; also the source of their numbers. */
  commandCount: number;
  /** Faults that were raised and whose end is not known yet. */
  readonly underWay: Set<Fault>;
  /** What time it is for the script. */
  readonly clock: ScriptClock;
  /** Which programs may run; null for all. */
  only: OnlyFakes | null;
  /** The folder of fakes, which is searched ahead of PATH; null where there are none. */
  readonly fakes: string | null;
  /** Where the files are of the block that is atomic and runs now: a fault is looked at there. */
  namespace: FlowNamespace | null;
  /** What must happen when the run ends, however it ends: last added first. */
  readonly atEnd: (() => void | Promise<void>)[];
}

/** Makes the shared state of a run. */
export function createRun(options: RunOptions): Run {
  const secrets = new Secrets(options.environment);
  for (const { name, secret } of options.program.parameters) if (secret) secrets.add(options.parameters.get(name));
  return {
    options: maskedOptions(options, secrets),
    secrets,
    interruption: null,
    onInterrupt: new Set(),
    // As if none had been yet: reading the clock would load a part of Node that most starts do not need.
    lastBreath: 0,
    unseen: 0,
    leaving: [],
    commandCount: 0,
    underWay: new Set(),
    clock: new ScriptClock(options.sandbox?.time ?? null),
    only: onlyFakesOf(options),
    fakes: options.sandbox?.fakes ?? null,
    namespace: null,
    atEnd: [],
  };
}

/** The programs that a run may start: fakes, what is allowed beside them, and `dscript` itself for whole scripts. */
export interface OnlyFakes {
  readonly folder: string;
  readonly allowed: ReadonlySet<string>;
  readonly engine: string | undefined;
}

function onlyFakesOf({ sandbox, test }: RunOptions): OnlyFakes | null {
  if (sandbox === undefined || sandbox.allowed === null) return null;
  return { folder: sandbox.fakes, allowed: new Set(sandbox.allowed), engine: test?.engine[0] };
}

/** Tells the run that a signal asks it to end: the next wait or breath throws an Interruption. */
export function interrupt(run: Run, signal: string): void {
  run.interruption = signal;
  for (const notify of run.onInterrupt) notify(signal);
}

/** The same options, with secrets hidden in everything that leaves the run but the script's own output. */
function maskedOptions(options: RunOptions, { mask }: Secrets): Run["options"] {
  const { emit, show, echo } = options;
  return {
    ...options,
    emit: (body) => emit(maskedBody(body, mask)),
    show: (fault) => show(fault, mask),
    ...(echo === undefined ? {} : { echo: (line) => echo(mask(line)) }),
  };
}
