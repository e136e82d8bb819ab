/** The sentences of faults in the engine: `fail System.fopen with ENOSPC at 2nd call`. */

import { librarySignatures, readDuration, readSize } from "../../records/index.ts";

/** Which calls a sentence is about. */
export interface Target {
  readonly target: "command" | "call";
  readonly name: string;
  readonly line: number | null;
  readonly from: number;
  readonly to: number;
}

const forever = Number.MAX_SAFE_INTEGER;
const mostCalls = 1_000_000;

/** Parts a sentence: the name at its beginning, `at 2nd call`, `from 3rd call`, `on line 7` at its end, and what is between. */
export function partSentence(text: string): { readonly target: Target; readonly rest: string } | string {
  let rest = text.trim();
  let line: number | null = null;
  let [from, to] = [1, forever];
  for (;;) {
    const onLine = /\s+on line (\d{1,7})$/.exec(rest);
    const at = /\s+(at|from) (\d{1,7})(?:st|nd|rd|th)?(?: call)?$/.exec(rest);
    if (onLine !== null) line = Number(onLine[1]);
    else if (at !== null) {
      from = Number(at[2]);
      to = at[1] === "at" ? from : forever;
    } else break;
    rest = rest.slice(0, (onLine ?? at)?.index);
  }
  if (from < 1 || from > mostCalls) return `calls are counted from 1 to ${mostCalls}`;
  const [, command, name = "", behind = ""] = /^(command\s+)?(\S+)(.*)$/s.exec(rest) ?? [];
  if (name === "") return "it names no command and no call";
  const isCall = command === undefined && librarySignatures().some((each) => each.key === name);
  if (command === undefined && !isCall && /^[A-Z]\w*\./.test(name))
    return `the library has no call ${JSON.stringify(name)}; docs/language/library.md lists them all`;
  const target = { target: isCall ? "call" : "command", name, line, from, to } as const;
  return { target, rest: behind.trim() };
}

/** The end of a sentence about these calls: " at 2nd call on line 7". */
export function showTarget({ line, from, to }: Target): string {
  const at = from === 1 && to === forever ? "" : ` ${from === to ? "at" : "from"} ${ordinal(from)} call`;
  return line === null ? at : `${at} on line ${line}`;
}

/** "1st", "22nd". */
export function ordinal(number: number): string {
  const teen = number % 100 > 10 && number % 100 < 14;
  return `${number}${teen ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th")}`;
}

/** Signals that can be sent on purpose. */
export const signalNames = [
  ...(["SIGHUP", "SIGINT", "SIGQUIT", "SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE"] as const),
  ...(["SIGKILL", "SIGUSR1", "SIGSEGV", "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGTERM", "SIGSTOP"] as const),
] as const;

const longest = 3_600_000;

/** Milliseconds, at most an hour. */
export function readTime(text: string): number | undefined {
  const time = readDuration(text);
  return time !== undefined && time <= longest ? time : undefined;
}

/** A size: with its unit, or bytes as a plain number. */
export function readBytes(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : readSize(text);
}
