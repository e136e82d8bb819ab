/** Reads a command's last words: which of its lines tells the cause, and what that line says. */

import { type ErrnoEntry, errnoTable } from "../records/index.ts";
import { type Line, linesOf } from "./lines.ts";
import { otherErrnos } from "./locale.ts";
import { isOfTls, means } from "./means.ts";
import type { MessageRule } from "./rule.ts";
import { messageRules } from "./rules/index.ts";
import { keyOf } from "./rules/messages/meanings.ts";
import { type Entry, entriesIn, holdsPhrase, indexOf, type PhraseIndex, phraseOf } from "./texts.ts";

export interface MessageReading {
  readonly errno?: string;
  /** The error number that the telling line holds, also where a rule says more of that line: what a failed call is found by. */
  readonly told?: string;
  /** Rules with weights of their own, each once. */
  readonly rules: readonly MessageRule[];
  /** The line that said it. */
  readonly line: string;
}

/** Who spoke. */
export interface Speaker {
  /** The program's name, without its folder. */
  readonly program: string;
  /** The program that runs it, where there is one, which speaks on the same output: `sudo`. */
  readonly outer?: string;
  /** Whether it may speak with other programs' words: a shell, a script, a program that nobody knows. */
  readonly isOpen: boolean;
  /** Whether the words are the engine's own sentence: texts that are only likely to mean something say nothing then. */
  readonly isOwn?: boolean;
  /** The status with which it ended. */
  readonly status?: number | undefined;
}

/** A reader of last words. */
export type MessageReader = (message: string, speaker: Speaker) => MessageReading;

/** Rows made ready: their texts in an index, and their patterns such that all lines are tried at once. */
interface Table {
  readonly own: ReadonlySet<MessageRule>;
  readonly texts: PhraseIndex<MessageRule>;
  readonly patterns: readonly { readonly rule: MessageRule; readonly anywhere: RegExp }[];
  readonly errnos: PhraseIndex<string>;
  /** Programs that have rows of their own. */
  readonly speakers: ReadonlySet<string>;
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
  return errnoTable
    .filter((entry: ErrnoEntry) => entry.text.includes(" ") && entry.name !== "EFAULT")
    .map((entry) => ({ phrase: phraseOf(entry.text), value: entry.name }));
}

const longest = 4096;
/** What a row counts for among the sayings of a tail; of equals the last line counts. */
const ranks = { own: 9, ofProgram: 4, statement: 3, ofOther: 2.6, errno: 2.5, weak: 1, summary: 0.2 } as const;
/** What another program's row must fit of a line to count ahead of an error number. */
const longEnough = 18;
/** Meanings that name a cause, and meanings that only say where it failed: of two rows on one line the first counts. */
const precise =
  /^means\.(?:name-lookup|name-servers|expired|early|other-name|untrusted|clock|login|killed|library|interpreter|command-missing|no-rule|root|rights|server-full|their-disk|lock)$/;
const vague = /^means\.(?:absent|absent-there|absent-here|usage|state|nothing)$/;
/** Python looked for a variable of the environment as for any key, but in its own module (os.py). */
const isOfEnvironment =
  /File "(?:<frozen os>|[^"\n]{0,200}\/os\.py)", line \d+, in __getitem__\n[\s\S]{0,400}KeyError: '/;
/** Rows of causes whose consequences the same program tells behind them: sudo without its rules lets nobody do anything. */
const causes = /^message\.(?:sudo-broken|java-main)$/;
/** What only a host can cause: a file that is missing afterwards is a consequence of it, never its cause. */
const grave = /^(?:ENOSPC|EROFS|EIO|EDQUOT|ENOMEM|EMFILE|ENFILE|ESTALE|EUCLEAN)$/;
const graver = 0.15;
const lowered = { error: 0, warning: 1.5, note: 2.6 } as const;

/** What one line says. */
interface Saying {
  readonly line: Line;
  readonly rank: number;
  readonly rule?: MessageRule;
  readonly errno?: string;
  readonly told?: string;
}

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

/** A row that fits a line, how much of the line it fits, and how far it counts. */
interface Match {
  readonly rule: MessageRule;
  readonly length: number;
  readonly rank: number;
}

function matchesOf(
  line: Line,
  speaker: Speaker,
  texts: readonly Entry<MessageRule>[],
  patterns: readonly MessageRule[],
  { own, speakers }: Table,
): readonly Match[] {
  const lengths = new Map<MessageRule, number>();
  for (const { phrase, value: rule } of texts)
    if (phrase.length > (lengths.get(rule) ?? 0) && holdsPhrase(line.lower, phrase)) lengths.set(rule, phrase.length);
  for (const rule of patterns) {
    const length = rule.pattern?.exec(line.lower)?.[0].length ?? 0;
    if (length > (lengths.get(rule) ?? 0)) lengths.set(rule, length);
  }
  // What a program says that is known is none of the words of another one.
  const isOpen = speaker.isOpen && (line.speaker === undefined || !speakers.has(line.speaker));
  return [...lengths].flatMap(([rule, length]) => {
    const isSaidBy = isFor(rule, speaker, line);
    if ((!isSaidBy && !isOpen) || !hasStatus(rule, speaker)) return [];
    if (speaker.isOwn === true && rule.strength === "weak") return [];
    return [{ rule, length, rank: own.has(rule) && isSaidBy ? ranks.own : rankOf(rule, isSaidBy, length) }];
  });
}

function hasStatus({ status }: MessageRule, speaker: Speaker): boolean {
  return status === undefined || (speaker.status !== undefined && status.includes(speaker.status));
}

function isFor({ for: programs }: MessageRule, { program, outer = program }: Speaker, { speaker }: Line): boolean {
  return (
    programs === undefined ||
    programs.includes(program) ||
    programs.includes(outer) ||
    (speaker !== undefined && programs.includes(speaker))
  );
}

function rankOf(
  { id, strength, for: programs, errno, key = "" }: MessageRule,
  isSaidBy: boolean,
  length: number,
): number {
  if (strength === "weak" || strength === "summary") return ranks[strength];
  // Who may not do it is often told that he cannot have the lock either.
  const shift = causes.test(id)
    ? 0.3
    : key === keyOf("root")
      ? 0.25
      : precise.test(key)
        ? 0.2
        : vague.test(key)
          ? -0.2
          : 0;
  // What the system's loader says ahead of a program is no word of the program's own.
  if (programs === undefined && key === keyOf("library")) return ranks.ofProgram + 0.5;
  if (programs === undefined) return errno === undefined ? ranks.statement + shift : rankOfErrno(errno);
  if (isSaidBy) return ranks.ofProgram + shift;
  return length < longEnough ? ranks.weak : ranks.ofOther;
}

function rankOfErrno(errno: string): number {
  return ranks.errno + (grave.test(errno) ? graver : 0);
}

/** What a line says: of the rows that fit it the one of the program itself, then the one that fits most of it, then its error number. */
function sayingOf(
  line: Line,
  heard: readonly Match[],
  errnoOf: (line: Line) => string | undefined,
): Saying | undefined {
  const less = line.level === undefined ? 0 : lowered[line.level];
  const found = heard
    .filter(({ rule }) => rule.strength !== "beside")
    .toSorted((a, b) => b.rank - a.rank || b.length - a.length)[0];
  const errno = found === undefined || found.rank < ranks.errno ? errnoOf(line) : undefined;
  if (errno !== undefined) return { line, rank: rankOfErrno(errno) - less, errno };
  if (found === undefined) return undefined;
  const rank = found.rank - less;
  if (found.rule.errno !== undefined) return { line, rank, errno: found.rule.errno };
  const told = errnoOf(line) ?? heard.find(({ rule }) => rule.errno !== undefined)?.rule.errno;
  return told === undefined ? { line, rank, rule: found.rule } : { line, rank, rule: found.rule, told };
}

function errnoIn(
  { text, lower }: Line,
  errnos: readonly Entry<string>[],
  translated: (line: string) => string | undefined,
): string | undefined {
  const found = errnos.find(({ phrase }) => holdsPhrase(lower, phrase));
  if (found !== undefined) return found.value;
  for (const [name] of text.matchAll(/\bE[A-Z][A-Z0-9]{2,14}\b/g))
    if (errnoTable.some((entry) => entry.name === name)) return name;
  return translated(text);
}
