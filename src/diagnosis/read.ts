/** What a failing command read: names and values on its input, and what files hold that the script itself wrote. */

import { type FaultArgument, isOutside, type OriginSet, type Symptom } from "../records/index.ts";
import type { PathLook } from "./host.ts";
import type { Fact, Topic } from "./rule.ts";
import { pathsAmong } from "./subject.ts";

/** What is asked of the evidence. */
interface Reading {
  readonly symptom: Symptom;
  readonly program: string;
  readonly isCommand: boolean;
  readonly words: readonly FaultArgument[];
  readonly isValue: (word: FaultArgument) => boolean;
  readonly topics: ReadonlySet<Topic>;
  readonly facts: ReadonlySet<Fact>;
  readonly look: (path: string) => PathLook | undefined;
}

/** What a program read on its input, as an argument, where that may hold what the failure is about. */
export function namesRead({ symptom, topics, facts, words, program }: Reading): FaultArgument | undefined {
  const { api } = symptom;
  // What a runner of commands hands on to them it reads from its input, or from a file that its own words name.
  const handsOn = /^(?:xargs|parallel)$/.test(api);
  const given = handsOn ? symptom.arguments.find((word) => isOutside(word.origins)) : undefined;
  if (given !== undefined) return given;
  const { input = 0 } = symptom;
  if (input === 0) return undefined;
  const isSaid = topics.has("absent") || topics.has("in-the-way") || topics.has("ill-formed") || facts.has("bad-value");
  // A text that is not well formed is one of its words, unless none can be a text.
  const isText = topics.has("bad-data") && !byOperand.test(program) && !words.some(({ text }) => /\s/.test(text));
  const isRead = isOutside(input) || handsOn || words.every(({ text }) => text.startsWith("-"));
  return isRead && (isSaid || isText)
    ? { name: "input", type: "String", text: "its input", origins: input }
    : undefined;
}

/** Programs that are told what to do by an operand. */
const byOperand = /^(?:jq|yq|[efz]?grep|sed|[gm]?awk|tr|find|expr|test|cut)$/;

/** Where that comes from what it read: the file that failed, or else its input. */
export function originsRead(reading: Reading, subject: FaultArgument | undefined): OriginSet {
  const { symptom, words, isCommand, look } = reading;
  const files = (subject === undefined ? words : [subject]).reduce((sum, { holds = 0 }) => sum | holds, 0);
  const readsFile = isCommand && pathsAmong(reading).some(({ path }) => look(path)?.isDirectory === false);
  return files !== 0 || readsFile ? files : (symptom.input ?? 0);
}
