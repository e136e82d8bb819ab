/** The shape of a rule: when it speaks, for and against which classes, and the sentence that explains it. */

import type { FaultClass, FaultKind, NetworkTrouble } from "../records/index.ts";

/** What a failure is about; a rule of the first stage states it, rules of the second stage ask for it. */
export type Topic =
  | "absent"
  | "in-the-way"
  | "ill-formed"
  | "refused"
  | "exhausted"
  | "broken"
  | "peer"
  | "name-lookup"
  | "page"
  | "usage"
  | "bad-data"
  | "bad-content"
  | "missing-command"
  | "not-executable"
  | "timeout"
  | "unexpected-answer"
  | "configuration"
  | "no-clue";

/** What was found out about the failing arguments, their peers and this host. */
export type Fact =
  | "name-known"
  | "name-unknown"
  | "name-failing"
  | "name-silent"
  | "name-refused"
  | "name-pinned"
  | "port-open"
  | "port-refused"
  | "port-silent"
  | "port-unreachable"
  | "no-way"
  | "port-wrong"
  | "credentials-literal"
  | "clock-behind"
  | "clock-plausible"
  | "by-address"
  | "runs-here"
  | "own-module"
  | "installed-place"
  | "plain-port"
  | "tls-port"
  | "authorities-given"
  | "authorities-literal"
  | "no-authorities"
  | "gateway-silent"
  | "answered"
  | "bad-value"
  | "own-path"
  | "own-home"
  | "tested"
  | "worked"
  | "argued"
  | "argued-script"
  | "from-literal"
  | "from-input"
  | "from-environment"
  | "from-file"
  | "from-output"
  | "from-network"
  | "holds-literal"
  | "holds-given"
  | "holds-output"
  | "holds-network"
  | "holds-machine"
  | "from-elsewhere"
  | "from-host"
  | "from-machine"
  | "from-shipped"
  | "from-agreed"
  | "holds-network"
  | "holds-machine"
  | "holds-shipped"
  | "holds-host"
  | "holds-literal"
  | "of-data"
  | "interpreter-missing"
  | "searches"
  | "absolute-path"
  | "relative-path"
  | "machine-place"
  | "path-missing"
  | "path-exists"
  | "owner-other"
  | "owner-self"
  | "no-execute-bit"
  | "mount-read-only"
  | "space-gone"
  | "remote-mount"
  | "remote-operand"
  | "loopback-peer"
  | "remote-peer"
  | "no-peer"
  | "unsaid"
  | "set-peer"
  | "named-server"
  | "local-client"
  | "no-network"
  | "network-command"
  | "busy-host"
  | "short-of-memory"
  | "other-user"
  | "is-root"
  | "not-root"
  | "not-started"
  | "known-command"
  | "misspelt-command"
  | "only-waits"
  | "reads-content"
  | "wants-root"
  | SampleFact
  | WaitingFact;

/** What the samples of the last minutes show (`sampler/`). */
export type SampleFact =
  | "oom-killed"
  | "memory-pressure"
  | "memory-limit"
  | "swap-storm"
  | "cpu-saturated"
  | "io-saturated"
  | "starved"
  | "was-asleep"
  | "clock-stepped"
  | "turned-read-only"
  | "space-low"
  | "space-shrinks"
  | "inodes-gone"
  | "descriptors-gone"
  | "processes-gone"
  | "net-errors";

/** What a command whose time ran out waited for. */
export type WaitingFact =
  | "waits-peer"
  | "waits-service"
  | "waits-lock"
  | "waits-disk"
  | "waits-file-server"
  | "computed"
  | "wanted-processor"
  | "waits-input"
  | "waits-reader"
  | "slept"
  | "was-stopped";

/** All that is given must hold; lists are "one of". */
export interface Condition {
  readonly kind?: readonly FaultKind[];
  readonly errno?: readonly string[];
  readonly signal?: readonly string[];
  readonly status?: readonly number[];
  /** The status of an HTTP answer, from the first number to the second. */
  readonly answer?: readonly [from: number, to: number];
  readonly trouble?: readonly NetworkTrouble[];
  readonly topic?: readonly Topic[];
  /** None of them. */
  readonly otherTopic?: readonly Topic[];
  /** All of them. */
  readonly facts?: readonly Fact[];
  /** None of them. */
  readonly without?: readonly Fact[];
}

/** Natural logarithms of likelihood ratios: 0.7 doubles a class's odds, 2.3 makes them ten times, -2.3 a tenth. */
export type Weights = Readonly<Partial<Record<FaultClass, number>>>;

export interface Rule {
  /** "errno.full": the table, then the row. Stable: logs name it. */
  readonly id: string;
  readonly when: Condition;
  readonly weights: Weights;
  /** A sentence without its full stop; `{subject}`, `{host}`, … are filled in. */
  readonly says: string;
  /** Of the first stage: what the failure is about. */
  readonly topic?: Topic;
  /** Whose move it is and the next step, where this rule knows better than the class alone. */
  readonly advice?: Readonly<Partial<Record<FaultClass, string>>>;
}

/**
 * How much a row says of the cause where a command said several things.
 * `summary`: that something failed, which another line explains. `weak`: a text that also stands in other sentences.
 * `beside`: adds to what another line, or the rest of its own, says.
 */
export type Strength = "summary" | "weak" | "beside";

/** A rule that speaks when one line of a command's last words holds one of its texts or fits its pattern. */
export interface MessageRule extends Omit<Rule, "when"> {
  /** In lower case, with straight quotes; "…" stands for anything between, on one line. */
  readonly texts?: readonly string[];
  /** Tried on lines in lower case with straight quotes, of at most 1,000 characters. */
  readonly pattern?: RegExp;
  /** A message that the row is for, as the program prints it. */
  readonly example?: string;
  /** The error number that the text stands for; its own rules speak then, and this one only translates. */
  readonly errno?: string;
  /** The statuses with which it must have ended; a row that has nothing else is heard by its status alone. */
  readonly status?: readonly number[];
  /** The programs that say it; absent where any may. */
  readonly for?: readonly string[];
  readonly strength?: Strength;
  /** The name under which rows with one meaning share their fitted weights. */
  readonly key?: string;
  /** Where the message was seen or read: "git 2.39", "psql(1)". */
  readonly source?: string;
}

/** weigh(system, software, user, external): weights in `faultClasses` order, 0 left out. */
export function weigh(system: number, software: number, user: number, external: number): Weights {
  // Called for each row while a run starts: copying a part for each class took longer than all else of it.
  const weights: Writable<Weights> = {};
  if (system !== 0) weights.SystemFault = system;
  if (software !== 0) weights.SoftwareFault = software;
  if (user !== 0) weights.UserFault = user;
  if (external !== 0) weights.ExternalFault = external;
  return weights;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
