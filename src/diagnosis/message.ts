/** Reads a command's last words: which of its lines tells the cause, and what that line says. */

import { type ErrnoEntry, errnoTable } from "../records/index.ts";
import { type Line, linesOf } from "./lines.ts";
import { errnoOfTexts } from "./locale.ts";
import type { MessageRule } from "./rule.ts";
import { messageRules } from "./rules/index.ts";
import { holdsPhrase, mayHold, type Phrase, phraseOf, sieveOf } from "./texts.ts";

export interface MessageReading {
  readonly errno?: string;
  /** Rules with weights of their own, each once. */
  readonly rules: readonly MessageRule[];
  /** The line that said it. */
  readonly line: string;
}

/** Who spoke. */
export interface Speaker {
  /** The program's name, without its folder. */
  readonly program: string;
  /** Whether it may speak with other programs' words: a shell, a script, a program that nobody knows. */
  readonly isOpen: boolean;
  /** Whether the words are the engine's own sentence: texts that are only likely to mean something say nothing then. */
  readonly isOwn?: boolean;
}

/** A rule with its texts made ready. */
interface Ready {
  readonly rule: MessageRule;
  readonly phrases: readonly Phrase[];
}

/** What one line says. */
interface Saying {
  readonly line: Line;
  readonly rank: number;
  readonly rule?: MessageRule;
  readonly errno?: string;
}

const longest = 4096;
/** What a row counts for among the sayings of a tail; of equals the last line counts. */
const ranks = { own: 9, ofProgram: 4, statement: 3, ofOther: 2.6, errno: 2.5, weak: 1, summary: 0.2 } as const;
/** What another program's row must fit of a line to count ahead of an error number. */
const longEnough = 18;
/** Meanings that name a cause, and meanings that only say where it failed: of two rows on one line the first counts. */
const precise =
  /^means\.(?:name-lookup|name-servers|expired|early|other-name|untrusted|clock|login|killed|library|interpreter|command-missing|root|their-disk|lock)$/;
const vague = /^means\.(?:peer|absent|absent-there|absent-here|usage|state|value|nothing|data)$/;
const lowered = { error: 0, warning: 1.5, note: 2.6 } as const;

/** A reader of last words. */
export type MessageReader = (message: string, speaker: Speaker) => MessageReading;

/** Programs whose error output is that of the programs that they run. */
const carriers = new Set(
  "sh bash dash zsh ksh ash fish busybox ssh sudo su doas make gmake ninja env xargs find parallel timeout nohup docker podman kubectl nsenter chroot unshare flock watch script python python3 perl ruby node php java tclsh expect npm npx yarn tox cron systemd-run ansible ansible-playbook mvn gradle ant cmake cargo go".split(
    " ",
  ),
);

/** Whether a program may speak with other programs' words. */
export function isCarrier(program: string): boolean {
  return carriers.has(program);
}

/** Makes a reader with the shipped rows and a user's own, which count ahead of them. */
export function createReader(
  translated: (line: string) => string | undefined,
  own: readonly MessageRule[] = [],
): MessageReader {
  let ready: readonly Ready[] | undefined;
  const owned = new Set(own);
  return (message, speaker) => {
    ready ??= [...own, ...messageRules()].map((rule) => ({ rule, phrases: (rule.texts ?? []).map(phraseOf) }));
    return readMessage(message, speaker, ready, owned, translated);
  };
}

function readMessage(
  message: string,
  speaker: Speaker,
  all: readonly Ready[],
  own: ReadonlySet<MessageRule>,
  translated: (line: string) => string | undefined,
): MessageReading {
  const { lines, isHelp } = linesOf(message.slice(-longest));
  const sieve = sieveOf(lines.map((line) => line.lower).join("\n"));
  const candidates = all.flatMap(({ rule, phrases }): readonly Ready[] => {
    const near = phrases.filter((phrase) => mayHold(sieve, phrase));
    return near.length > 0 || rule.pattern !== undefined ? [{ rule, phrases: near }] : [];
  });
  let best: Saying | undefined;
  const beside = new Set<MessageRule>();
  for (const line of lines) {
    const heard = candidates.flatMap((each) => matchOf(each, line, speaker));
    for (const { rule } of heard) if (rule.strength === "beside") beside.add(rule);
    const saying = sayingOf(line, heard, own, translated);
    if (saying !== undefined && saying.rank >= (best?.rank ?? Number.NEGATIVE_INFINITY)) best = saying;
  }
  if (isHelp && (best?.rank ?? 0) < ranks.errno) {
    const help = all.find(({ rule }) => rule.id === "message.usage-shown")?.rule;
    if (help !== undefined) best = { line: best?.line ?? { text: "", lower: "" }, rank: ranks.weak, rule: help };
  }
  const rules = [...(best?.rule === undefined ? [] : [best.rule]), ...beside];
  const line = best?.line.text ?? lines.at(-1)?.text ?? "";
  return best?.errno === undefined ? { rules, line } : { errno: best.errno, rules, line };
}

/** A row that fits a line, how much of the line it fits, and how far it counts. */
interface Match {
  readonly rule: MessageRule;
  readonly length: number;
  readonly rank: number;
}

function matchOf({ rule, phrases }: Ready, line: Line, speaker: Speaker): readonly Match[] {
  const isSaidBy =
    rule.for === undefined ||
    rule.for.includes(speaker.program) ||
    (line.speaker !== undefined && rule.for.includes(line.speaker));
  if (!isSaidBy && !speaker.isOpen) return [];
  if (speaker.isOwn === true && rule.strength === "weak") return [];
  let length = 0;
  for (const phrase of phrases) if (phrase.length > length && holdsPhrase(line.lower, phrase)) length = phrase.length;
  if (length === 0 && rule.pattern !== undefined) length = rule.pattern.exec(line.lower)?.[0].length ?? 0;
  return length === 0 ? [] : [{ rule, length, rank: rankOf(rule, isSaidBy, length) }];
}

function rankOf({ strength, for: programs, errno, key = "" }: MessageRule, isSaidBy: boolean, length: number): number {
  if (strength === "weak" || strength === "summary") return ranks[strength];
  const shift = precise.test(key) ? 0.2 : vague.test(key) ? -0.2 : 0;
  if (programs === undefined) return errno === undefined ? ranks.statement + shift : ranks.errno;
  if (isSaidBy) return ranks.ofProgram + shift;
  return length < longEnough ? ranks.weak : ranks.ofOther;
}

/** What a line says: of the rows that fit it the one of the program itself, then the one that fits most of it, then its error number. */
function sayingOf(
  line: Line,
  heard: readonly Match[],
  own: ReadonlySet<MessageRule>,
  translated: (line: string) => string | undefined,
): Saying | undefined {
  const less = line.level === undefined ? 0 : lowered[line.level];
  const found = heard
    .filter(({ rule }) => rule.strength !== "beside")
    .map((match) => (own.has(match.rule) ? { ...match, rank: ranks.own } : match))
    .toSorted((a, b) => b.rank - a.rank || b.length - a.length)[0];
  const errno = found === undefined || found.rank < ranks.errno ? errnoIn(line, translated) : undefined;
  if (errno !== undefined) return { line, rank: ranks.errno - less, errno };
  if (found === undefined) return undefined;
  const rank = found.rank - less;
  if (found.rule.errno !== undefined) return { line, rank, errno: found.rule.errno };
  return { line, rank, rule: found.rule };
}

// "Success" and texts of one common word would be found in any sentence; longer texts first, as some hold others.
const texts: readonly (readonly [text: string, name: string])[] = errnoTable
  .filter((entry: ErrnoEntry) => entry.text.includes(" ") && entry.name !== "EFAULT")
  .map((entry) => [entry.text.toLowerCase(), entry.name] as const)
  .toSorted((a, b) => b[0].length - a[0].length);

function errnoIn({ text, lower }: Line, translated: (line: string) => string | undefined): string | undefined {
  for (const [each, name] of texts) if (lower.includes(each)) return name;
  for (const [name] of text.matchAll(/\bE[A-Z][A-Z0-9]{2,14}\b/g))
    if (errnoTable.some((entry) => entry.name === name)) return name;
  return errnoOfTexts(lower) ?? translated(text);
}
