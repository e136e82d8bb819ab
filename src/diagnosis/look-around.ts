/** Finds the failing argument, and looks at what it names: paths, peers, and how this host is doing. */

import type { FaultArgument } from "../records/index.ts";
import type { Spoken } from "./combine.ts";
import { foundElsewhere } from "./elsewhere.ts";
import { addHostState, addPath, addPeers, type Evidence, originFacts, setErrno, shown } from "./evidence.ts";
import { hear, holds, isTold } from "./hear.ts";
import { inferFromPaths, inferFromRedirects, readsContent, wantsRoot } from "./infer.ts";
import type { MessageReading } from "./message.ts";
import { errnoRules } from "./rules/index.ts";
import { isProgram, namedIn, type PathWord, pathsAmong } from "./subject.ts";

/** Adds facts to the evidence, and rules that speak on what a silent command met; the failing argument, where one is known. */
export function lookAround(spoken: Spoken[], evidence: Evidence, reading: MessageReading): FaultArgument | undefined {
  const { symptom, topics, facts, words, look } = evidence;
  const paths = pathsAmong(evidence);
  let subject = optionValue(evidence, namedIn(reading.line, words), reading.line);
  const isSilent = topics.size === 0 || (topics.size === 1 && topics.has("unexpected-answer"));
  if (evidence.isCommand && isSilent && !isTold(spoken)) {
    subject = hearPaths(spoken, evidence, paths) ?? subject;
  }
  if (
    topics.has("peer") ||
    topics.has("name-lookup") ||
    topics.has("page") ||
    topics.has("timeout") ||
    evidence.network ||
    symptom.kind === "TimeoutFault"
  ) {
    const named = addPeers(evidence, `${symptom.stderr ?? ""}\n${symptom.message}`);
    if (topics.has("peer") || topics.has("name-lookup") || topics.has("page")) subject = named ?? subject;
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
  if (evidence.inner !== undefined && (topics.has("missing-command") || topics.has("not-executable")))
    return evidence.inner;
  const elsewhere = subject === undefined ? foundElsewhere(evidence, reading.line) : undefined;
  if (elsewhere !== undefined) {
    for (const fact of originFacts(elsewhere.origins, symptom)) facts.add(fact);
    facts.add("from-elsewhere");
    evidence.values.set("subject", shown(elsewhere.text));
    return undefined;
  }
  if (subject === undefined && isOwnPath(evidence, reading.line)) {
    facts.add("own-path");
    return undefined;
  }
  subject ??= chosen(evidence, paths);
  const isTarget = subject !== undefined && symptom.redirects?.includes(subject) === true;
  const path = isTarget ? subject?.text : paths.find((each) => each.argument === subject)?.path;
  // Words of a command that spoke to another machine are names over there.
  const isHere = !facts.has("remote-operand") && (!facts.has("remote-peer") || path?.includes("/") === true);
  if (path !== undefined && isHere && aboutPaths.some((topic) => topics.has(topic)))
    addPath(evidence, path, look(path));
  return subject;
}

/** Of an option that a message names for what is wrong with its value, that value. */
function optionValue(
  { words, isValue }: Evidence,
  subject: FaultArgument | undefined,
  line: string,
): FaultArgument | undefined {
  if (subject?.text.startsWith("-") !== true || /option|argument|unrecogni[sz]ed|unknown|flag/i.test(line))
    return subject;
  const next = words[words.indexOf(subject) + 1];
  return next !== undefined && isValue(next) ? next : subject;
}

/** What the paths of a silent command show. */
function hearPaths(spoken: Spoken[], evidence: Evidence, paths: readonly PathWord[]): FaultArgument | undefined {
  const { topics, facts, program, look } = evidence;
  const found =
    inferFromPaths(program, paths, look, evidence.host.uid) ??
    inferFromRedirects(evidence.symptom.redirects ?? [], look);
  if (found !== undefined) {
    topics.delete("unexpected-answer");
    setErrno(evidence, found.errno);
    // What was seen is more exact than what a status may mean; but it is a guess, and counts less than an error number.
    for (const [at, each] of spoken.entries())
      if (each.rule.id.startsWith("command.")) spoken[at] = { ...each, scale: 0.4 };
    for (const rule of errnoRules) if (holds(rule.when, evidence)) hear(spoken, evidence, rule, 0.8);
    return found.argument;
  }
  topics.add("no-clue");
  if (wantsRoot(program)) facts.add("wants-root");
  const full = evidence.onlyReads ? undefined : paths.find(({ path }) => (look(path)?.free ?? fullBelow) < fullBelow);
  if (full !== undefined) addPath(evidence, full.path, look(full.path));
  else if (readsContent(program, paths, look)) facts.add("reads-content");
  return full?.argument;
}

const fullBelow = 4096;

/** Whether a message is about a path that no word of the command names, nor holds: the program knows it by itself. */
function isOwnPath({ topics, words, isCommand, values }: Evidence, line: string): boolean {
  if (!isCommand || !(topics.has("absent") || topics.has("refused") || topics.has("broken"))) return false;
  const path = /(?:^|[\s'"‘“(:])(\/(?:etc|var|usr|run|lib|opt)\/[^\s'"’”:,;)]+)/.exec(line)?.[1];
  if (path === undefined) return false;
  const name = path.replace(/^.*\//, "");
  const isNamed = words.some(({ text }) => text.includes(name) || path.startsWith(text.replace(/^--?[\w-]+=/, "")));
  if (isNamed) return false;
  values.set("path", path);
  return true;
}

const aboutPaths = ["absent", "in-the-way", "refused", "exhausted", "broken", "not-executable"] as const;

/** Where no message names it: the path that is wrong when looked at, else the one from outside, else the last or first. */
function chosen(evidence: Evidence, paths: readonly PathWord[]): FaultArgument | undefined {
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
