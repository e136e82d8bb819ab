/** Finds a message's subject among the environment's values: a command reads variables by itself, and `sh -c 'cat "$FILE"'` does. */

import type { Evidence } from "./evidence.ts";

/** Variables that say how a session is set up, and whose values stand in many messages. */
const usual =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|PWD|OLDPWD|TERM|LANG|LANGUAGE|LC_\w+|XDG_\w+|TMPDIR|HOSTNAME|MAIL|EDITOR|PAGER|SHLVL|_)$/;
/** Shorter values stand in messages by chance. */
const shortest = 4;

/** The value of a variable that a message names, and that no word of the command holds; undefined where there is none. */
export function environmentValueIn({ host, words, isCommand }: Evidence, line: string): string | undefined {
  if (!isCommand || line === "") return undefined;
  for (const [name, value] of Object.entries(host.environment ?? {})) {
    if (value === undefined || usual.test(name)) continue;
    const found = [value, hostOf(value)].find((text) => text.length >= shortest && standsIn(line, text));
    if (found !== undefined && !words.some(({ text }) => text.includes(found))) return found;
  }
  return undefined;
}

/** The host of a URL, a path with more than one part as it is. */
function hostOf(value: string): string {
  return /^\w+:\/\/(?:[^@/]*@)?([^:/?#]+)/.exec(value)?.[1] ?? "";
}

function standsIn(line: string, text: string): boolean {
  const at = line.indexOf(text);
  if (at === -1) return false;
  return !/[\w/.-]/.test(line[at - 1] ?? " ") && !/[\w-]/.test(line[at + text.length] ?? " ");
}
