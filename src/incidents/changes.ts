/** What was changed ahead of an incident, on its hosts: most troubles begin with a change. Nothing shows that one is the reason. */

import type { ChangeAhead, ChangeEvent, FailureEvent } from "./event.ts";
import type { ChainNode } from "./node.ts";
import { windows } from "./windows.ts";

/** Changes of an incident that are told of. */
const mostChanges = 5;
/** Shorter texts are named by chance. */
const shortest = 3;

/**
 * Changes on the incident's hosts from half an hour ahead of its first sign on, up to that: those that name what the first
 * failures name come first, then the nearest. `more` are left out. Of the failing runs themselves only such that name it.
 */
export function changesAhead(
  nodes: readonly ChainNode[],
  changes: readonly ChangeEvent[],
): { readonly changes: readonly ChangeAhead[]; readonly more: number } {
  const from = Math.min(...nodes.map((node) => node.from));
  const hosts = new Set(nodes.map(({ host }) => host));
  const first = nodes.flatMap(({ events }) => events.slice(0, 1));
  const runs = new Set(nodes.flatMap(({ events }) => events.map(({ run }) => run)).filter((run) => run !== ""));
  const found = changes.flatMap((change): readonly ChangeAhead[] => {
    if (!hosts.has(change.host) || change.time > from || from - change.time > windows.change) return [];
    const shared = sharedBy(change, first);
    if (shared !== undefined) return [{ ...change, shared }];
    return runs.has(change.run) ? [] : [change];
  });
  const rank = ({ shared }: ChangeAhead): number => (shared === undefined ? 1 : 0);
  const sorted = found.toSorted((a, b) => rank(a) - rank(b) || b.time - a.time);
  return { changes: sorted.slice(0, mostChanges), more: Math.max(0, sorted.length - mostChanges) };
}

/** A value that both name; a folder stands for what lies in it. */
function sharedBy({ values }: ChangeEvent, failures: readonly FailureEvent[]): string | undefined {
  const named = failures.flatMap((failure) => [...failure.values.flatMap(wordsOf), ...wordsOf(failure.message)]);
  const isNamed = (value: string): boolean =>
    named.some((one) => one === value || (value.startsWith("/") && one.startsWith(`${value.replace(/\/$/, "")}/`)));
  return values.flatMap(wordsOf).find((value) => value.length >= shortest && !value.startsWith("-") && isNamed(value));
}

/** The words of a command line or a message, without what stands around them. */
function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).map((word) => word.replace(/^["'(]+|["'),:;.]+$/g, ""));
}
