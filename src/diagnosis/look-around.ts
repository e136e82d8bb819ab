/** Finds the failing argument, and looks at what it names: paths, peers, and how this host is doing. */

import { dirname } from "node:path";
import type { CommandTable } from "../commands/index.ts";
import type { FaultArgument } from "../records/index.ts";
import { addAuthorities, addCertificateFacts, isUntrusted } from "./certificates.ts";
import type { Spoken } from "./combine.ts";
import { foundElsewhere } from "./elsewhere.ts";
import { addHostState, addNameFacts, addPath, type Evidence, shown } from "./evidence.ts";
import { addPeers } from "./found-peers.ts";
import { isTold } from "./hear.ts";
import { isFull } from "./infer.ts";
import { isFromVariable, ownPath, quotedIn } from "./known-by-itself.ts";
import { isOfTls, means } from "./means.ts";
import type { MessageReading } from "./message.ts";
import { holdsProgram, missingProgram } from "./named-program.ts";
import { peersInFiles } from "./peers-in-files.ts";
import { hearSilent } from "./silent.ts";
import { isProgram, namedIn, type PathWord, pathsAmong, wordsOf } from "./subject.ts";
import { originFacts } from "./whence.ts";

/** Adds facts to the evidence, and rules that speak on what a silent command met; the failing argument, where one is known. */
export function lookAround(
  spoken: Spoken[],
  evidence: Evidence,
  reading: MessageReading,
  commands: CommandTable,
): FaultArgument | undefined {
  const { symptom, topics, facts, words, look } = evidence;
  const paths = pathsAmong(evidence);
  // A URL that is told beside a file is not what the system could not open.
  const tried = symptom.kind === "IOFault" ? words.filter(({ text }) => !text.includes("://")) : words;
  // What a wrapper says of its own words (`nice -n low …`) is about none of those of the program that it runs.
  const spokenOf = namedIn(reading.line, tried) ?? (evidence.inner && namedIn(reading.line, wordsOf(symptom)));
  let subject = optionValue(evidence, spokenOf, reading.line);
  const isSilent = topics.size === 0 || (topics.size === 1 && topics.has("unexpected-answer"));
  if (evidence.isCommand && isSilent && reading.errno === undefined && !isTold(spoken)) {
    subject = hearSilent(spoken, evidence, paths, reading.line, subject);
  }
  if (
    topics.has("peer") ||
    topics.has("name-lookup") ||
    topics.has("page") ||
    topics.has("timeout") ||
    isOfTls(reading.rules) ||
    evidence.network ||
    symptom.kind === "TimeoutFault"
  ) {
    // What a script or a list holds that it was given is asked where a connection went wrong, and not wherever it names a host.
    const inFiles = topics.has("peer") || topics.has("name-lookup") ? peersInFiles(evidence) : [];
    addCertificateFacts(evidence, reading, inFiles);
    if (isUntrusted(evidence, reading)) {
      addAuthorities(evidence);
      if (!evidence.host.hasAuthorities()) facts.add("no-authorities");
    }
    const isUnanswered = means(reading.rules, "nameServers") || symptom.status === 9;
    const named = addPeers(evidence, `${symptom.stderr ?? ""}\n${symptom.message}`, isUnanswered, inFiles);
    // What a server does not have is told in quotes, beside its own name.
    const missing = topics.has("page")
      ? words.find((word) => word !== named && quotedIn(reading.line).includes(word.text))
      : undefined;
    if (topics.has("page") && missing === undefined && isFromVariable(evidence, reading.line)) return undefined;
    if (topics.has("peer") || topics.has("name-lookup") || topics.has("page")) subject = missing ?? named ?? subject;
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
  if (subject === undefined && isFromVariable(evidence, reading.line)) return undefined;
  if (topics.has("missing-command")) {
    const name = missingProgram(reading.line);
    const holder = name === undefined ? undefined : words.find(({ text }) => holdsProgram(text, name));
    if (name !== undefined && holder !== undefined) {
      addNameFacts(evidence, name, commands);
      return holder;
    }
    if (name !== undefined && evidence.inner === undefined && evidence.host.variableWith(name) !== undefined) {
      facts.add("unsaid");
      facts.add("from-environment");
      return undefined;
    }
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
  const ownLine = topics.has("configuration") ? (symptom.stderr ?? "") : "";
  const own = subject === undefined ? (ownPath(evidence, reading.line) ?? ownPath(evidence, ownLine)) : undefined;
  if (own !== undefined) {
    facts.add(own);
    return undefined;
  }
  subject ??= chosen(evidence, paths);
  const isTarget = subject !== undefined && symptom.redirects?.includes(subject) === true;
  const path = isTarget ? subject?.text : paths.find((each) => each.argument === subject)?.path;
  const local = facts.has("remote-operand") ? troubledHere(evidence, paths, subject) : undefined;
  if (local !== undefined) {
    facts.delete("remote-operand");
    addPath(evidence, local.path, look(local.path));
    return local.argument;
  }
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

/** Of a copy between two machines: the path on this one where a look at it shows what went wrong; the one that the message names, or any. */
function troubledHere(
  { topics, look, host }: Evidence,
  paths: readonly PathWord[],
  subject: FaultArgument | undefined,
): PathWord | undefined {
  const here = paths.filter(
    ({ path, argument }) =>
      !/^(?:[^/]*:|\w+:\/\/)/.test(path) &&
      (path.includes("/") || argument === subject) &&
      (subject === undefined || argument === subject),
  );
  return here.find(({ path }) => {
    const found = look(path);
    if (found === undefined || found.remote) return false;
    if (topics.has("exhausted")) return isFull(found);
    if (topics.has("broken")) return found.readOnlyMount;
    if (topics.has("refused"))
      return host.uid !== 0 && (found.hidden || !(found.exists ? found.readable : found.writable));
    // What is copied to here need not be there, but its folder must.
    const isMade = path === paths.at(-1)?.path;
    return topics.has("absent") && (isMade ? look(dirname(path))?.exists === false : !found.exists);
  });
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
