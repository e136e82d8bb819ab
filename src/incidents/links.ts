/** Joins nodes: what is confirmed by something that shows it, and what is assumed from time and class. */

import type { FailureEvent } from "./event.ts";
import { explains } from "./matching.ts";
import type { ChainLink, ChainNode } from "./node.ts";
import type { SeenNodes } from "./nodes.ts";
import { isExternal } from "./peers.ts";
import { windows } from "./windows.ts";

/** Causes of one node that are kept. */
const mostCauses = 3;
/** Nodes of one run that a node is joined with. */
const mostNext = 8;
/** An assumption that is weaker says nothing. */
const weakest = 0.15;

/** All links; of each node only its best causes, and no node is a cause of itself, by whatever way. */
export function linksOf(nodes: SeenNodes): readonly ChainLink[] {
  const found = [
    ...runLinks(nodes),
    ...reportLinks(nodes),
    ...sampleLinks(nodes),
    ...excessLinks(nodes.excesses),
    ...silenceLinks(nodes),
    ...sameRunLinks(nodes.errors),
    ...traceLinks(nodes.errors),
    ...sameHostLinks(nodes.errors),
  ].filter(({ score }) => score >= weakest);
  return withoutCircles(best(found));
}

function confirmed(from: ChainNode, to: ChainNode, says: string): ChainLink {
  return { from, to, confirmed: true, score: 1, says };
}

function assumed(from: ChainNode, to: ChainNode, score: number, says: string): ChainLink {
  return { from, to, confirmed: false, score: Math.round(Math.min(0.95, score) * 100) / 100, says };
}

/** The failed call that a run ended with. */
function runLinks({ errors, runs }: SeenNodes): readonly ChainLink[] {
  const errorOf = new Map(errors.flatMap((error) => error.events.map((event) => [event, error] as const)));
  return runs.flatMap((run) => {
    const found = new Set(run.events.flatMap((event) => errorOf.get(event) ?? []));
    return [...found].map((error) => confirmed(error, run, "the same run: its script did not deal with it"));
  });
}

/** What hosts say of another one, and what is seen there. */
function reportLinks({ reports, errors, runs, silences, excesses }: SeenNodes): readonly ChainLink[] {
  return reports.flatMap(({ node, of }) => {
    const named = of.map((error) => {
      const share = error.shares.find(({ class: name }) => name === "ExternalFault")?.p ?? 0;
      return share >= 0.5
        ? confirmed(node, error, `its record names ${node.host}`)
        : assumed(node, error, share, `its record names ${node.host}; another cause is likelier`);
    });
    const there = (one: ChainNode): boolean => one.host === node.host && overlaps(one, node, windows.otherHost);
    return [
      ...named,
      ...silences.filter(there).map((one) => confirmed(one, node, "that host wrote nothing at that time")),
      ...[...runs, ...errors.filter((error) => !of.includes(error))]
        .filter(there)
        .map((one) => assumed(one, node, one.kind === "failure" ? 0.5 : 0.35, "seen on that host at that time")),
      ...excesses.filter(there).map((one) => assumed(one, node, 0.4, "measured on that host at that time")),
    ];
  });
}

/** Exhausted resources, and the calls that fail as they do then. */
function sampleLinks({ excesses, errors }: SeenNodes): readonly ChainLink[] {
  return excesses.flatMap((excess) =>
    errors.flatMap((error) => {
      if (error.host !== excess.host || !overlaps(excess, error, windows.sameHost) || excess.from > error.to) return [];
      const key = error.events.map((event) => explains(excess.keys, event)).find((one) => one !== undefined);
      if (key !== undefined)
        return [
          confirmed(excess, error, `a sample shows ${key} out of its range, and the call failed as it does then`),
        ];
      const system = error.shares.find(({ class: name }) => name === "SystemFault")?.p ?? 0.2;
      return [assumed(excess, error, 0.6 * system, "measured on the same host, just ahead of it")];
    }),
  );
}

/** Quantities of one host that leave their range one after the other. */
function excessLinks(excesses: readonly ChainNode[]): readonly ChainLink[] {
  return pairs(excesses, (a, b) =>
    a.host === b.host && b.from > a.from && b.from - a.to <= windows.sameHost
      ? assumed(a, b, 0.5, "measured after it on the same host")
      : undefined,
  );
}

/** What went ahead of a host's silence. */
function silenceLinks({ silences, excesses, errors }: SeenNodes): readonly ChainLink[] {
  return silences.flatMap((silence) => {
    const ahead = (one: ChainNode): boolean =>
      one.host === silence.host && one.from <= silence.from && silence.from - one.to <= windows.sameHost;
    return [
      ...excesses
        .filter(ahead)
        .map((one) => assumed(one, silence, 0.6, "measured just ahead of it; nothing shows that it was the reason")),
      ...errors.filter(ahead).map((one) => assumed(one, silence, 0.3, "the last failures ahead of it")),
    ];
  });
}

/** Earlier failures of the same run that the script dealt with. */
function sameRunLinks(errors: readonly ChainNode[]): readonly ChainLink[] {
  return sharing(
    errors,
    ({ run }) => run,
    (a, b) => {
      if (!a.events.some(({ handled }) => handled)) return undefined;
      const runs = new Set(a.events.map(({ run }) => run));
      const later = b.events.find(({ run, time }) => run !== "" && runs.has(run) && time >= a.from);
      if (later === undefined) return undefined;
      const subjects = new Set(a.events.flatMap(({ values }) => values).filter((value) => value.length > 2));
      const shared = later.values.find((value) => subjects.has(value));
      return shared !== undefined && a.events.some(({ errno }) => errno !== "" && errno === later.errno)
        ? confirmed(a, b, "the same run, the same value and the same error")
        : assumed(a, b, 0.4, "earlier in the same run");
    },
  );
}

/** Failures on both ends of one trace: the end that failed first. */
function traceLinks(errors: readonly ChainNode[]): readonly ChainLink[] {
  return sharing(
    errors,
    ({ trace }) => trace,
    (a, b) => {
      const traces = new Set(a.events.map(({ trace }) => trace).filter((trace) => trace !== ""));
      const isShared = b.events.some(
        ({ trace, run }) => traces.has(trace) && !a.events.some((event) => event.run === run),
      );
      return isShared ? confirmed(a, b, "the same trace: one called the other") : undefined;
    },
  );
}

/** Troubles of one machine that follow each other. */
function sameHostLinks(errors: readonly ChainNode[]): readonly ChainLink[] {
  return pairs(errors, (a, b) => {
    if (a.host !== b.host || b.from - a.to > windows.sameHost || a.events.some(isExternal)) return undefined;
    const [mine, other] = [a, b].map(({ shares }) => shares.find(({ class: name }) => name === "SystemFault")?.p ?? 0);
    const errno = a.events[0]?.errno ?? "";
    const isOfHost = (mine ?? 0) >= 0.3 && (other ?? 0) >= 0.3;
    if (errno !== "" && isOfHost && b.events.some((event) => event.errno === errno))
      return assumed(a, b, 0.5, `the same error, ${errno}, on the same host`);
    return assumed(a, b, 0.4 * (mine ?? 0) * (other ?? 0), "shortly after it on the same host");
  });
}

type Join = (a: ChainNode, b: ChainNode) => ChainLink | undefined;

/** The nodes of each host, two and two, the earlier one first, as far as one can reach the other. */
function pairs(nodes: readonly ChainNode[], link: Join): readonly ChainLink[] {
  return [...byKey(nodes, ({ host }) => [host]).values()].flatMap((group) =>
    group.flatMap((a, at) => {
      const found: ChainLink[] = [];
      for (const b of group.slice(at + 1)) {
        // They are sorted: whatever comes behind this one is farther away.
        if (b.from - a.to > windows.sameHost) break;
        const one = link(a, b);
        if (one !== undefined) found.push(one);
      }
      return found;
    }),
  );
}

/** Nodes that share a value, such as a run: each with the next ones. */
function sharing(nodes: readonly ChainNode[], of: (event: FailureEvent) => string, link: Join): readonly ChainLink[] {
  const groups = byKey(nodes, ({ events }) => events.map(of).filter((value) => value !== ""));
  return [...groups.values()].flatMap((group) =>
    group.flatMap((a, at) => group.slice(at + 1, at + 1 + mostNext).flatMap((b) => link(a, b) ?? [])),
  );
}

function byKey(
  nodes: readonly ChainNode[],
  keysOf: (node: ChainNode) => readonly string[],
): ReadonlyMap<string, readonly ChainNode[]> {
  const groups = new Map<string, ChainNode[]>();
  for (const node of nodes.toSorted((one, other) => one.from - other.from))
    for (const key of new Set(keysOf(node))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [node]);
      else group.push(node);
    }
  return groups;
}

/** Whether a cause lies within reach of its effect: not wholly behind it, nor longer than `reach` ahead. */
function overlaps(cause: ChainNode, effect: ChainNode, reach: number): boolean {
  return cause.from <= effect.to + windows.clocks && effect.from - cause.to <= reach;
}

function best(links: readonly ChainLink[]): readonly ChainLink[] {
  const byEffect = new Map<ChainNode, ChainLink[]>();
  for (const link of links) {
    const known = byEffect.get(link.to);
    if (known === undefined) byEffect.set(link.to, [link]);
    else if (!known.some(({ from }) => from === link.from)) known.push(link);
  }
  return [...byEffect.values()].flatMap((causes) => {
    const sorted = causes.toSorted((a, b) => b.score - a.score || a.from.from - b.from.from);
    const certain = sorted.filter((one) => one.confirmed);
    // What is confirmed needs no weak guess beside it.
    return (certain.length > 0 ? certain : sorted).slice(0, mostCauses);
  });
}

/** Leaves out the weakest link of each circle. */
function withoutCircles(links: readonly ChainLink[]): readonly ChainLink[] {
  const kept: ChainLink[] = [];
  const next = new Map<ChainNode, ChainNode[]>();
  const reaches = (from: ChainNode, to: ChainNode, seen = new Set<ChainNode>()): boolean => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return (next.get(from) ?? []).some((one) => reaches(one, to, seen));
  };
  for (const link of links.toSorted((a, b) => b.score - a.score)) {
    if (reaches(link.to, link.from)) continue;
    kept.push(link);
    next.set(link.from, [...(next.get(link.from) ?? []), link.to]);
  }
  return kept;
}
