/** Reads a command's last words: which error number their text stands for, and which message rules speak. */

import { type ErrnoEntry, errnoTable } from "../records/index.ts";
import type { MessageRule } from "./rule.ts";
import { messageRules } from "./rules/index.ts";

export interface MessageReading {
  readonly errno?: string;
  /** Rules with weights of their own, each once. */
  readonly rules: readonly MessageRule[];
  /** The line that said it. */
  readonly line: string;
}

// "Success" and texts of one common word would be found in any sentence; longer texts first, as some hold others.
const texts: readonly (readonly [text: string, name: string])[] = errnoTable
  .filter((entry: ErrnoEntry) => entry.text.includes(" ") && entry.name !== "EFAULT")
  .map((entry) => [entry.text.toLowerCase(), entry.name] as const)
  .toSorted((a, b) => b[0].length - a[0].length);

const longest = 4096;

/** Reads from the last line upward; the error number is that of the last line that has one. */
export function readMessage(message: string, translated: (text: string) => string | undefined): MessageReading {
  const tail = message.slice(-longest);
  const lower = tail.toLowerCase();
  const rules = messageRules.filter((rule) => rule.errno === undefined && speaks(rule, lower));
  const lines = tail.split("\n").filter((line) => line.trim() !== "");
  for (const line of lines.toReversed()) {
    const errno = errnoIn(line, translated);
    if (errno !== undefined) return { errno, rules, line };
  }
  const line = lines.findLast((text) => rules.some((rule) => speaks(rule, text.toLowerCase()))) ?? lines.at(-1) ?? "";
  return { rules, line };
}

function errnoIn(line: string, translated: (text: string) => string | undefined): string | undefined {
  const lower = line.toLowerCase();
  for (const [text, name] of texts) if (lower.includes(text)) return name;
  for (const rule of messageRules) if (rule.errno !== undefined && speaks(rule, lower)) return rule.errno;
  const named = /\b(E[A-Z][A-Z0-9]{2,14})\b/.exec(line)?.[1];
  if (named !== undefined && errnoTable.some((entry) => entry.name === named)) return named;
  return translated(line);
}

function speaks(rule: MessageRule, lower: string): boolean {
  return rule.texts?.some((text) => lower.includes(text)) === true || rule.pattern?.test(lower) === true;
}
