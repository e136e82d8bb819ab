/** Reads a command's last words: which of its lines tells the cause, and what that line says. */

import { type ErrnoEntry, errnoTable } from "../records/index.ts";
import { type Line, linesOf } from "./lines.ts";
import { otherErrnos } from "./locale.ts";
import { isOfTls, means } from "./means.ts";
import type { MessageRule } from "./rule.ts";
import { messageRules } from "./rules/index.ts";
import { errnoIn, hasStatus, matchesOf, type Owners, ranks, type Saying, type Speaker, sayingOf } from "./sayings.ts";
import { type Entry, entriesIn, indexOf, type PhraseIndex, phraseOf } from "./texts.ts";

export interface MessageReading {
  readonly errno?: string;
  /** The error number that the telling line holds, also where a rule says more of that line: what a failed call is found by. */
  readonly told?: string;
  /** Rules with weights of their own, each once. */
  readonly rules: readonly MessageRule[];
  /** The line that said it. */
  readonly line: string;
}

/** A reader of last words. */
export type MessageReader = (message: string, speaker: Speaker) => MessageReading;

/** Rows made ready: their texts in an index, and their patterns such that all lines are tried at once. */
interface Table extends Owners {
  readonly texts: PhraseIndex<MessageRule>;
  readonly patterns: readonly { readonly rule: MessageRule; readonly anywhere: RegExp }[];
  readonly errnos: PhraseIndex<string>;
  readonly byId: (id: string) => MessageRule | undefined;
}

/** Makes a reader with the shipped rows and a user's own, which count ahead of them. */
export function createReader(
  translated: (line: string) => string | undefined,
  own: readonly MessageRule[] = [],
): MessageReader {
  let table: Table | undefined;
  return (message, speaker) => {
    table ??= tableOf(own);
    return readMessage(message, speaker, table, translated);
  };
}

function tableOf(own: readonly MessageRule[]): Table {
  const all = [...own, ...messageRules()];
  return {
    own: new Set(own),
    texts: indexOf(all.flatMap((rule) => (rule.texts ?? []).map((text) => ({ phrase: phraseOf(text), value: rule })))),
    patterns: all.flatMap((rule) =>
      rule.pattern === undefined ? [] : [{ rule, anywhere: new RegExp(rule.pattern, `${rule.pattern.flags}m`) }],
    ),
    errnos: indexOf([...englishErrnos(), ...otherErrnos()]),
    speakers: new Set(all.flatMap((rule) => rule.for ?? [])),
    byId: (id) => all.find((rule) => rule.id === id),
  };
}

// "Success" and texts of one common word would be found in any sentence.
function englishErrnos(): readonly Entry<string>[] {
  return errnoTable()
    .filter((entry: ErrnoEntry) => entry.text.includes(" ") && entry.name !== "EFAULT")
    .map((entry) => ({ phrase: phraseOf(entry.text), value: entry.name }));
}

const longest = 4096;
/** Python looked for a variable of the environment as for any key, but in its own module (os.py). */
const isOfEnvironment =
  /File "(?:<frozen os>|[^"\n]{0,200}\/os\.py)", line \d+, in __getitem__\n[\s\S]{0,400}KeyError: '/;
function readMessage(
  message: string,
  speaker: Speaker,
  table: Table,
  translated: (line: string) => string | undefined,
): MessageReading {
  const { lines, isHelp, isStack } = linesOf(message.slice(-longest));
  const whole = lines.map((line) => line.lower).join("\n");
  const texts = entriesIn(table.texts, whole);
  const patterns = table.patterns.filter(({ anywhere }) => anywhere.test(whole)).map(({ rule }) => rule);
  const errnos = entriesIn(table.errnos, whole).toSorted((a, b) => b.phrase.length - a.phrase.length);
  let best: Saying | undefined;
  let agreement: Saying | undefined;
  const beside = new Set<MessageRule>();
  for (const line of apart(lines)) {
    const heard = matchesOf(line, speaker, texts, patterns, table);
    for (const { rule } of heard) if (rule.strength === "beside") beside.add(rule);
    const saying = sayingOf(line, heard, (each) => errnoIn(each, errnos, translated));
    if (saying !== undefined && saying.rank >= (best?.rank ?? Number.NEGATIVE_INFINITY)) best = saying;
    if (saying?.rule !== undefined && isOfTls([saying.rule])) agreement = saying;
  }
  // That a thing is not there is what a program made of a server with which it could not even speak.
  if (agreement !== undefined && best?.rule !== undefined && means([best.rule], "absentThere")) best = agreement;
  const known = [...table.own].find((rule) => isByStatus(rule, speaker));
  if (known !== undefined && (best?.rank ?? 0) < ranks.own) best = instead(best, known, ranks.own);
  if (isHelp && (best?.rank ?? 0) < ranks.errno) best = instead(best, table.byId("message.usage-shown"), ranks.weak);
  // The head of a long stack is cut off, with what was thrown: most often too many calls of itself.
  if (isStack && best === undefined) best = instead(best, table.byId("message.stack"), ranks.weak);
  const unrun = speaker.isOpen ? unrunBy(speaker.status, best?.errno, message) : undefined;
  if (isOfEnvironment.test(message)) best = instead(best, table.byId("message.unbound"), ranks.statement);
  if (unrun !== undefined) best = instead(best, table.byId(unrun), ranks.statement);
  const rules = [...(best?.rule === undefined ? [] : [best.rule]), ...beside];
  const line = best?.line.text ?? lines.at(-1)?.text ?? "";
  const told = best?.told ?? best?.errno;
  return {
    rules,
    line,
    ...(best?.errno === undefined ? {} : { errno: best.errno }),
    ...(told === undefined ? {} : { told }),
  };
}

/** Lines that differ; of those that are the same the last one. */
function apart(lines: readonly Line[]): readonly Line[] {
  const found = new Map<string, Line>();
  for (const line of lines) {
    found.delete(line.lower);
    found.set(line.lower, line);
  }
  return [...found.values()];
}

function instead(best: Saying | undefined, rule: MessageRule | undefined, rank: number): Saying | undefined {
  return rule === undefined ? best : { line: best?.line ?? { text: "", lower: "" }, rank, rule };
}

/** Whether a row is heard by the status alone. */
function isByStatus(rule: MessageRule, speaker: Speaker): boolean {
  if (rule.status === undefined || rule.texts !== undefined || rule.pattern !== undefined) return false;
  return hasStatus(rule, speaker) && rule.for?.includes(speaker.program) === true;
}

/** A shell's status tells whether an error number is about a program that it should run, or about a file (POSIX 2.8.2). */
function unrunBy(status: number | undefined, errno: string | undefined, message: string): string | undefined {
  // Python says the same of a program as of a file, but for the function that was to run it (subprocess.py).
  if (/, in _execute_child$/m.test(message)) {
    if (errno === "ENOENT") return "message.not-run";
    if (errno === "EACCES") return "message.not-executable";
  }
  if (status === 126 && (errno === "EACCES" || errno === "EPERM")) return "message.not-executable";
  return status === 127 && errno === "ENOENT" ? "message.not-run" : undefined;
}
