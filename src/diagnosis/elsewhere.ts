/** Finds where that came from which a message names and no word of the command holds: its variables, what was given to the script, lists that it read. */

import { Origin, type OriginSet } from "../records/index.ts";
import type { Evidence } from "./evidence.ts";

/** What a message names, and its origins. */
export interface Elsewhere {
  readonly text: string;
  readonly origins: OriginSet;
}

/** Variables that say how a session is set up, and whose values stand in many messages. */
const usual =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|PWD|OLDPWD|TERM|LANG|LANGUAGE|LC_\w+|XDG_\w+|HOSTNAME|HOST|MAIL|EDITOR|PAGER|SHLVL|_)$/;
/** UTF-16 units: what is longer is no name. */
const longestValue = 4096;
/** Shorter values stand in messages by chance. */
const shortest = 4;

/** The surest source first: a variable of the command, then what was given, then what it read. */
export function foundElsewhere(evidence: Evidence, line: string): Elsewhere | undefined {
  if (!evidence.isCommand || line === "") return undefined;
  return inVariables(evidence, line) ?? inGiven(evidence, line) ?? inWhatItRead(evidence, line);
}

function inVariables({ symptom, host, words }: Evidence, line: string): Elsewhere | undefined {
  for (const { text, origins } of symptom.variables ?? []) if (isTold(line, text)) return { text, origins };
  for (const [name, value = ""] of Object.entries(host.environment ?? {})) {
    if (usual.test(name) || value.length > longestValue) continue;
    // A path or an option within it counts as well.
    const parts = value.split(/[\s:]+/).filter((part) => /^[-/~]./.test(part));
    const text = [value, hostOf(value), ...parts].find((each) => isTold(line, each));
    if (text !== undefined && !words.some((word) => word.text.includes(text)))
      return { text, origins: Origin.environment };
  }
  return undefined;
}

/** However it came to the command, a word of the script's own command line was given by whoever ran it. */
function inGiven({ symptom, words }: Evidence, line: string): Elsewhere | undefined {
  const text = symptom.given?.find((each) => isTold(line, each) && !words.some((word) => word.text.includes(each)));
  return text === undefined ? undefined : { text, origins: Origin.argv };
}

function inWhatItRead({ symptom, words, givenFiles }: Evidence, line: string): Elsewhere | undefined {
  const names = namesIn(line).filter((name) => !words.some(({ text }) => text.includes(name)));
  if (names.length === 0) return undefined;
  for (const { content, origins } of givenFiles()) {
    const text = names.find((name) => content.includes(name.replace(/^\//, "")));
    if (text !== undefined) return { text, origins };
  }
  const { input = 0 } = symptom;
  // What lies where a host or a user keeps things is known to the program itself.
  const text = names.find((name) => !kept.test(name));
  return input === 0 || text === undefined ? undefined : { text, origins: input };
}

const kept = /^(?:~|\/(?:etc|var|usr|run|lib|opt|root|tmp))(?:\/|$)/;

/** What a message puts in quotes, and what looks like a file's name or a host's. */
function namesIn(line: string): readonly string[] {
  const quoted = [...line.matchAll(/'([^']+)'|"([^"]+)"|‘([^’]+)’/g)].map((match) => match.slice(1).join(""));
  const bare = [...line.matchAll(/(?:^|[\s:(=])((?:[\w@%+~-]*[./])+[\w@%+~-]+)(?=[\s:,;)]|$)/g)].map(
    ([, name = ""]) => name,
  );
  return [...quoted, ...bare].filter((name) => name.length >= shortest && !/^\d+(?:\.\d+)*$/.test(name));
}

/** The host of a URL. */
function hostOf(value: string): string {
  return /^\w+:\/\/(?:[^@/]*@)?([^:/?#]+)/.exec(value)?.[1] ?? "";
}

function isTold(line: string, text: string): boolean {
  const at = text.length < shortest ? -1 : line.indexOf(text);
  if (at === -1) return false;
  return !/[\w/.-]/.test(line[at - 1] ?? " ") && !/[\w-]/.test(line[at + text.length] ?? " ");
}
