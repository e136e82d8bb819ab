/** Makes the nodes of chains from what records and samples show. */

import type { Evidence, FailureEvent, Share } from "./event.ts";
import { type Excess, excesses, type Silence, silences } from "./excess.ts";
import type { ChainNode } from "./node.ts";
import { isExternal, peerOf } from "./peers.ts";
import { windows } from "./windows.ts";

/** Every node that can be seen; which of them belong together is for the links to say. */
export interface SeenNodes {
  /** Failed calls, one node for those of a call that come close together. */
  readonly errors: readonly ChainNode[];
  /** Quantities out of their usual range, those of a host that leave it together. */
  readonly excesses: readonly ChainNode[];
  readonly silences: readonly ChainNode[];
  /** Scripts that a fault ended. */
  readonly runs: readonly ChainNode[];
  /** Hosts that others had trouble with; `of` tells the errors that say so. */
  readonly reports: readonly { readonly node: ChainNode; readonly of: readonly ChainNode[] }[];
}

/** Calls whose failures are looked at; those with the most records, where there are more. */
const mostErrors = 10_000;

export function seenNodes({ failures, measured, seen }: Evidence): SeenNodes {
  const sorted = failures.toSorted((a, b) => a.time - b.time);
  const errors = groupsOf(sorted, (event) =>
    [event.host, event.script, event.line, event.api, event.kind, event.errno].join("\0"),
  )
    .toSorted((a, b) => b.length - a.length)
    .slice(0, mostErrors)
    .map(errorNode);
  // A run stands behind its error: where that is left out, so is the run.
  const unhandled = errors
    .flatMap(({ events }) => events)
    .filter(({ handled }) => !handled)
    .toSorted((a, b) => a.time - b.time);
  const runs = groupsOf(unhandled, (event) => [event.host, event.script].join("\0")).map(runNode);
  const known = new Set(seen.keys());
  return {
    errors,
    runs,
    excesses: together(measured.flatMap(excesses)).map(excessNode),
    silences: silences(measured, seen).map(silenceNode),
    reports: reportsOf(errors, known),
  };
}

/** Events of one key, cut where more than an episode lies between two. */
function groupsOf(
  events: readonly FailureEvent[],
  keyOf: (event: FailureEvent) => string,
): readonly (readonly FailureEvent[])[] {
  const open = new Map<string, FailureEvent[]>();
  const groups: FailureEvent[][] = [];
  for (const event of events) {
    const key = keyOf(event);
    const group = open.get(key);
    if (group !== undefined && event.time - (group.at(-1)?.time ?? 0) <= windows.episode) group.push(event);
    else {
      const fresh = [event];
      groups.push(fresh);
      open.set(key, fresh);
    }
  }
  return groups;
}

/** `groupsOf` makes no empty group. */
function ends(events: readonly FailureEvent[]): {
  readonly first: FailureEvent;
  readonly from: number;
  readonly to: number;
} {
  const first = events[0] as FailureEvent;
  return { first, from: first.time, to: events.at(-1)?.time ?? first.time };
}

function errorNode(events: readonly FailureEvent[]): ChainNode {
  const { first, from, to } = ends(events);
  const place = `${first.script}:${first.line}`;
  const task = first.task === "" ? [] : [first.task];
  return {
    kind: "error",
    source: "record",
    from,
    to,
    host: first.host,
    title: first.message === "" ? `${first.api} failed` : first.message,
    details: [place, ...task],
    count: events.length,
    shares: meanShares(events),
    events,
    keys: [],
  };
}

function runNode(events: readonly FailureEvent[]): ChainNode {
  const { first, from, to } = ends(events);
  const runs = new Set(events.map(({ run }) => run)).size;
  return {
    kind: "failure",
    source: "run",
    from,
    to,
    host: first.host,
    title: runs > 1 ? `${runs} runs of ${first.script} ended with a fault` : `${first.script} ended with a fault`,
    details: [],
    count: runs,
    shares: [],
    events,
    keys: [],
  };
}

/** The excesses of a host that begin close together, in order of time. */
function together(all: readonly Excess[]): readonly (readonly Excess[])[] {
  const groups: Excess[][] = [];
  for (const excess of all.toSorted((a, b) => a.from - b.from)) {
    const group = groups.find((one) =>
      one.some(
        (other) =>
          other.host === excess.host &&
          (excess.from - other.from <= windows.together ||
            (other.key === excess.key && excess.from - other.to <= windows.together)),
      ),
    );
    if (group === undefined) groups.push([excess]);
    else group.push(excess);
  }
  return groups;
}

function excessNode(group: readonly Excess[]): ChainNode {
  const first = group[0] as Excess;
  const worst = new Map<string, Excess>();
  for (const excess of group) if (excess.weight > (worst.get(excess.key)?.weight ?? 0)) worst.set(excess.key, excess);
  const ranked = [...worst.values()].sort((a, b) => b.weight - a.weight);
  const [top = first, ...rest] = ranked;
  return {
    kind: "error",
    source: "sample",
    from: first.from,
    to: Math.max(...group.map(({ to }) => to)),
    host: first.host,
    title: excessText(top),
    details: rest.slice(0, 4).map(excessText),
    count: ranked.length,
    shares: [],
    events: [],
    keys: ranked.map(({ key }) => key),
  };
}

function excessText({ key, worst, usual }: Excess): string {
  const [name = "", mount] = key.split(/:(.*)/s);
  if (mount !== undefined) return `${mount} has ${amount(name, worst)} left; ${amount(name, usual)} is usual`;
  if (key === "OomKills") return `memory ran out, and the kernel killed processes: ${worst}`;
  if (key === "ClockStep") return `the clock jumped by ${number(worst)} s`;
  return `${key} went to ${number(worst)}; ${number(usual)} is usual`;
}

function amount(name: string, value: number): string {
  if (name === "FreeInodes") return `${number(value)} inodes`;
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  const power = value < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(value) / 10));
  return `${number(value / 1024 ** power)} ${units[power]}`;
}

/** Three digits, and commas in large ones. */
function number(value: number): string {
  const short = Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
  return short.replace(/\B(?=(?:\d{3})+$)/g, ",");
}

function silenceNode({ host, from, to }: Silence): ChainNode {
  return {
    kind: "failure",
    source: "silence",
    from,
    to,
    host,
    title:
      to === Number.POSITIVE_INFINITY
        ? `${host} fell silent: no sample came any more`
        : `${host} fell silent: no sample came`,
    details: [],
    count: 1,
    shares: [],
    events: [],
    keys: [],
  };
}

/** One node for each host that errors of others name, cut as episodes are. */
function reportsOf(errors: readonly ChainNode[], known: ReadonlySet<string>): SeenNodes["reports"] {
  const byPeer = new Map<string, { from: number; to: number; of: ChainNode[] }[]>();
  for (const error of errors) {
    const event = error.events.find(isExternal);
    const peer = event === undefined ? undefined : peerOf(event, known);
    if (peer === undefined) continue;
    const spans = byPeer.get(peer) ?? [];
    byPeer.set(peer, spans);
    const near = spans.find(({ from, to }) => error.from - to <= windows.episode && from - error.to <= windows.episode);
    if (near === undefined) spans.push({ from: error.from, to: error.to, of: [error] });
    else {
      near.from = Math.min(near.from, error.from);
      near.to = Math.max(near.to, error.to);
      near.of.push(error);
    }
  }
  return [...byPeer].flatMap(([peer, spans]) =>
    spans.map(({ from, to, of }) => {
      const hosts = [...new Set(of.map(({ host }) => host))];
      const node: ChainNode = {
        kind: "failure",
        source: "report",
        from,
        to,
        host: peer,
        title: `${peer} did not serve ${shortList(hosts)}`,
        details: known.has(peer) ? [] : [`no record of ${peer} itself is here: its logs would tell more`],
        count: of.reduce((sum, { count }) => sum + count, 0),
        shares: [],
        events: [],
        keys: [],
      };
      return { node, of };
    }),
  );
}

/** Three names at most. */
function shortList(names: readonly string[]): string {
  return [...names.slice(0, 3), ...(names.length > 3 ? ["…"] : [])].join(", ");
}

/** The mean of the classes' probabilities, with the reason that came first. */
export function meanShares(events: readonly { readonly shares: readonly Share[] }[]): readonly Share[] {
  const sums = new Map<string, { p: number; reason: string }>();
  let counted = 0;
  for (const { shares } of events) {
    if (shares.length === 0) continue;
    counted += 1;
    for (const { class: name, p, reason } of shares) {
      const known = sums.get(name);
      if (known === undefined) sums.set(name, { p, reason });
      else known.p += p;
    }
  }
  return [...sums].map(([name, { p, reason }]) => ({ class: name, p: p / counted, reason })).sort((a, b) => b.p - a.p);
}
