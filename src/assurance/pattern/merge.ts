/** An instance put into a case, or made again in the case that holds it: nothing that people wrote is lost. */

import { nearest } from "../../diagnostics/index.ts";
import type { CaseEdge, CaseNode, DCase } from "../model/case.ts";
import { indexOf } from "../model/index-of.ts";
import type { Trouble } from "../model/reading.ts";
import { knownNodes } from "./earlier.ts";
import type { Made } from "./made-case.ts";
import { mergedEdges } from "./merge-edges.ts";
import { isUntouched, mergedNode } from "./merge-node.ts";
import { FreeLabels } from "./naming.ts";
import { sameJson } from "./values.ts";

export interface Merging {
  /** What the pattern made then; undefined where that is not known, or where it is new. */
  readonly base: DCase | undefined;
  /** The label of the node that it supports. */
  readonly under: string | undefined;
  /** Whether nodes go that the pattern makes no more, and that nobody has touched. */
  readonly isPruned: boolean;
  /** Whether the whole module is this instance. */
  readonly isWhole: boolean;
  /** The pattern's name and that of the instance: whose nodes are its own. */
  readonly prefix: string;
}

export interface Merged {
  readonly case: DCase;
  readonly troubles: readonly Trouble[];
  /** What was kept as people wrote it, and what became of nodes. */
  readonly told: readonly Trouble[];
}

export function merged(whole: DCase, made: Made, merging: Merging): Merged {
  const told: Trouble[] = [];
  const troubles: Trouble[] = [];
  const { nodes, edges } = made.case;
  const known = knownNodes(whole, nodes);
  const baseNodes = new Map(merging.base?.nodes.map((node) => [node.uid, node]));
  const isRemoved = ({ uid }: CaseNode): boolean => baseNodes.has(uid) && !known.has(uid);
  for (const node of nodes.filter(isRemoved))
    told.push(tell("INS-22", `${node.label} of the pattern was removed by hand, and is not made again`));
  const kept = nodes.filter((node) => !isRemoved(node));
  const present = new Set(kept.map(({ uid }) => uid));
  const uidOf = (uid: string): string => known.get(uid)?.uid ?? uid;
  const mapped = (list: readonly CaseEdge[]): readonly CaseEdge[] => list.map((edge) => moved(edge, uidOf));
  const now = mapped(
    edges.filter((edge) => endsIn(edge).every((uid) => present.has(uid) || !isOf(uid, merging.prefix))),
  );
  const own = mergedEdges(whole.edges, now, merging.base && mapped(merging.base.edges));
  const gone = goneIn(whole, nodes, known, merging, told);
  const joined = joint(whole, made, merging.under, uidOf, troubles);
  const all = [...own.edges, ...joined.edges].filter((edge) => endsIn(edge).every((uid) => !gone.has(uid)));
  const supported = new Set(all.flatMap(({ kind, from }) => (kind === "supportedBy" ? [from] : [])));
  const labels = new FreeLabels(
    foreignEnds(all),
    whole.nodes.map(({ label }) => label),
  );
  const updated = new Map<string, CaseNode>();
  const fresh = new Map<string, CaseNode>();
  for (const node of kept) {
    const mine = known.get(node.uid);
    if (mine === undefined) {
      fresh.set(node.uid, { ...node, label: labels.next(node.label) });
      continue;
    }
    const { node: result, kept: keys } = mergedNode(mine, node, baseNodes.get(node.uid), supported.has(mine.uid));
    updated.set(mine.uid, result);
    for (const key of keys) told.push(tell("INS-20", keptText(nameOfKey(key), mine.label, merging.base)));
  }
  for (const edge of own.away.filter((each) => endsIn(each).every((uid) => !gone.has(uid))))
    told.push(tell("INS-21", `an edge from ${labelIn(edge.from, whole)} was taken away by hand, and stays away`));
  const placed = placedIn(whole, kept, known, fresh).filter(({ uid }) => !gone.has(uid));
  return {
    case: {
      module: merging.isWhole ? moduleOf(whole, made.case, merging.base) : whole.module,
      nodes: placed.map((node) => joined.changed.get(node.uid) ?? updated.get(node.uid) ?? node),
      edges: all,
    },
    troubles,
    told,
  };
}

/** Where it is not known what the pattern said then, nobody knows whether it was people who wrote it. */
function keptText(what: string, label: string, base: DCase | undefined): string {
  return base === undefined
    ? `the ${what} of ${label} is not what the pattern says, and stays`
    : `the ${what} of ${label} was written by hand, and stays`;
}

function tell(code: string, message: string): Trouble {
  return { code, message };
}

function isOf(uid: string, prefix: string): boolean {
  return uid.startsWith(`${prefix}:`);
}

function endsIn({ from, to }: CaseEdge): readonly string[] {
  return typeof to === "string" ? [from, to] : [from, to.from, to.to];
}

/** What may be labels of other modules. */
function foreignEnds(edges: readonly CaseEdge[]): readonly string[] {
  return edges.flatMap(({ to }) => (typeof to === "string" ? [to] : []));
}

function moved(edge: CaseEdge, uidOf: (uid: string) => string): CaseEdge {
  const { from, to } = edge;
  const end = typeof to === "string" ? uidOf(to) : { from: uidOf(to.from), to: uidOf(to.to) };
  return { ...edge, from: uidOf(from), to: end };
}

/** The nodes that the pattern makes no more: they stay, and are told of, unless they are to go and nobody has touched them. */
function goneIn(
  whole: DCase,
  nodes: readonly CaseNode[],
  known: ReadonlyMap<string, CaseNode>,
  { base, isPruned, prefix }: Merging,
  told: Trouble[],
): ReadonlySet<string> {
  const current = new Set([...nodes.map(({ uid }) => uid), ...[...known.values()].map(({ uid }) => uid)]);
  const bases = new Map(base?.nodes.map((node) => [node.uid, node]));
  const baseUids = new Set(base?.nodes.map(({ uid }) => uid));
  const gone = new Set<string>();
  for (const node of whole.nodes) {
    if (node.instance === undefined || !isOf(node.uid, prefix) || current.has(node.uid)) continue;
    const before = bases.get(node.uid);
    const below = indexOf(whole).out(node.uid);
    const isPeoples = below.some(({ to }) => typeof to === "string" && !baseUids.has(to));
    if (isPruned && before !== undefined && isUntouched(node, before) && !isPeoples) {
      gone.add(node.uid);
      told.push(tell("INS-23", `${node.label} is no part of the pattern any more, and is removed`));
    } else told.push(tell("INS-24", `${node.label} is no part of the pattern any more, and stays`));
  }
  return gone;
}

/** What joins an instance to the node that it stands under. */
function joint(
  whole: DCase,
  { case: made, roots }: Made,
  under: string | undefined,
  uidOf: (uid: string) => string,
  troubles: Trouble[],
): { readonly edges: readonly CaseEdge[]; readonly changed: ReadonlyMap<string, CaseNode> } {
  const none = { edges: [], changed: new Map<string, CaseNode>() };
  if (under === undefined) return none;
  const node = indexOf(whole).byLabel.get(under);
  if (node === undefined) {
    const near = nearest(under, indexOf(whole).byLabel.keys());
    const help = near === undefined ? "name the label of a goal or a strategy of the case" : `did you mean ${near}?`;
    troubles.push({ code: "INS-11", message: `the case has no node ${under}`, help });
    return none;
  }
  const there = new Set(
    indexOf(whole)
      .out(node.uid)
      .map(({ to }) => to),
  );
  const edges = made.nodes.flatMap((root): readonly CaseEdge[] => {
    const to = uidOf(root.uid);
    if (!roots.has(root.uid) || there.has(to)) return [];
    const isBelow = root.type === "goal" || root.type === "strategy" || root.type === "evidence";
    return [{ kind: isBelow ? "supportedBy" : "inContextOf", from: node.uid, to }];
  });
  const { undeveloped: _, ...developed } = node;
  return { edges, changed: edges.length > 0 ? new Map([[node.uid, developed]]) : none.changed };
}

/** New nodes stand behind the one that they follow in the pattern; at the end where there is none. */
function placedIn(
  whole: DCase,
  made: readonly CaseNode[],
  known: ReadonlyMap<string, CaseNode>,
  fresh: ReadonlyMap<string, CaseNode>,
): readonly CaseNode[] {
  const followers = new Map<string | undefined, CaseNode[]>();
  let last: string | undefined;
  for (const { uid } of made) {
    const node = fresh.get(uid);
    if (node === undefined) last = known.get(uid)?.uid ?? last;
    else followers.set(last, [...(followers.get(last) ?? []), node]);
  }
  return [
    ...whole.nodes.flatMap((node) => [node, ...(followers.get(node.uid) ?? [])]),
    ...(followers.get(undefined) ?? []),
  ];
}

/** A module that is all of it an instance goes along with its pattern, but for what people changed. */
function moduleOf(whole: DCase, made: DCase, base: DCase | undefined): DCase["module"] {
  const result: Record<string, unknown> = { ...whole.module, instance: made.module.instance };
  const keys = new Set([...Object.keys(whole.module), ...Object.keys(made.module)] as (keyof DCase["module"])[]);
  for (const key of keys) {
    if (key === "name" || key === "instance") continue;
    const own = whole.module[key] as never;
    const isOwn = base === undefined ? own !== undefined : !sameJson(own, base.module[key] as never);
    if (!isOwn && made.module[key] !== undefined) result[key] = made.module[key];
  }
  // The keys are those of modules, each with a value of its own.
  return result as unknown as DCase["module"];
}

const keyNames: Readonly<Partial<Record<keyof CaseNode, string>>> = {
  translations: "translation",
  validUntil: "last day",
  evidence: "evidence",
  monitor: "monitor",
  parameters: "parameters",
};

function nameOfKey(key: keyof CaseNode): string {
  return keyNames[key] ?? key;
}

function labelIn(uid: string, whole: DCase): string {
  return indexOf(whole).byUid.get(uid)?.label ?? uid;
}
