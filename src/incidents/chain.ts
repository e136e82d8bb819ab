/** Builds incidents: nodes that links join, with the faults concluded at their beginning. */

import { type ChangesByHost, changesAhead, changesByHost } from "./changes.ts";
import type { Evidence, Share } from "./event.ts";
import { linksOf } from "./links.ts";
import type { ChainLink, ChainNode, Incident } from "./node.ts";
import { meanShares, seenNodes } from "./nodes.ts";
import { plausible, tolerancesFor } from "./tolerances.ts";

/** A candidate that is so likely makes the first fault known. */
const knownFrom = 0.8;
/** Nodes of one incident; what comes later is left out, with a word. */
const mostNodes = 40;

/** The classes where nothing speaks for any: a host that breaks down by itself. */
const noHint: readonly Share[] = [
  { class: "SystemFault", p: 0.4, reason: "" },
  { class: "SoftwareFault", p: 0.35, reason: "" },
  { class: "ExternalFault", p: 0.25, reason: "" },
];

/** The incidents that the evidence shows: those with a failure first, of these the ones with most records. */
export function incidentsOf(evidence: Evidence): readonly Incident[] {
  const seen = seenNodes(evidence);
  const links = linksOf(seen);
  const joined = new Set(links.flatMap(({ from, to }) => [from, to]));
  // A quantity out of its range that leads to nothing is no incident, nor is a silence of which nobody felt anything.
  const nodes = [
    ...seen.errors,
    ...seen.runs,
    ...seen.reports.map(({ node }) => node),
    ...[...seen.excesses, ...seen.silences].filter((node) => joined.has(node)),
  ];
  const changes = changesByHost(evidence.changes);
  return components(nodes, links)
    .map((component) => incidentOf(component, changes))
    .sort((a, b) => weight(b) - weight(a) || a.from - b.from);
}

function weight({ nodes }: Incident): number {
  const records = nodes.reduce((sum, { count }) => sum + count, 0);
  return nodes.some(({ kind }) => kind === "failure") ? 1e9 + records : records;
}

interface Component {
  readonly nodes: readonly ChainNode[];
  readonly links: readonly ChainLink[];
}

function components(nodes: readonly ChainNode[], links: readonly ChainLink[]): readonly Component[] {
  const parent = new Map<ChainNode, ChainNode>();
  const root = (node: ChainNode): ChainNode => {
    let at = node;
    for (let next = parent.get(at); next !== undefined; next = parent.get(at)) at = next;
    // The next search from here is short.
    if (at !== node) parent.set(node, at);
    return at;
  };
  for (const { from, to } of links) {
    const [a, b] = [root(from), root(to)];
    if (a !== b) parent.set(a, b);
  }
  const found = new Map<ChainNode, { readonly nodes: ChainNode[]; readonly links: ChainLink[] }>();
  for (const node of nodes) {
    const key = root(node);
    const group = found.get(key);
    if (group === undefined) found.set(key, { nodes: [node], links: [] });
    else group.nodes.push(node);
  }
  for (const link of links) found.get(root(link.from))?.links.push(link);
  return [...found.values()];
}

function incidentOf({ nodes: all, links: allLinks }: Component, changed: ChangesByHost): Incident {
  const sorted = all.toSorted((a, b) => a.from - b.from);
  const kept = new Set(sorted.slice(0, mostNodes));
  const links = allLinks.filter(({ from, to }) => kept.has(from) && kept.has(to));
  const roots = [...kept].filter((node) => isRoot(node, links));
  const faults = roots.map((node) => faultOf(node, links));
  const nodes = [...faults.map(({ from }) => from), ...kept].sort((a, b) => a.from - b.from || order(a) - order(b));
  const candidates = candidatesOf(faults.map(({ from }) => from));
  const runsOut = [...kept].some(({ source, keys }) => source === "sample" && keys.some((key) => key !== "ClockStep"));
  const { changes, more } = changesAhead(sorted, changed);
  const ends = [...kept].map(({ to }) => to).filter(Number.isFinite);
  return {
    from: sorted[0]?.from ?? 0,
    to: Math.max(...ends, sorted.at(-1)?.from ?? 0),
    hosts: [...new Set(sorted.map(({ host }) => host))].filter((host) => host !== ""),
    scripts: [...new Set(sorted.flatMap(({ events }) => events.map(({ script }) => script)))],
    nodes,
    links: [...faults, ...links],
    candidates,
    changes,
    moreChanges: more,
    isKnown:
      faults.length > 0 &&
      faults.every(({ from }) => (from.shares[0]?.p ?? 0) >= knownFrom && from.source === "record"),
    tolerances: tolerancesFor(candidates, runsOut),
  };
}

/** A link that is weaker leaves room for a fault of the node's own. */
const weak = 0.5;

/** Nothing explains it; or, for a failed call with a diagnosis of its own, only a weak assumption. */
function isRoot(node: ChainNode, links: readonly ChainLink[]): boolean {
  const causes = links.filter(({ to }) => to === node);
  const hasOwn = node.source === "record" && node.shares.length > 0;
  return causes.every(({ confirmed, score }) => hasOwn && !confirmed && score < weak);
}

const kinds = ["fault", "error", "failure"];
function order({ kind }: ChainNode): number {
  return kinds.indexOf(kind);
}

/** The fault behind a node that nothing here explains: known by its record's diagnosis, or only by candidates. */
function faultOf(node: ChainNode, links: readonly ChainLink[]): ChainLink {
  const shares = node.shares.length > 0 ? node.shares : sharesBehind(node, links);
  const top = shares[0];
  const removal = node.events.find((event) => event.removal !== "")?.removal;
  const isKnown = node.source === "record" && top !== undefined && top.p >= knownFrom;
  const fault: ChainNode = {
    kind: "fault",
    source: node.source === "record" ? "record" : "concluded",
    from: node.from,
    to: node.from,
    host: node.host,
    title: isKnown
      ? `${top.class}: ${removal ?? (top.reason === "" ? "see its record" : top.reason)}`
      : "the first fault is not known",
    details: isKnown
      ? []
      : [
          plausible(shares)
            .map(({ class: name, p }) => `${name} ${p.toFixed(2)}`)
            .join(", "),
        ],
    count: 1,
    shares,
    events: [],
    keys: [],
  };
  const says = isKnown
    ? "by the diagnosis of the record"
    : node.source === "record"
      ? "candidates by the diagnosis"
      : "concluded from what followed";
  const confirmed = isKnown && top.p >= 0.95;
  return { from: fault, to: node, confirmed, score: confirmed ? 1 : (top?.p ?? 0), says };
}

/** What the records say that a node led to: on the same host first. */
function sharesBehind(node: ChainNode, links: readonly ChainLink[]): readonly Share[] {
  const reached = new Set([node]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { from, to } of links)
      if (reached.has(from) && !reached.has(to)) {
        reached.add(to);
        grew = true;
      }
  }
  const known = [...reached].filter(({ shares }) => shares.length > 0);
  const here = known.filter(({ host }) => host === node.host);
  if (here.length > 0) return meanShares(here);
  return known.length > 0 ? meanShares(known) : noHint;
}

/** The classes of all first faults, brought to a sum of 1. */
function candidatesOf(faults: readonly ChainNode[]): readonly Share[] {
  const mean = meanShares(faults);
  const sum = mean.reduce((all, { p }) => all + p, 0);
  return sum === 0 ? [] : mean.map((share) => ({ ...share, p: share.p / sum }));
}
