/** All modules of an argument as one graph, their ends found: what the rules look at. Made once a check, in time linear in the case. */

import type { CaseEdge, CaseNode, DCase, EdgeKind, NodeType } from "../model/case.ts";
import type { Parameter } from "../model/pattern.ts";
import type { Places } from "../model/places.ts";

/** A module as it was read. */
export interface CheckedModule {
  readonly case: DCase;
  readonly places: Places;
  /** Its path, as its `uses` and those of others lead to it. */
  readonly file: string;
}

export interface Home extends CheckedModule {
  readonly name: string;
  /** Its number among the modules. */
  readonly order: number;
  readonly members: readonly Member[];
  readonly byUid: ReadonlyMap<string, Member>;
  /** The first with each label. */
  readonly byLabel: ReadonlyMap<string, Member>;
  /** Something is left to be filled in: a parameter without a value, or a node of the kind pattern. */
  readonly isPattern: boolean;
}

export interface Member {
  /** Over all modules. */
  readonly number: number;
  readonly home: Home;
  readonly node: CaseNode;
  readonly label: string;
  readonly type: NodeType;
  readonly out: readonly Link[];
  /** Without challenges of edges. */
  readonly into: readonly Link[];
}

export interface Link {
  /** `away`: what the node stands for; `develops`: what another module puts below. */
  readonly kind: EdgeKind | "away" | "develops";
  readonly from: Member;
  /** The other end as it was written; of a challenge of an edge its first end. */
  readonly named: string;
  /** Undefined where there is none, and of a challenge of an edge. */
  readonly to: Member | undefined;
  /** The edge that is challenged. */
  readonly at?: { readonly named: string; readonly from: Member | undefined; readonly to: Member | undefined };
  /** Undefined of `away` and `develops`. */
  readonly edge: CaseEdge | undefined;
}

/** What few nodes have, so that a rule need not look at all. */
const rare = [
  "away",
  "evidence",
  "monitor",
  "claimPoints",
  "choices",
  "parameters",
  "attachments",
  "translations",
  "tags",
  "owner",
  "validUntil",
  "undeveloped",
  "uninstantiated",
  "defeated",
] as const;
export type Rare = (typeof rare)[number];

export interface Argument {
  readonly homes: readonly Home[];
  /** The first with each name. */
  readonly byName: ReadonlyMap<string, Home>;
  readonly members: readonly Member[];
  /** Those that were written, in order. */
  readonly links: readonly Link[];
  readonly challenges: readonly Link[];
  /** Edges that begin at no node. */
  readonly strays: readonly { readonly home: Home; readonly edge: CaseEdge }[];
  /** The first with each label, over all modules. */
  readonly byLabel: ReadonlyMap<string, Member>;
  /** Pairs with the same label in one module, the first one ahead; and with the same uid, but those of a module whose uids are its labels. */
  readonly sameLabel: readonly (readonly [Member, Member])[];
  readonly sameUid: readonly (readonly [Member, Member])[];
  /** What nothing else is argued or stated with, and that challenges nothing. */
  readonly roots: readonly Member[];
  readonly of: (type: NodeType) => readonly Member[];
  readonly having: (what: Rare) => readonly Member[];
}

type Growing<T> = { -readonly [K in keyof T]: T[K] };
type GrowingMember = Growing<Omit<Member, "out" | "into">> & { out: Link[]; into: Link[] };
type GrowingHome = Growing<Omit<Home, "members">> & { members: GrowingMember[] };

export function argumentOf(modules: readonly CheckedModule[]): Argument {
  const sameLabel: [Member, Member][] = [];
  const sameUid: [Member, Member][] = [];
  const members: GrowingMember[] = [];
  const byType = new Map<NodeType, Member[]>();
  const byRare = new Map<string, Member[]>(rare.map((each) => [each, []]));
  const homes = modules.map((module, order): GrowingHome => {
    const hasUids = !module.case.nodes.every(({ uid, label }) => uid === label);
    const byUid = new Map<string, Member>();
    const byLabel = hasUids ? new Map<string, Member>() : byUid;
    const home: GrowingHome = {
      ...module,
      name: module.case.module.name,
      order,
      members: [],
      byUid,
      byLabel,
      isPattern: hasOpen(module.case.module.parameters),
    };
    for (const node of module.case.nodes) {
      const { uid, label, type } = node;
      const member: GrowingMember = { number: members.length, home, node, label, type, out: noLinks, into: noLinks };
      members.push(member);
      home.members.push(member);
      byUid.set(uid, member);
      if (hasUids) byLabel.set(label, member);
      push(byType, type, member);
      // Most nodes have few keys: there are more rare ones to be asked for.
      for (const key in node) {
        const having = byRare.get(key);
        if (having !== undefined && isSaid(node[key as Rare])) having.push(member);
      }
      if (node.kind === "pattern") home.isPattern = true;
    }
    keepFirst(byUid, home.members, ({ node }) => node.uid, hasUids ? sameUid : sameLabel);
    if (hasUids) keepFirst(byLabel, home.members, ({ label }) => label, sameLabel);
    return home;
  });
  for (const { home, node } of byRare.get("parameters") ?? [])
    if (hasOpen(node.parameters)) (home as GrowingHome).isPattern = true;
  const byLabel = labelsOf(homes);
  const links: Link[] = [];
  const challenges: Link[] = [];
  const strays: { home: Home; edge: CaseEdge }[] = [];
  for (const home of homes) {
    const find = finder(home, homes, byLabel);
    // The edges of a node mostly stand together.
    let from: Member | undefined;
    for (const edge of home.case.edges) {
      if (from?.node.uid !== edge.from) from = home.byUid.get(edge.from);
      if (from === undefined) strays.push({ home, edge });
      else {
        const link = join(linkOf(edge, from, find));
        links.push(link);
        if (link.kind === "challenges") challenges.push(link);
      }
    }
  }
  const byName = new Map([...homes].reverse().map((home) => [home.name, home]));
  for (const home of homes) joinModules(home, (name) => byName.get(name), byRare.get("away") ?? []);
  return {
    homes,
    byName,
    members,
    links,
    challenges,
    strays,
    byLabel,
    sameLabel,
    sameUid,
    roots: members.filter(isRoot),
    of: (type) => byType.get(type) ?? none,
    having: (what) => byRare.get(what) ?? none,
  };
}

/** Whether a link is part of the tree of the argument: what supports, what is stated with it, and what stands in other modules. */
export function leadsDown({ kind }: Link): boolean {
  return kind !== "challenges" && kind !== "responsibility";
}

const none: readonly Member[] = [];
/** Of all nodes without links, most of which are leaves; never pushed to. */
const noLinks: Link[] = [];

function hasOpen(parameters: readonly Parameter[] = []): boolean {
  return parameters.some(({ value }) => value === undefined);
}

/** Whether links may lead to it: they all lead to the first node with a uid, and of another one they say nothing. */
export function isFirst({ home, node }: Member): boolean {
  return home.byUid.get(node.uid)?.node === node;
}

function isRoot(member: Member): boolean {
  for (const link of member.into) if (leadsDown(link)) return false;
  for (const { kind } of member.out) if (kind === "challenges") return false;
  return isFirst(member);
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== false;
}

function linkOf(edge: CaseEdge, from: Member, find: (name: string) => Member | undefined): Link {
  const { kind, to } = edge;
  if (typeof to === "string") return { kind, from, named: to, to: find(to), edge };
  return {
    kind,
    from,
    named: to.from,
    to: undefined,
    at: { named: to.to, from: find(to.from), to: find(to.to) },
    edge,
  };
}

function join(link: Link): Link {
  // The members are ours until the argument is made.
  const from = link.from as GrowingMember;
  if (from.out === noLinks) from.out = [link];
  else from.out.push(link);
  const to = link.to as GrowingMember | undefined;
  if (to === undefined) return link;
  if (to.into === noLinks) to.into = [link];
  else to.into.push(link);
  return link;
}

/** What `away` and `extends` put below a node. */
function joinModules(home: Home, named: (name: string) => Home | undefined, away: readonly Member[]): void {
  for (const from of away) {
    const target = from.home === home ? from.node.away : undefined;
    if (target === undefined) continue;
    const to = named(target.module)?.byLabel.get(target.node);
    if (to !== undefined && to !== from) join({ kind: "away", from, named: target.node, to, edge: undefined });
  }
  for (const { module, develops } of home.case.module.extends ?? []) {
    for (const [label, locals] of Object.entries(develops)) {
      const from = named(module)?.byLabel.get(label);
      for (const local of locals) {
        const to = home.byLabel.get(local);
        if (from !== undefined && to !== undefined) join({ kind: "develops", from, named: local, to, edge: undefined });
      }
    }
  }
}

/** A uid of the module, else a label of any, else a uid of another one. */
function finder(home: Home, homes: readonly Home[], byLabel: ReadonlyMap<string, Member>) {
  return (name: string): Member | undefined => {
    const found = home.byUid.get(name) ?? home.byLabel.get(name) ?? byLabel.get(name);
    if (found !== undefined || homes.length === 1) return found;
    return homes.find(({ byUid }) => byUid.has(name))?.byUid.get(name);
  };
}

function labelsOf(homes: readonly Home[]): ReadonlyMap<string, Member> {
  const [first] = homes;
  if (first !== undefined && homes.length === 1) return first.byLabel;
  const all = new Map<string, Member>();
  for (const { byLabel } of homes) for (const [label, member] of byLabel) if (!all.has(label)) all.set(label, member);
  return all;
}

/** Puts the first of those with one key into a map that holds the last; mostly no two have one. */
function keepFirst(
  map: Map<string, Member>,
  members: readonly Member[],
  keyOf: (member: Member) => string,
  twins: [Member, Member][],
): void {
  if (map.size === members.length) return;
  map.clear();
  for (const member of members) {
    const before = map.get(keyOf(member));
    if (before === undefined) map.set(keyOf(member), member);
    else twins.push([before, member]);
  }
}

function push<K>(map: Map<K, Member[]>, key: K, member: Member): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [member]);
  else list.push(member);
}
