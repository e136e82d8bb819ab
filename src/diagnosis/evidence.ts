/** Gathers what is known of a failure in two steps: what it is about, then what the surroundings say of that. */

import { type CommandTable, hasSubcommands, innerCommand, takesValue } from "../commands/index.ts";
import { errnoByName, type FaultArgument, isOutside, type Symptom } from "../records/index.ts";
import { filesGiven, type GivenFile } from "./given-files.ts";
import type { Host, PathLook } from "./host.ts";
import { isStartedHere, missingProgram } from "./named-program.ts";
import { otherUser } from "./other-user.ts";
import type { Fact, Topic } from "./rule.ts";
import { isOneSlip } from "./spelling.ts";
import { wordsOf } from "./subject.ts";

/** All that is known of one failure while it is diagnosed; grows from step to step. */
export interface Evidence {
  readonly symptom: Symptom;
  readonly host: Host;
  /** The failing command behind `sudo`, `env`, …; of a call of the language, its name. */
  readonly program: string;
  readonly isCommand: boolean;
  readonly network: boolean;
  readonly words: readonly FaultArgument[];
  /** Behind a command that runs another one: the word that names that. */
  readonly inner?: FaultArgument;
  /** Whether a word is the value of the option ahead of it, and so no operand. */
  readonly isValue: (word: FaultArgument) => boolean;
  /** Whether the command is known to change nothing. */
  readonly onlyReads: boolean;
  readonly topics: Set<Topic>;
  readonly facts: Set<Fact>;
  /** What the braces of a rule's sentence stand for. */
  readonly values: Map<string, string>;
  errno?: string;
  /** A look at a path; undefined where nothing can be said, and once the looks took 20 ms in all. */
  readonly look: (path: string) => PathLook | undefined;
  /** The files that the command was given, read with the first question; none of a call of the language. */
  readonly givenFiles: () => readonly GivenFile[];
}

const mostTime = 20;

export function openEvidence(symptom: Symptom, commands: CommandTable, host: Host): Evidence {
  // A redirection that cannot be opened keeps its command from starting too, but it is the file that failed.
  const isUnstarted = symptom.notStarted === true && symptom.kind !== "IOFault";
  const isCommand =
    isUnstarted ||
    symptom.signal !== undefined ||
    symptom.kind === "CommandFault" ||
    (symptom.kind === "NetworkFault" && symptom.status !== undefined) ||
    (symptom.kind === "TimeoutFault" && symptom.api !== "" && !/^[A-Z]\w*\.|^wait|^[=!]~$/.test(symptom.api));
  const words = wordsOf(symptom);
  const line = [symptom.api, ...words.map((word) => word.text)];
  // A wrapper that cannot even be started is itself the program in question.
  const inner = isCommand && !isUnstarted ? innerCommand(commands, line) : undefined;
  const program = (inner?.argv[0] ?? symptom.api).replace(/^.*\//, "");
  const row = isCommand ? (inner?.row ?? commands.find(symptom.api)) : undefined;
  const own = inner === undefined ? words : words.slice(words.length - (inner.argv.length - 1));
  const values = new Set(row === undefined ? [] : own.filter((_, at) => takesValue(row, own[at - 1]?.text ?? "")));
  const operand = own.find((word) => !word.text.startsWith("-") && !values.has(word));
  const isVerb = row !== undefined && hasSubcommands(row) && operand !== undefined && !isOutside(operand.origins);
  const subcommand = isVerb && /^[a-z][a-z-]*$/.test(operand.text) ? operand : undefined;
  const looksUpHosts = program === "getent" && /^a?hosts/.test(own[0]?.text ?? "");
  const innerWord = inner === undefined ? undefined : words[words.length - inner.argv.length];
  let files: readonly GivenFile[] | undefined;
  let spent = 0;
  const looks = new Map<string, PathLook | undefined>();
  const evidence: Evidence = {
    symptom,
    host,
    program,
    isCommand,
    network: row?.network === true || symptom.kind === "NetworkFault" || looksUpHosts || /^Http\./.test(symptom.api),
    // What a program is to do is no name of anything; a script chooses it itself.
    words: own.filter((word) => word !== subcommand),
    ...(innerWord === undefined ? {} : { inner: innerWord }),
    isValue: (word) => values.has(word),
    onlyReads: row?.effect === "reads",
    topics: new Set(looksUpHosts ? (["name-lookup"] as const) : []),
    facts: new Set(),
    values: new Map([["command", program === "" ? "it" : program]]),
    look: (path) => {
      if (looks.has(path)) return looks.get(path);
      if (spent > mostTime || path === "" || path.includes("://")) return undefined;
      const started = performance.now();
      const found = host.look(path, symptom.cwd);
      spent += performance.now() - started;
      looks.set(path, found);
      return found;
    },
    givenFiles: () => {
      files ??= isCommand ? filesGiven(symptom, program, host) : [];
      return files;
    },
  };
  if (isUnstarted) {
    evidence.facts.add("not-started");
    const interpreter = /: its interpreter "([^"]+)"/.exec(symptom.message)?.[1];
    // Where it is there, its line ends with more than its name: `#!/bin/sh` with a carriage return.
    if (interpreter !== undefined && host.look(interpreter)?.exists !== true) {
      evidence.facts.add("interpreter-missing");
      evidence.values.set("interpreter", shown(interpreter));
    }
    evidence.values.set("command", symptom.api);
    evidence.values.set("subject", shown(symptom.api));
    addNameFacts(evidence, interpreter?.replace(/^.*\//, "") ?? symptom.api, commands);
  } else if (innerWord !== undefined) addNameFacts(evidence, innerWord.text, commands);
  if (symptom.kind === "TimeoutFault" && /^String\.|^[=!]~$/.test(symptom.api)) evidence.facts.add("searches");
  if (symptom.answer !== undefined) evidence.facts.add("answered");
  if (/^Json\./.test(symptom.api)) evidence.facts.add("of-data");
  if (evidence.network) evidence.facts.add("network-command");
  const user = isCommand ? otherUser(line) : undefined;
  if (user !== undefined) evidence.facts.add("other-user");
  evidence.facts.add(host.uid === 0 && user === undefined ? "is-root" : "not-root");
  evidence.values.set("runner", user === undefined ? `uid ${host.uid}` : `user ${user}`);
  if (symptom.signal !== undefined) evidence.values.set("signal", symptom.signal);
  return evidence;
}

/** What the name says of a program that a script or builder looked for in vain, as its message has it. */
export function addMissingName(evidence: Evidence, line: string, commands: CommandTable): void {
  if (isStartedHere(line)) evidence.facts.add("runs-here");
  if (!evidence.topics.has("missing-command") || evidence.inner !== undefined || evidence.facts.has("not-started"))
    return;
  const name =
    missingProgram(line) ??
    /(?:^|[\s"'`:])([\w.+-]{2,64})["'`]?: (?:command |executable file )?not found/.exec(line)?.[1] ??
    /(?:failed to run command|cannot run program|executable) ["'`]([\w.+-]{2,64})["'`]/i.exec(line)?.[1];
  if (name !== undefined) addNameFacts(evidence, name, commands);
}

/** Where hosts keep programs. */
const installed = /^\/(?:usr|s?bin|lib(?:exec|64)?|opt|snap)\//;

/** What the name of a program says, which did not start, or which another one runs. */
export function addNameFacts(evidence: Evidence, name: string, commands: CommandTable): void {
  if (installed.test(name)) evidence.facts.add("installed-place");
  if (name.startsWith("/")) evidence.facts.add("absolute-path");
  else if (name.includes("/")) evidence.facts.add("relative-path");
  else if (commands.has(name)) evidence.facts.add("known-command");
  else {
    const near = commands.rows.find((row) => isOneSlip(name, row.name));
    if (near === undefined) return;
    evidence.facts.add("misspelt-command");
    evidence.values.set("nearest", near.name);
  }
}

export function setErrno(evidence: Evidence, errno: string): void {
  evidence.errno = errno;
  evidence.values.set("errno", errnoByName(errno)?.text ?? errno);
}

/** Places that a host itself provides: devices, mounts, sockets and state of its services. */
const machinePlaces = /^\/(?:dev|proc|sys|run|mnt|media|net|var\/run|var\/lock|boot|lib\/modules)(?:\/|$)/;
const little = 64 * 1024;

/** What a look at the failing path says; `look` is given where it was taken already. */
export function addPath(evidence: Evidence, path: string, look: PathLook | undefined): void {
  const { facts, values } = evidence;
  if (path.includes("/")) facts.add(path.startsWith("/") ? "absolute-path" : "relative-path");
  if (machinePlaces.test(path)) facts.add("machine-place");
  if (look === undefined) return;
  values.set("place", placeText(path, look));
  if (look.remote) {
    facts.add("remote-mount");
    return;
  }
  if (!look.hidden) facts.add(look.exists ? "path-exists" : "path-missing");
  facts.add(look.owner === evidence.host.uid && !facts.has("other-user") ? "owner-self" : "owner-other");
  values.set("owner", look.owner === 0 ? "root's" : `of uid ${look.owner}`);
  values.set("mode", look.mode.toString(8).padStart(4, "0"));
  if (look.exists && !look.isDirectory && (look.mode & 0o111) === 0) facts.add("no-execute-bit");
  if (look.readOnlyMount) facts.add("mount-read-only");
  if (look.free !== undefined && look.free < little) {
    facts.add("space-gone");
    values.set("free", `${look.free} bytes`);
  }
}

function placeText(path: string, look: PathLook): string {
  if (look.exists) return look.isDirectory ? "the folder" : "the file";
  return path === look.place ? "the path" : `the folder ${shown(look.place)}`;
}

const busyFrom = 2;
const shortBelow = 0.05;

/** How this host is doing. */
export function addHostState(evidence: Evidence): void {
  const load = evidence.host.load();
  if (load > busyFrom) {
    evidence.facts.add("busy-host");
    evidence.values.set("load", load.toFixed(1));
  }
  const memory = evidence.host.memory();
  if (memory < shortBelow) {
    evidence.facts.add("short-of-memory");
    evidence.values.set("memory", `${(memory * 100).toFixed(1)} %`);
  }
}

const longest = 80;

/** A value as a sentence shows it: cut, in quotes, without what steers a terminal. */
export function shown(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return `"${cut.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu, "\ufffd")}"`;
}
