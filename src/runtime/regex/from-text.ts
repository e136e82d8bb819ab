/** Patterns from texts that are only known when the script runs. */

import { Refusal } from "../files/refusal.ts";

/** The pattern that a text writes; refuses one that is none. */
export function regexFrom(text: string, flags: string): RegExp {
  const unknown = /[^ims]/.exec(flags)?.[0] ?? /(.).*\1/.exec(flags)?.[1];
  if (unknown !== undefined)
    throw new Refusal(
      "ArgumentFault",
      `the flags are i, m and s, each once at most, not ${JSON.stringify(flags)}`,
      undefined,
      "flags",
    );
  try {
    return new RegExp(text, `${flags}u`);
  } catch (thrown) {
    const why =
      thrown instanceof Error ? thrown.message.replace(/^Invalid regular expression: .*: /s, "") : "it is none";
    const at = mistakeIn(text, flags);
    throw new Refusal("FormatFault", `${why} (at character ${at + 1})`, undefined, "text");
  }
}

/** Where a pattern goes wrong: behind the longest part of it, from its start, that some ending makes a pattern. */
function mistakeIn(text: string, flags: string): number {
  const longest = 2000;
  for (let at = Math.min(text.length, longest); at > 0; at -= 1) {
    const head = text.slice(0, at);
    if (["", "]", "}", "a", "a}", "0}", "a]"].some((end) => isPattern(closed(head + end), flags)))
      return at === text.length ? unclosedAt(text) : at;
  }
  return 0;
}

/** With the groups closed that it leaves open. */
function closed(head: string): string {
  const bare = head.replace(/\\[\s\S]/g, "").replace(/\[[^\]]*\]/g, "");
  const open = (bare.match(/\(/g) ?? []).length - (bare.match(/\)/g) ?? []).length;
  return head + ")".repeat(Math.max(0, open));
}

/** Where the bracket stands that nothing closes. */
function unclosedAt(text: string): number {
  const open: number[] = [];
  let inClass = -1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "\\") at += 1;
    else if (inClass >= 0) {
      if (character === "]") inClass = -1;
    } else if (character === "[") inClass = at;
    else if (character === "(") open.push(at);
    else if (character === ")") open.pop();
  }
  return inClass >= 0 ? inClass : (open.at(-1) ?? Math.max(0, text.lastIndexOf("{")));
}

function isPattern(text: string, flags: string): boolean {
  try {
    new RegExp(text, `${flags}u`);
    return true;
  } catch {
    return false;
  }
}

/** A text as a pattern that matches just it. */
export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
