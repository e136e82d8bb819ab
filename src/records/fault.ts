/** Faults: what happened (kind), who can remove it (class), and what is known of it. */

import type { OriginSet } from "./origin.ts";

/** Who can remove a fault: the developer, the operator of this machine, whoever gave the input, another domain (faults). */
export type FaultClass = "SystemFault" | "SoftwareFault" | "UserFault" | "ExternalFault";

/** The classes in the order in which a record's `FaultType` lists them (faults 3). */
export const faultClasses: readonly FaultClass[] = ["SystemFault", "SoftwareFault", "UserFault", "ExternalFault"];

/** What happened. `Fault` is every kind; a class name in `throw` makes a `ThrownFault`. */
export const faultKinds = [
  "CommandFault",
  "TimeoutFault",
  "IOFault",
  "NetworkFault",
  "HttpFault",
  "ArgumentFault",
  "EnvironmentFault",
  "GlobFault",
  "CaptureFault",
  "FormatFault",
  "AssertionFault",
  "ZeroDivisionFault",
  "OverflowFault",
  "IndexFault",
  "KeyFault",
  "CastFault",
  "StackFault",
  "LockFault",
  "UndoFault",
  "ApprovalFault",
  "ContextFault",
  "JournalFault",
  "ThrownFault",
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** An argument of a failing call: its name, type and text as a trace shows them; a secret's text is "***". */
export interface FaultArgument {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  /** The value is null, not a text that reads so. */
  readonly isNull?: boolean;
  readonly origins: OriginSet;
  /** Where that came from which a file of this name holds, as far as the script's text tells. */
  readonly holds?: OriginSet;
  /** Which context of the D-Case states what it holds: its key, its label, and the role that answers for it. */
  readonly context?: { readonly key: string; readonly by: string; readonly owner?: string };
}

/** What went wrong between this host and another, where more is known than an error number. */
export type NetworkTrouble =
  | "name"
  | "name-later"
  | "tls-expired"
  | "tls-early"
  | "tls-untrusted"
  | "tls-name"
  | "tls-protocol"
  | "protocol"
  | "redirect";

/** A system call of a traced command that failed (language 3, trace). */
export interface FailedCall {
  /** "openat". */
  readonly call: string;
  /** The name of the error number, "ENOENT". */
  readonly errno: string;
  /** The path, address or program that it was about, as the command gave it; absent where it names none. */
  readonly subject?: string;
  /** The program that made it, where that is not the command itself. */
  readonly program?: string;
}

/** What a command was held up by when its time ran out (proc(5)). */
export interface Waiting {
  /**
   * `peer`: another end of a connection. `lock`: a lock that somebody else has. `disk`: a file system or device.
   * `processor`: it computed, or waited for a processor. `input`: a terminal or a pipe that nobody writes to.
   * `reader`: a pipe that nobody reads. `timer`: it slept. `stopped`: somebody stopped it.
   */
  readonly on: "peer" | "lock" | "disk" | "processor" | "input" | "reader" | "timer" | "stopped";
  /** The peer's address ("10.0.0.7:443"), the file that is locked or slow; absent where it is not known. */
  readonly subject?: string;
  /** The program that has what is waited for, with its number: "apt-get (812)". */
  readonly holder?: string;
  /** Of `processor`: the share of one processor that it had in its last second, 0 and up. */
  readonly share?: number;
}

/** Evidence for a line of a script (faults 1.6): it lowers the script's own fault, and never sets another. */
export interface Support {
  /** How many passed tests have run the line. */
  readonly tests?: number;
  /** How often the very same script has ended with 0 on this host, of its last runs. */
  readonly runs?: number;
  /** When it did last: milliseconds since the epoch. */
  readonly lastRun?: number;
  /** The label of the D-Case's goal that the line serves, where `evidence` is of that; else it is of the script as a whole. */
  readonly goal?: string;
  /** The labels of the D-Case's evidence that passes for the script as it stands. */
  readonly evidence?: readonly string[];
}

/** Where a failure stands: an index into the program's files, and a line from 1. */
export interface FaultPlace {
  readonly file: number;
  readonly line: number;
  /** The goal of the D-Case that was served there. */
  readonly goal?: { readonly uid: string; readonly label: string };
}

/** What failed, as the diagnosis looks at it. Nothing here is text for a person but `message`. */
export interface Symptom {
  readonly kind: FaultKind;
  readonly message: string;
  /** The failing call: "System.fopen", or the command's name. */
  readonly api: string;
  readonly arguments: readonly FaultArgument[];
  /** Where that came from which was asked: the receiver of a method, what an element was taken from, what a file holds, a condition. */
  readonly asked?: OriginSet;
  /** Of a command: the targets of its redirections as written; each one's name is its operator (">", ">>", "<"). */
  readonly redirects?: readonly FaultArgument[];
  /** Of a command: where that came from which it read on its input, as far as the script's text tells. */
  readonly input?: OriginSet;
  /** Of a command: what the script has set for it, `NAME=value`. */
  readonly variables?: readonly FaultArgument[];
  /** Of a command: what was given to the script on its own command line. */
  readonly given?: readonly string[];
  /** Of an assertion: what was compared, as a trace shows it. */
  readonly compared?: readonly FaultArgument[];
  /** Where that is long: the lines of a unified diff, each with "-", "+" or a blank ahead, or a "@@" line. */
  readonly difference?: readonly string[];
  /** The name of the argument that was refused, where that is known for sure. */
  readonly about?: string;
  /** The name of the error number, "ENOENT", where one is known for sure. */
  readonly errno?: string;
  /** A command's exit status, 0 to 255. */
  readonly status?: number;
  /** The status of an HTTP answer, 100 to 599. */
  readonly answer?: number;
  readonly trouble?: NetworkTrouble;
  /** The signal that ended a command, "SIGKILL". */
  readonly signal?: string;
  /** The last lines that a command wrote to standard error, where they were seen; at most 4 KiB. */
  readonly stderr?: string;
  /** Whether the program could not even be started. */
  readonly notStarted?: boolean;
  /** The class that the script stated: `throw UserFault("…")`. */
  readonly stated?: FaultClass;
  /** Of a traced command: its failed calls, the last one last; at most 64. */
  readonly calls?: readonly FailedCall[];
  /** Of a command whose time ran out: what it waited for. */
  readonly waiting?: Waiting;
  /** What speaks for the script at this very line, as it stands now. */
  readonly support?: Support;
  /** A statement that is marked as risky started the command. */
  readonly risky?: boolean;
  /** The working directory of the flow that failed, for arguments that are relative paths; the process' own where absent. */
  readonly cwd?: string;
  /** Milliseconds from the call's start to its failure. */
  readonly elapsed: number;
}

/** A class with its probability and the reasons: rule ids and the sentences that explain them. */
export interface ClassShare {
  readonly class: FaultClass;
  /** 0 to 1; the shares of a diagnosis add up to 1. */
  readonly p: number;
  readonly reasons: readonly Reason[];
}

export interface Reason {
  readonly rule: string;
  readonly says: string;
  /** What it adds to the class's log-odds; below 0 where it speaks against the class. */
  readonly weight: number;
}

/** The role that can remove a fault: one a class (faults). */
export type Owner = "developer" | "user" | "operator" | "other domain";

/** A ranked diagnosis, most likely first, and the set that stays plausible, in `faultClasses` order. */
export interface Diagnosis {
  readonly ranked: readonly ClassShare[];
  readonly plausible: readonly FaultClass[];
  /** The name of the failing argument, where one was found. */
  readonly about?: string;
  /** Of a traced command: the system call that failed. */
  readonly call?: FailedCall;
  /** What would remove the fault, and who must do it, in plain words: "whoever ran this needs other rights". */
  readonly advice: string;
  /** Whose move it is, by the class that comes first. */
  readonly owner: Owner;
  /** Every rule that spoke, by its id, and how much its word counts (1: wholly); what weights are fitted on. */
  readonly heard: Readonly<Record<string, number>>;
  /** How long the diagnosis took. */
  readonly milliseconds?: number;
}

/** The class that comes first; where a diagnosis ranks none, it is the script's to see to. */
export function classOf({ ranked }: Pick<Diagnosis, "ranked">): FaultClass {
  return ranked[0]?.class ?? "SoftwareFault";
}

/** A module of the engine that can be exchanged: symptoms in, ranked classes out. Never throws. */
export type Diagnose = (symptom: Symptom, place?: FaultPlace) => Diagnosis;

/** One frame of a fault's stack, innermost first. */
export interface FaultFrame {
  /** "script.dscript". */
  readonly file: string;
  readonly line: number;
  /** "System.fopen", "backup", "main". */
  readonly name: string;
  readonly arguments: readonly FaultArgument[];
}
