/** What every part of a run shares: the program, the modules that the engine chose, and what is under way. */

import type { CommandTable } from "../commands/index.ts";
import type { Diagnose, ForeignFunction, Program, RecordBody } from "../records/index.ts";
import type { Fault } from "./faults/fault.ts";
import { type Mask, maskedBody, Secrets } from "./secrets.ts";

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
  /** Takes a record for the sinks. Never throws. */
  readonly emit: (body: RecordBody) => void;
  /** Shows a fault that no script handled to the person who runs the script; `mask` hides the run's secrets in its texts. */
  readonly show: (fault: Fault, mask: Mask) => void;
  /** Shows a command that is about to start (`-x`), secrets masked already. */
  readonly echo?: (line: string) => void;
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
  /** Records of changes are on disk ahead of them: a file that a redirection opens is announced ahead of that. */
  readonly durable?: boolean;
  /** How long the run may take; absent for any time. */
  readonly maxTime?: MaxTime;
  /** Functions that packages in JavaScript add to the library. */
  readonly functions?: readonly ForeignFunction[];
  /** The folder for host-wide locks; made on first use. */
  readonly lockFolder: string;
}

export interface MaxTime {
  readonly milliseconds: number;
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
  /** When the script last let the event loop turn: performance.now(). */
  lastBreath: number;
  /** Failures that a status-style function did not look at. */
  unseen: number;
  /** Commands started so far; also the source of their numbers. */
  commandCount: number;
  /** Faults that were raised and whose end is not known yet. */
  readonly underWay: Set<Fault>;
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
    commandCount: 0,
    underWay: new Set(),
    atEnd: [],
  };
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
