/** The diagnosis: a symptom in, classes ranked with probabilities and reasons out (faults 1). */

import { type CommandTable, isAnswer, type StatusMeaning, statusText } from "../commands/index.ts";
import type { Diagnose, Diagnosis, FaultArgument, FaultClass, Symptom } from "../records/index.ts";
import { combine, type Spoken } from "./combine.ts";
import { addHostState, addOrigins, addPath, addPeers, type Evidence, openEvidence, setErrno } from "./evidence.ts";
import { type Host, systemHost } from "./host.ts";
import { inferFromPaths, readsContent } from "./infer.ts";
import { createTranslator } from "./locale.ts";
import { type MessageReading, readMessage } from "./message.ts";
import type { Condition, Rule, Weights } from "./rule.ts";
import { errnoRules, firstStage, secondStage, signalRules, statusRules } from "./rules/index.ts";
import { isProgram, namedIn, pathsAmong } from "./subject.ts";

export interface DiagnosisOptions {
  readonly commands: CommandTable;
  /** The host that is looked at; this one unless given. */
  readonly host?: Host;
  /** LC_ALL, LC_MESSAGES or LANG, as commands see it: their error texts are recognised in that language too. */
  readonly locale?: string;
}

/** Makes the diagnosis. It never throws; its looks at the surroundings change nothing and take 2 ms at most. */
export function createDiagnosis(options: DiagnosisOptions): Diagnose {
  const host = options.host ?? systemHost();
  const environment = process.env["LC_ALL"] || process.env["LC_MESSAGES"] || process.env["LANG"];
  const translated = createTranslator(options.locale ?? environment ?? "C");
  return (symptom) => {
    try {
      return diagnose(symptom, options.commands, host, translated);
    } catch {
      // A fault must not be hidden by a bug in its diagnosis: what is left is what the script stated, or the prior.
      return combine(symptom.stated === undefined ? [] : [statedBy(symptom.stated)]);
    }
  };
}

function diagnose(
  symptom: Symptom,
  commands: CommandTable,
  host: Host,
  translated: (text: string) => string | undefined,
): Diagnosis {
  const evidence = openEvidence(symptom, commands, host);
  const spoken: Spoken[] = symptom.stated === undefined ? [] : [statedBy(symptom.stated)];
  const reading = readMessage(wordsSaid(evidence), translated);
  const errno = symptom.errno ?? reading.errno;
  if (errno !== undefined) setErrno(evidence, errno);
  for (const rule of reading.rules) hear(spoken, evidence, rule, 1);
  hearAll(spoken, evidence, firstStage, 1);
  hearStatus(spoken, evidence, commands);
  const subject = lookAround(spoken, evidence, reading);
  addOrigins(evidence, subject);
  hearAll(spoken, evidence, secondStage, 1);
  return combine(spoken);
}

/** What the failing part itself said. Of a command without last words the engine's own sentence, but not what it explains of the status: the rules do that. */
function wordsSaid({ symptom, isCommand }: Evidence): string {
  if (symptom.kind === "AssertionFault") return "";
  if (symptom.stderr !== undefined && symptom.stderr !== "") return symptom.stderr;
  return isCommand
    ? symptom.message.replace(/(?:ended with status \d+|was ended by SIG\w+)(?: \([^)]*\))?/g, "")
    : symptom.message;
}

/** The row of the command's own table first; where it says nothing, what statuses mean to most programs. */
function hearStatus(spoken: Spoken[], evidence: Evidence, commands: CommandTable): void {
  const { symptom, topics } = evidence;
  const status = symptom.status;
  if (status === undefined || status === 0 || symptom.notStarted === true || !evidence.isCommand) return;
  const row = commands.find(evidence.program);
  const meaning = statusText(row, status);
  // The words of the command itself are more exact than its status.
  const scale = topics.size > 0 || isTold(spoken) ? 0.4 : 1;
  if (meaning !== undefined) {
    const weights = weightsOf(meaning, evidence);
    spoken.push({
      rule: { id: `command.${row.name}.${status}`, weights },
      scale,
      says: `${row.name} ended with ${status}: ${meaning.says}`,
    });
    const isExternal = meaning.speaksFor?.[0] === "External" && weights.ExternalFault !== undefined;
    if (isExternal && row.network === true && scale === 1) topics.add("peer");
  } else if (symptom.signal === undefined && status > 128 && signalNames[status - 128] !== undefined) {
    const rule = signalRules.find((each) => each.when.signal?.includes(signalNames[status - 128] ?? "") === true);
    evidence.values.set("signal", signalNames[status - 128] ?? "");
    if (rule !== undefined) hear(spoken, evidence, rule, 0.9);
  } else {
    for (const rule of statusRules) if (holds(rule.when, evidence)) hear(spoken, evidence, rule, scale);
  }
  const argv = [evidence.program, ...evidence.words.map((word) => word.text)];
  if (topics.size === 0 && row.answers !== "any" && isAnswer(row, status, argv)) topics.add("unexpected-answer");
}

// 128+n as shells report it, where a program has no meaning of its own for the number.
const signalNames: Readonly<Record<number, string>> = {
  1: "SIGHUP",
  2: "SIGINT",
  3: "SIGQUIT",
  4: "SIGILL",
  5: "SIGTRAP",
  6: "SIGABRT",
  7: "SIGBUS",
  8: "SIGFPE",
  9: "SIGKILL",
  11: "SIGSEGV",
  13: "SIGPIPE",
  14: "SIGALRM",
  15: "SIGTERM",
  24: "SIGXCPU",
  25: "SIGXFSZ",
  31: "SIGSYS",
};

const partyWeights = [1.7, 1, 0.8, 0.6];

function weightsOf(meaning: StatusMeaning, evidence: Evidence): Weights {
  const weights: Partial<Record<FaultClass, number>> = {};
  for (const [index, party] of (meaning.speaksFor ?? []).entries()) {
    // A program that can speak to other machines, but did not, cannot have met one that failed.
    if (party === "External" && evidence.program === "rsync" && peerless(evidence)) continue;
    weights[`${party}Fault`] = partyWeights[index] ?? 0.6;
  }
  return weights;
}

function peerless(evidence: Evidence): boolean {
  return evidence.words.every((word) => !/^[^/-][^/]*:|^[a-z]+:\/\//.test(word.text));
}

/** Finds the failing argument, and looks at what it names. */
function lookAround(spoken: Spoken[], evidence: Evidence, reading: MessageReading): FaultArgument | undefined {
  const { symptom, topics, facts, words, look } = evidence;
  const paths = pathsAmong(words, !evidence.isCommand);
  let subject = namedIn(reading.line, words);
  const isSilent = topics.size === 0 || (topics.size === 1 && topics.has("unexpected-answer"));
  if (evidence.isCommand && isSilent && !isTold(spoken)) {
    const found = inferFromPaths(evidence.program, paths, look);
    if (found === undefined) {
      topics.add("no-clue");
      if (readsContent(evidence.program, paths, look)) facts.add("reads-content");
    } else {
      topics.delete("unexpected-answer");
      subject = found.argument;
      setErrno(evidence, found.errno);
      // A guess, so its rules count a little less than an error number that was seen.
      for (const rule of errnoRules) if (holds(rule.when, evidence)) hear(spoken, evidence, rule, 0.8);
    }
  }
  if (
    topics.has("peer") ||
    topics.has("name-lookup") ||
    topics.has("timeout") ||
    evidence.network ||
    symptom.kind === "TimeoutFault"
  ) {
    const named = addPeers(evidence, `${symptom.stderr ?? ""}\n${symptom.message}`);
    if (topics.has("peer") || topics.has("name-lookup")) subject = named ?? subject;
  }
  if (topics.has("timeout") || topics.has("exhausted") || topics.has("no-clue")) addHostState(evidence);
  if (
    topics.has("timeout") &&
    /^(?:sleep|System\.sleep|wait|inotifywait|tail)$/.test(evidence.program) &&
    !facts.has("remote-peer")
  ) {
    facts.add("only-waits");
  }
  if (facts.has("not-started")) {
    if (symptom.api.includes("/")) addPath(evidence, symptom.api, look(symptom.api));
    return symptom.arguments.find(isProgram);
  }
  subject ??= chosen(evidence, paths);
  const path = paths.find((each) => each.argument === subject)?.path;
  // Words of a command that spoke to another machine are names over there.
  const isHere = !facts.has("remote-operand") && (!facts.has("remote-peer") || path?.includes("/") === true);
  if (path !== undefined && isHere && aboutPaths.some((topic) => topics.has(topic)))
    addPath(evidence, path, look(path));
  return subject;
}

function isTold(spoken: readonly Spoken[]): boolean {
  return spoken.some(({ rule }) => /^(?:signal|message)\./.test(rule.id));
}

const aboutPaths = ["absent", "in-the-way", "refused", "exhausted", "broken", "not-executable"] as const;

/** Where no message names it: the path that is wrong when looked at, else the one from outside, else the last or first. */
function chosen(evidence: Evidence, paths: ReturnType<typeof pathsAmong>): FaultArgument | undefined {
  const { topics } = evidence;
  for (const { path, argument } of paths) {
    const look = evidence.look(path);
    if (look === undefined || look.remote) continue;
    if (topics.has("absent") && !look.exists && !look.hidden) return argument;
    if (topics.has("refused") && (look.hidden || !look.writable)) return argument;
    if (topics.has("in-the-way") && look.exists) return argument;
  }
  if (topics.has("exhausted") || topics.has("broken")) return paths.at(-1)?.argument;
  return evidence.isCommand ? undefined : paths[0]?.argument;
}

function statedBy(stated: FaultClass): Spoken {
  return { rule: { id: "script.stated", weights: { [stated]: 8 } }, scale: 1, says: "the script says so itself" };
}

function hearAll(spoken: Spoken[], evidence: Evidence, rules: readonly Rule[], scale: number): void {
  for (const rule of rules) if (holds(rule.when, evidence)) hear(spoken, evidence, rule, scale);
}

function hear(spoken: Spoken[], evidence: Evidence, rule: Omit<Rule, "when">, scale: number): void {
  if (rule.topic !== undefined) evidence.topics.add(rule.topic);
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => evidence.values.get(name) ?? "it");
  const advice =
    rule.advice && Object.fromEntries(Object.entries(rule.advice).map(([name, text]) => [name, fill(text)]));
  const heard = { rule, scale, says: fill(rule.says) };
  spoken.push(advice === undefined ? heard : { ...heard, advice });
}

function holds(when: Condition, { symptom, errno, topics, facts }: Evidence): boolean {
  if (when.kind !== undefined && !when.kind.includes(symptom.kind)) return false;
  if (when.errno !== undefined && (errno === undefined || !when.errno.includes(errno))) return false;
  if (when.signal !== undefined && (symptom.signal === undefined || !when.signal.includes(symptom.signal)))
    return false;
  if (when.status !== undefined && (symptom.status === undefined || !when.status.includes(symptom.status)))
    return false;
  if (when.topic !== undefined && !when.topic.some((topic) => topics.has(topic))) return false;
  if (when.facts?.every((fact) => facts.has(fact)) === false) return false;
  return when.without?.some((fact) => facts.has(fact)) !== true;
}
