/** Globs: the paths that a pattern matches, sorted by bytes (language 3). */

import { lstatSync, readdirSync, statSync } from "../host/files.ts";
import { compareTexts, nameOf, textOf } from "./bytes.ts";
import { type Entry, entriesOf } from "./entries.ts";
import { isHere, seenFrom } from "./here.ts";
import { systemError } from "./refusal.ts";

/** Literal text, or text in which `* ? [a-z] [!a] [[:digit:]] **` and a backslash ahead of a character mean something. */
export type GlobPart = string | { readonly glob: string };

/**
 * The matches of joined parts, relative ones seen from `directory`, sorted by bytes, each once; one that starts with "-" as "./-x".
 * `**` alone between slashes is any number of directories, links not followed; hidden names match only where the pattern says the dot.
 * What cannot be read is passed over, as shells do; where nothing matches because of that, the system's error is thrown.
 */
export function globMatch(directory: string, parts: readonly GlobPart[]): string[] {
  const components = componentsOf(parts);
  const search: Search = { directory, found: new Set(), unreadable: null };
  const absolute = components[0]?.tokens.length === 0 && components.length > 1;
  walk(search, components, absolute ? 1 : 0, absolute ? "/" : "");
  if (search.found.size === 0 && search.unreadable !== null) throw systemError(search.unreadable);
  return [...search.found].map((path) => (path.startsWith("-") ? `./${path}` : path)).sort(compareTexts);
}

/** A character that stands for itself, or a pattern for any run, any one, or one of a class. */
type Token =
  | { readonly kind: "character"; readonly character: string }
  | { readonly kind: "run" }
  | { readonly kind: "any" }
  | { readonly kind: "class"; readonly negated: boolean; readonly members: readonly Member[] };

/** What a class holds: a range of characters, or a named class such as `[:digit:]` as a pattern. */
type Member = readonly [low: string, high: string] | RegExp;

interface Component {
  readonly tokens: readonly Token[];
  /** `**` */
  readonly isDeep: boolean;
  /** The text that it stands for, where it has no pattern. */
  readonly literal: string | null;
}

interface Search {
  readonly directory: string;
  readonly found: Set<string>;
  unreadable: string | null;
}

/** Goes on from `prefix` ("" or ending in "/"), which matches everything ahead of the component `at`. */
function walk(search: Search, components: readonly Component[], at: number, prefix: string): void {
  const component = components[at];
  if (component === undefined) {
    search.found.add(prefix);
    return;
  }
  const isLast = at === components.length - 1;
  if (component.literal !== null) {
    const path = prefix + component.literal;
    // An empty component: a doubled slash, or one at the end, which asks for a directory.
    if (component.literal === "") {
      if (isLast && isDirectory(search, path)) search.found.add(path);
      else if (!isLast) walk(search, components, at + 1, path);
    } else if (!isLast) walk(search, components, at + 1, `${path}/`);
    else if (exists(search, path)) search.found.add(path);
    return;
  }
  if (component.isDeep) return walkDeep(search, components, at, prefix);
  for (const name of namesIn(search, prefix)) {
    if (!matches(component.tokens, name)) continue;
    if (isLast) search.found.add(prefix + name);
    else if (isDirectory(search, prefix + name)) walk(search, components, at + 1, `${prefix + name}/`);
  }
}

function walkDeep(search: Search, components: readonly Component[], at: number, prefix: string): void {
  const isLast = at === components.length - 1;
  if (!isLast) walk(search, components, at + 1, prefix);
  for (const { name, isFolder } of entriesIn(search, prefix)) {
    if (name.startsWith(".")) continue;
    if (isLast) search.found.add(prefix + name);
    if (isFolder) walkDeep(search, components, at, `${prefix + name}/`);
  }
}

function namesIn(search: Search, prefix: string): readonly string[] {
  try {
    return readdirSync(locate(search, prefix), { encoding: "buffer" }).map(textOf);
  } catch (thrown) {
    return passOver(search, thrown, []);
  }
}

function entriesIn(search: Search, prefix: string): readonly Entry[] {
  try {
    return entriesOf(locate(search, prefix));
  } catch (thrown) {
    return passOver(search, thrown, []);
  }
}

function exists(search: Search, path: string): boolean {
  try {
    return lstatSync(locate(search, path), { throwIfNoEntry: false }) !== undefined;
  } catch (thrown) {
    return passOver(search, thrown, false);
  }
}

function isDirectory(search: Search, path: string): boolean {
  try {
    return statSync(locate(search, path), { throwIfNoEntry: false })?.isDirectory() === true;
  } catch (thrown) {
    return passOver(search, thrown, false);
  }
}

function passOver<T>(search: Search, thrown: unknown, instead: T): T {
  const code = (thrown as NodeJS.ErrnoException).code;
  if (code === undefined || code.startsWith("ERR_")) throw thrown;
  // No such path is no match; anything else may hide matches.
  if (code !== "ENOENT" && code !== "ENOTDIR") search.unreadable ??= code;
  return instead;
}

function locate(search: Search, path: string): string | Buffer {
  if (path !== "") return nameOf(seenFrom(search.directory, path));
  return nameOf(isHere(search.directory) ? "." : search.directory);
}

/** Cuts the joined parts at their slashes. */
function componentsOf(parts: readonly GlobPart[]): readonly Component[] {
  const components: Token[][] = [[]];
  for (const token of parts.flatMap(tokensOf)) {
    if (token.kind === "character" && token.character === "/") components.push([]);
    else components.at(-1)?.push(token);
  }
  const known = components.map((tokens) => ({
    tokens,
    isDeep: tokens.length === 2 && tokens.every((token) => token.kind === "run"),
    literal: tokens.every((token) => token.kind === "character")
      ? tokens.map((token) => token.character).join("")
      : null,
  }));
  // "**" twice in a row means no more than once, and would cost a search for each way to share the directories.
  return known.filter((component, at) => !(component.isDeep && known[at - 1]?.isDeep === true));
}

function tokensOf(part: GlobPart): readonly Token[] {
  if (typeof part === "string") return Array.from(part, (character) => ({ kind: "character", character }) as const);
  const characters = Array.from(part.glob);
  const tokens: Token[] = [];
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? "";
    if (character === "*") tokens.push({ kind: "run" });
    else if (character === "?") tokens.push({ kind: "any" });
    else if (character === "\\" && at + 1 < characters.length) {
      at += 1;
      tokens.push({ kind: "character", character: characters[at] ?? "" });
    } else {
      const bracket = character === "[" ? classAt(characters, at) : null;
      tokens.push(bracket?.token ?? { kind: "character", character });
      at = bracket?.last ?? at;
    }
  }
  return tokens;
}

/** The class that starts at a "["; null where no "]" ends it ahead of a slash: then the bracket stands for itself. */
function classAt(characters: readonly string[], from: number): { readonly token: Token; readonly last: number } | null {
  let at = from + 1;
  const negated = characters[at] === "!" || characters[at] === "^";
  if (negated) at += 1;
  const members: Member[] = [];
  for (let isFirst = true; ; isFirst = false) {
    let character = characters[at];
    if (character === undefined || character === "/") return null;
    if (character === "]" && !isFirst) return { token: { kind: "class", negated, members }, last: at };
    const named = character === "[" ? namedClassAt(characters, at) : null;
    if (named !== null) {
      members.push(named.pattern);
      at = named.last + 1;
      continue;
    }
    if (character === "\\") character = characters[++at] ?? "\\";
    const end = characters[at + 2];
    if (characters[at + 1] === "-" && end !== undefined && end !== "]" && end !== "/") {
      members.push([character, end]);
      at += 3;
    } else {
      members.push([character, character]);
      at += 1;
    }
  }
}

/** Whether a name matches: linear but for its runs, of which only the last one is ever tried again. */
function matches(tokens: readonly Token[], name: string): boolean {
  const first = tokens[0];
  if (name.startsWith(".") && !(first?.kind === "character" && first.character === ".")) return false;
  const characters = Array.from(name);
  let token = 0;
  let at = 0;
  let runToken = -1;
  let runAt = 0;
  while (at < characters.length) {
    const now = tokens[token];
    if (now?.kind === "run") {
      runToken = token;
      runAt = at;
      token += 1;
    } else if (now !== undefined && takes(now, characters[at] ?? "")) {
      token += 1;
      at += 1;
    } else if (runToken !== -1) {
      runAt += 1;
      at = runAt;
      token = runToken + 1;
    } else return false;
  }
  while (tokens[token]?.kind === "run") token += 1;
  return token === tokens.length;
}

function takes(token: Token, character: string): boolean {
  switch (token.kind) {
    case "character":
      return token.character === character;
    case "any":
    case "run":
      return true;
    case "class":
      return token.negated !== token.members.some((member) => holds(member, character));
  }
}

function holds(member: Member, character: string): boolean {
  if (member instanceof RegExp) return member.test(character);
  const code = character.codePointAt(0) ?? 0;
  return code >= (member[0].codePointAt(0) ?? 0) && code <= (member[1].codePointAt(0) ?? 0);
}

// The classes of POSIX (XBD 9.3.5), for the characters of all languages; to read their patterns takes longer than a start may.
const makeClasses = (): Readonly<Record<string, RegExp>> => ({
  alnum: /[\p{L}\p{N}]/u,
  alpha: /\p{L}/u,
  blank: /[ \t]/u,
  cntrl: /\p{Cc}/u,
  digit: /[0-9]/u,
  graph: /[^\p{Z}\p{C}]/u,
  lower: /\p{Ll}/u,
  print: /[^\p{C}]/u,
  punct: /[!-/:-@[-`{-~]/u,
  space: /\s/u,
  upper: /\p{Lu}/u,
  xdigit: /[0-9A-Fa-f]/u,
});

let classes: Readonly<Record<string, RegExp>> | undefined;

function classNamed(name: string): RegExp | undefined {
  classes ??= makeClasses();
  return classes[name];
}

function namedClassAt(
  characters: readonly string[],
  from: number,
): { readonly pattern: RegExp; readonly last: number } | null {
  const found = /^\[:([a-z]+):\]/.exec(characters.slice(from, from + 12).join(""));
  const pattern = found === null ? undefined : classNamed(found[1] ?? "");
  return found === null || pattern === undefined ? null : { pattern, last: from + found[0].length - 1 };
}
