/** What a message is about that no word of the command says: values and paths that the program knows by itself. */

import type { Evidence } from "./evidence.ts";

const named = ["absent", "in-the-way", "ill-formed", "usage", "bad-data", "page", "configuration"] as const;

/** What a line puts in quotes. */
export function quotedIn(line: string): readonly string[] {
  return [...line.matchAll(/["'‘“`]([^"'’”`\s]{2,120})["'’”`]/g)].map(([, text = ""]) => text);
}

/** Whether a message is about a value that no word holds, but a variable of the environment, which the program reads by itself. */
export function isFromVariable({ topics, words, isCommand, values, facts, host }: Evidence, line: string): boolean {
  if (!isCommand || facts.has("unsaid") || !named.some((topic) => topics.has(topic))) return false;
  const found = [...quotedIn(line), ...(/: (\S{4,120})$/.exec(line)?.slice(1) ?? [])].find(
    (value) => !words.some(({ text }) => text.includes(value)) && host.variableWith(value) !== undefined,
  );
  if (found === undefined) return false;
  facts.add("unsaid");
  facts.add("from-environment");
  values.set("subject", `"${found}"`);
  return true;
}

const ownable = ["absent", "refused", "broken", "configuration", "bad-content"] as const;

/** Whose path a message is about that no word of the command names, nor holds, as the program knows it by itself: this host's, or the user's. */
export function ownPath(
  { topics, words, isCommand, values }: Evidence,
  line: string,
): "own-path" | "own-home" | undefined {
  if (!isCommand || !ownable.some((topic) => topics.has(topic))) return undefined;
  const path =
    /(?:^|[\s'"‘“(:=])((?:\/tmp\b|(?:~|\/(?:etc|var|usr|run|lib|opt|root|home\/[^\s/]+))\/)[^\s'"’”:,;)]*)/.exec(
      line,
    )?.[1];
  if (path === undefined) return undefined;
  // Of what lies in a home, the files with a dot ahead are those that programs look for.
  const isHome = /^(?:~|\/root|\/home\/[^/]+)\//.test(path);
  if (isHome && !/^(?:~|\/root|\/home\/[^/]+)\/\./.test(path)) return undefined;
  const name = path.replace(/^.*\//, "");
  const isNamed = words.some(({ text }) => text.includes(name) || path.startsWith(text.replace(/^--?[\w-]+=/, "")));
  if (isNamed) return undefined;
  values.set("path", path);
  return isHome ? "own-home" : "own-path";
}
