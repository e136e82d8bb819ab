/** What a look around shows of a command that failed without a word. */

import type { FaultArgument } from "../records/index.ts";
import { isBadUrl } from "./addresses.ts";
import type { Spoken } from "./combine.ts";
import { addPath, type Evidence, setErrno } from "./evidence.ts";
import { hear, holds } from "./hear.ts";
import { inferFromPaths, inferFromRedirects, isFull, readsContent, wantsRoot } from "./infer.ts";
import { ruleOfWord } from "./refused-word.ts";
import { errnoRules } from "./rules/index.ts";
import type { PathWord } from "./subject.ts";

/** Lets rules speak on what its words show; the failing argument, where one is known. `subject` is what its line names. */
export function hearSilent(
  spoken: Spoken[],
  evidence: Evidence,
  paths: readonly PathWord[],
  line: string,
  subject: FaultArgument | undefined,
): FaultArgument | undefined {
  return hearAddresses(spoken, evidence) ?? hearPaths(spoken, evidence, paths, line, subject) ?? subject;
}

/** A word of a silent command that should be an address, and cannot be one. */
function hearAddresses(spoken: Spoken[], evidence: Evidence): FaultArgument | undefined {
  const found = evidence.network ? evidence.words.find(({ text }) => isBadUrl(text)) : undefined;
  if (found !== undefined) hearGuess(spoken, evidence, "EINVAL");
  return found;
}

/** What the paths of a silent command show. */
function hearPaths(
  spoken: Spoken[],
  evidence: Evidence,
  paths: readonly PathWord[],
  line: string,
  subject: FaultArgument | undefined,
): FaultArgument | undefined {
  const { topics, facts, program, look } = evidence;
  const found =
    inferFromPaths(program, paths, look, evidence.host.uid) ??
    inferFromRedirects(evidence.symptom.redirects ?? [], look);
  if (found !== undefined) {
    hearGuess(spoken, evidence, found.errno);
    return found.argument;
  }
  const refused = subject === undefined ? undefined : ruleOfWord(evidence, line, subject);
  if (refused !== undefined) {
    topics.delete("unexpected-answer");
    hear(spoken, evidence, refused, 0.8);
    return subject;
  }
  topics.add("no-clue");
  if (wantsRoot(program)) facts.add("wants-root");
  const full = evidence.onlyReads ? undefined : paths.find(({ path }) => isFull(look(path)));
  if (full !== undefined) addPath(evidence, full.path, look(full.path));
  else if (readsContent(program, paths, look)) facts.add("reads-content");
  return full?.argument;
}

/** What a look showed is more exact than what a status may mean; but it is a guess, and counts less than an error number. */
function hearGuess(spoken: Spoken[], evidence: Evidence, errno: string): void {
  evidence.topics.delete("unexpected-answer");
  setErrno(evidence, errno);
  for (const [at, each] of spoken.entries())
    if (each.rule.id.startsWith("command.")) spoken[at] = { ...each, scale: 0.4 };
  for (const rule of errnoRules) if (holds(rule.when, evidence)) hear(spoken, evidence, rule, 0.8);
}
