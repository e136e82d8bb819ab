/** What is asked of a run, and whom it tells. */

import type { CommandTable } from "../commands/index.ts";
import type { Diagnostic, FaultView, Language } from "../diagnostics/index.ts";
import type { Program } from "../records/index.ts";
import type { Config, Present } from "./config-shape.ts";
import type { Gate } from "./gate/gate.ts";
import type { TakenUp } from "./journal/resume.ts";
import type { PrepareRequest } from "./prepare.ts";
import type { Sandboxed } from "./testing/sandboxed.ts";
import type { Unprepared } from "./unprepared.ts";

/** Whom a run tells what it sees; only the command line draws. */
export interface Reporter {
  readonly json: boolean;
  readonly diagnostic: (diagnostic: Diagnostic) => void;
  readonly fault: (view: FaultView) => void;
  readonly echo: (line: string) => void;
  readonly say: (text: string) => void;
  /** The help of a script with parameters, on standard output. */
  readonly help: (name: string, program: Program) => void;
}

/** What is asked of a script; its table of commands comes from the configuration. */
export interface ScriptRequest extends Omit<PrepareRequest, "commands" | "packages" | "roles" | "ownRows" | "case"> {
  readonly present: Present;
  /** The D-Case, from the working directory; undefined for what the configuration says. */
  readonly caseFile: string | undefined;
}

export interface StartRequest extends ScriptRequest {
  readonly arguments: readonly string[];
  readonly sinks: readonly string[];
  readonly echo: boolean;
  /** Records are on disk ahead of the change that they announce. */
  readonly durable: boolean;
  /** Milliseconds that the run may take; undefined for what the configuration says. */
  readonly maxTime: number | undefined;
  /** Whose system calls are followed; undefined for what the configuration says. */
  readonly trace: "never" | "always" | undefined;
  /** Milliseconds from one PeriodicPoint to the next; undefined for what the configuration says. */
  readonly sample: number | undefined;
  /** Whether `on_fault` counts. */
  readonly notify: boolean;
  readonly reporter: Reporter;
  /** Opens the gate that decides whether it may run, given the policy that its configuration names; undefined where there is none. */
  readonly gate?: (policy: string | undefined) => Promise<Gate | Unprepared | undefined>;
  /** The script stands for words of a command line. */
  readonly isCommand?: true;
  /** A run that is taken up again. */
  readonly takenUp?: TakenUp;
  /** The script's monitors go on behind its top level (`dscript watch`). */
  readonly watch?: WatchSettings;
}

/** How a script is watched. */
export interface WatchSettings {
  /** Milliseconds after which the watch ends; undefined for never. */
  readonly lasts: number | undefined;
}

/** What is known of a run once its configuration is read. */
export interface Settings {
  readonly config: Config;
  readonly language: Language;
  readonly sandboxed?: Sandboxed | undefined;
  readonly commands: CommandTable;
  readonly seesTerminal?: boolean;
  readonly gate?: Gate | undefined;
}
