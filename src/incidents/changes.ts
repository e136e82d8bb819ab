/** What was changed ahead of an incident, on its hosts: most troubles begin with a change. Nothing shows that one is the reason. */

import type { ChangeAhead, ChangeEvent, FailureEvent } from "./event.ts";
import type { ChainNode } from "./node.ts";
import { windows } from "./windows.ts";

/** Changes of an incident that are told of. */
const mostChanges = 5;
/** Shorter texts are named by chance. */
const shortest = 3;

/** Of each host, in the order of time. */
export type ChangesByHost = ReadonlyMap<string, readonly ChangeEvent[]>;

export function changesByHost(changes: readonly ChangeEvent[]): ChangesByHost {
  const found = new Map<string, ChangeEvent[]>();
  for (const change of changes.toSorted((a, b) => a.time - b.time)) {
    const known = found.get(change.host);
    if (known === undefined) found.set(change.host, [change]);
    else known.push(change);
  }
  return found;
}

/**
 * Changes on the incident's hosts from half an hour ahead of its first sign on, up to that: those that name what the first
 * failures name come first, then the nearest. `more` are left out. Of the failing runs themselves only such that name it.
 */
export function changesAhead(
  nodes: readonly ChainNode[],
  byHost: ChangesByHost,
): { readonly changes: readonly ChangeAhead[]; readonly more: number } {
  const from = nodes.reduce((least, node) => Math.min(least, node.from), Number.POSITIVE_INFINITY);
  const hosts = [...new Set(nodes.map(({ host }) => host))];
  const named = namedBy(nodes.flatMap(({ events }) => events.slice(0, 1)));
  const runs = new Set(nodes.flatMap(({ events }) => events.map(({ run }) => run)).filter((run) => run !== ""));
  const near = hosts.flatMap((host) => within(byHost.get(host) ?? [], from - windows.change, from));
  const found = near.flatMap((change): readonly ChangeAhead[] => {
    const shared = sharedBy(change, named);
    if (shared !== undefined) return [{ ...change, shared }];
    return runs.has(change.run) ? [] : [change];
  });
  const rank = ({ shared }: ChangeAhead): number => (shared === undefined ? 1 : 0);
  const sorted = found.toSorted((a, b) => rank(a) - rank(b) || b.time - a.time);
  return { changes: sorted.slice(0, mostChanges), more: Math.max(0, sorted.length - mostChanges) };
}

function within(changes: readonly ChangeEvent[], from: number, to: number): readonly ChangeEvent[] {
  const end = changes.findLastIndex(({ time }) => time <= to) + 1;
  let start = end;
  while (start > 0 && (changes[start - 1]?.time ?? 0) >= from) start -= 1;
  return changes.slice(start, end);
}

/** The words of failures, and the folders that paths among them lie in. */
function namedBy(failures: readonly FailureEvent[]): ReadonlySet<string> {
  const named = new Set(failures.flatMap(({ values, message }) => [...values, message].flatMap(wordsOf)));
  for (const word of [...named])
    for (let end = word.lastIndexOf("/"); word.startsWith("/") && end > 0; end = word.lastIndexOf("/", end - 1))
      named.add(word.slice(0, end));
  return named;
}

/** A value that both name; a folder stands for what lies in it. */
function sharedBy({ values }: ChangeEvent, named: ReadonlySet<string>): string | undefined {
  const isNamed = (word: string): boolean =>
    named.has(word) || (word.startsWith("/") && named.has(word.replace(/\/$/, "")));
  return values.flatMap(wordsOf).find((word) => word.length >= shortest && !word.startsWith("-") && isNamed(word));
}

/** The words of a command line or a message, without what stands around them. */
function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).map((word) => word.replace(/^["'(]+|["'),:;.]+$/g, ""));
}
