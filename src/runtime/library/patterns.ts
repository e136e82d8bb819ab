/** Patterns: searching texts with them, what a match holds, and patterns from texts. Each search ends in bounded time. */

import { nearest } from "../../diagnostics/index.ts";
import type { Flow } from "../../records/index.ts";
import { createFault } from "../faults/raise.ts";
import { flowOf, type ScriptFlow } from "../flow.ts";
import { withinBounds } from "../regex/bounded.ts";
import { escapeRegex, regexFrom } from "../regex/from-text.ts";
import { globally, RegexMatch, splitBy } from "../regex/match.ts";
import type { Run } from "../run.ts";
import type { Functions } from "./function.ts";
import { type GuardedCall, guarded, quote } from "./guard.ts";
import { walk } from "./walk.ts";

type Change = (flow: Flow, site: number, match: RegexMatch) => string | Promise<string>;

export function patternFunctions(run: Run): Functions {
  const bounded = <T>(flow: Flow, site: number, pattern: RegExp, text: string, work: () => T): T =>
    withinBounds(run, flowOf(flow), site, pattern, text, work);
  const all = (flow: Flow, site: number, text: string, pattern: RegExp): RegexMatch[] =>
    bounded(flow, site, pattern, text, () =>
      Array.from(text.matchAll(globally(pattern)), (found) => new RegexMatch(found)),
    );
  return {
    "String.splitRegex": (flow, site, text: string, separator: RegExp) =>
      bounded(flow, site, separator, text, () => splitBy(text, separator)),
    "String.replaceRegex": (flow, site, text: string, pattern: RegExp, by: string) =>
      bounded(flow, site, pattern, text, () => text.replace(globally(pattern), by)),
    "String.replaceEach": (flow, site, text: string, pattern: RegExp, change: Change) =>
      replaceEach(text, all(flow, site, text, pattern), (match) => change(flow, site, match)),
    "String.match": (flow, site, text: string, pattern: RegExp) => {
      const found = bounded(flow, site, pattern, text, () => firstMatch(text, pattern));
      // exec's array also carries the input and the index: a plain one prints and compares as any other.
      return found === null ? null : groupsOf(found);
    },
    "String.matchAll": (flow, site, text: string, pattern: RegExp) =>
      bounded(flow, site, pattern, text, () => text.match(globally(pattern)) ?? []),
    "String.find": (flow, site, text: string, pattern: RegExp) => {
      const found = bounded(flow, site, pattern, text, () => firstMatch(text, pattern));
      return found === null ? null : new RegexMatch(found);
    },
    "String.findAll": (flow, site, text: string, pattern: RegExp) => all(flow, site, text, pattern),
    "Regex.escape": (_flow, _site, text: string) => escapeRegex(text),
    "Regex.source": (_flow, _site, pattern: RegExp) => pattern.source,
    ...matchFunctions(run),
  };
}

export const patternCalls: Readonly<Record<string, GuardedCall>> = {
  "Regex.parse": guarded({
    perform: (_flow: ScriptFlow, _site: number, text: string, flags: string = "") => regexFrom(text, flags),
    attempts: (text) => `read the pattern ${quote(text)}`,
  }),
};

function matchFunctions(run: Run): Functions {
  return {
    "Match.text": (_flow, _site, match: RegexMatch) => match.text,
    "Match.start": (_flow, _site, match: RegexMatch) => match.start,
    "Match.end": (_flow, _site, match: RegexMatch) => match.end,
    "Match.groups": (_flow, _site, match: RegexMatch) => [...match.groups],
    "Match.group": (_flow, site, match: RegexMatch, number: number) => {
      if (number === 0) return match.text;
      const group = match.groups[number - 1];
      if (group !== undefined) return group;
      const message = `the pattern has no group ${number}: it has ${match.groups.length}`;
      throw createFault(run, site, { kind: "IndexFault", message, values: [number] });
    },
    "Match.named": (_flow, site, match: RegexMatch, name: string) => {
      const group = match.names.get(name);
      if (group !== undefined) return group;
      const close = nearest(name, match.names.keys());
      const message =
        close === undefined
          ? `the pattern has no group named ${quote(name)}`
          : `the pattern has no group named ${quote(name)}; it has ${quote(close)}`;
      throw createFault(run, site, { kind: "IndexFault", message, values: [name] });
    },
  };
}

function groupsOf(found: RegExpExecArray): string[] {
  const groups: string[] = [];
  for (let at = 0; at < found.length; at += 1) groups.push(found[at] ?? "");
  return groups;
}

function firstMatch(text: string, pattern: RegExp): RegExpExecArray | null {
  // A pattern with a sticky or global flag would go on where its last match ended.
  pattern.lastIndex = 0;
  return pattern.exec(text);
}

/** Gives a promise exactly where the closure does. */
function replaceEach(text: string, matches: readonly RegexMatch[], change: (match: RegexMatch) => unknown): unknown {
  const parts: unknown[] = [];
  let from = 0;
  return walk(
    matches,
    change,
    (by, match) => {
      parts.push(text.slice(from, match.start), by);
      from = match.end;
    },
    () => parts.join("") + text.slice(from),
  );
}
