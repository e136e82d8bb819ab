/** What one line of a command's last words says, and how far that counts. */

import { errnoByName } from "../records/index.ts";
import type { Line } from "./lines.ts";
import type { MessageRule } from "./rule.ts";
import { keyOf } from "./rules/messages/meanings.ts";
import { type Entry, holdsPhrase } from "./texts.ts";

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

/** What one line says. */
export interface Saying {
  readonly line: Line;
  readonly rank: number;
  readonly rule?: MessageRule;
  readonly errno?: string;
  readonly told?: string;
}

/** Whose rows there are. */
export interface Owners {
  /** A user's own. */
  readonly own: ReadonlySet<MessageRule>;
  /** Programs that have rows of their own. */
  readonly speakers: ReadonlySet<string>;
}

/** What a row counts for among the sayings of a tail; of equals the last line counts. */
export const ranks = { own: 9, ofProgram: 4, statement: 3, ofOther: 2.6, errno: 2.5, weak: 1, summary: 0.2 } as const;
/** What another program's row must fit of a line to count ahead of an error number. */
const longEnough = 18;
/** Meanings that name a cause, and meanings that only say where it failed: of two rows on one line the first counts. */
const precise =
  /^means\.(?:name-lookup|name-servers|expired|early|other-name|untrusted|clock|login|killed|library|interpreter|command-missing|no-rule|root|rights|server-full|their-disk|lock)$/;
const vague = /^means\.(?:absent|absent-there|absent-here|usage|state|nothing)$/;
/** Rows of causes whose consequences the same program tells behind them: sudo without its rules lets nobody do anything. */
const causes = /^message\.(?:sudo-broken|java-main)$/;
/** What only a host can cause: a file that is missing afterwards is a consequence of it, never its cause. */
const grave = /^(?:ENOSPC|EROFS|EIO|EDQUOT|ENOMEM|EMFILE|ENFILE|ESTALE|EUCLEAN)$/;
const graver = 0.15;
const lowered = { error: 0, warning: 1.5, note: 2.6 } as const;

/** A row that fits a line, how much of the line it fits, and how far it counts. */
interface Match {
  readonly rule: MessageRule;
  readonly length: number;
  readonly rank: number;
}

export function matchesOf(
  line: Line,
  speaker: Speaker,
  texts: readonly Entry<MessageRule>[],
  patterns: readonly MessageRule[],
  { own, speakers }: Owners,
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

export function hasStatus({ status }: MessageRule, speaker: Speaker): boolean {
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
export function sayingOf(
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

export function errnoIn(
  { text, lower }: Line,
  errnos: readonly Entry<string>[],
  translated: (line: string) => string | undefined,
): string | undefined {
  const found = errnos.find(({ phrase }) => holdsPhrase(lower, phrase));
  if (found !== undefined) return found.value;
  for (const [name] of text.matchAll(/\bE[A-Z][A-Z0-9]{2,14}\b/g)) if (errnoByName(name)?.name === name) return name;
  return translated(text);
}
