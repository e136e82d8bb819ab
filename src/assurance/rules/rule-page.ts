/** A rule as a page: what it means, how grave it is where, and a case of each kind. */

import { profileNames } from "./profiles.ts";
import type { Rule } from "./rule.ts";

interface PageSettings {
  /** Of the heading: 1 unless it is told. */
  readonly depth?: number;
  /** Puts words into the reader's language. */
  readonly say?: (text: string) => string;
}

/** Markdown. */
export function rulePage(rule: Rule, { depth = 1, say = (text) => text }: PageSettings = {}): string {
  const { id, title, explanation, levels, gsn2x = [], check, bad, good } = rule;
  const grave = profileNames.map((name) => `\`${name}\` ${levels[name]}`).join(", ");
  const notes = [
    say(`Levels: ${grave}.`),
    ...(gsn2x.length === 0 ? [] : [`gsn2x: ${gsn2x.join(", ")}.`]),
    ...(check === undefined && id !== "LIM-04" ? [say("Said where the file is read.")] : []),
  ];
  return [
    `${"#".repeat(depth)} ${id}: ${say(title)}`,
    // A sentence a line.
    say(explanation).replace(/([.!?]) |。(?=.)/g, (end, mark) => `${mark ?? end}\n`),
    notes.join("\n"),
    say("Breaks it:"),
    fenced(bad),
    say("Keeps it:"),
    fenced(good),
  ].join("\n\n");
}

function fenced(text: string): string {
  const kind = kinds[text.charAt(0)] ?? "yaml";
  return `\`\`\`${kind}\n${text}\n\`\`\``;
}

/** By their first characters. */
const kinds: Readonly<Record<string, string>> = { "*": "wgsn", "<": "xml", "{": "json" };
