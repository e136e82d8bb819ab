/** A case in the one order of its parts, so that the same argument is the same data whatever file it came from. */

import type { CaseEdge, CaseNode, DCase, EdgeKind } from "./case.ts";
import { indexOf } from "./index-of.ts";
import type { CaseFile } from "./revision.ts";

const kinds: readonly EdgeKind[] = ["supportedBy", "inContextOf", "challenges", "responsibility"];

/** Edges by their nodes and kinds, each node's in its own order; keys in the order of the model; nothing empty. */
export function arranged(whole: DCase): DCase {
  const nodes = mapped(whole.nodes, (node) => inOrder(node, nodeKeys));
  const edges = mapped(whole.edges, (edge) => inOrder(edge, edgeKeys));
  const module = inOrder(whole.module, moduleKeys);
  const same = nodes === whole.nodes && edges === whole.edges && module === whole.module;
  const made = same ? whole : { module, nodes, edges };
  return areSorted(made) ? made : { module, nodes, edges: sorted(made) };
}

/** The list itself where nothing changes. */
function mapped<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  const made = list.map(change);
  return made.every((item, at) => item === list[at]) ? list : made;
}

function areSorted({ nodes, edges }: DCase): boolean {
  let node = 0;
  let kind = 0;
  for (const edge of edges) {
    const place = kinds.indexOf(edge.kind);
    if (nodes[node]?.uid !== edge.from || place < kind) {
      if (nodes[node]?.uid === edge.from) return false;
      while (node < nodes.length && nodes[node]?.uid !== edge.from) node += 1;
      if (node === nodes.length) return false;
    }
    kind = place;
  }
  return true;
}

function sorted(whole: DCase): readonly CaseEdge[] {
  const index = indexOf(whole);
  const edges: CaseEdge[] = [];
  const done = new Set<string>();
  for (const { uid } of whole.nodes) {
    if (done.has(uid)) continue;
    done.add(uid);
    const own = index.out(uid);
    for (const kind of kinds) for (const edge of own) if (edge.kind === kind) edges.push(edge);
  }
  // An edge whose beginning is missing belongs to no node: it stays, for the rules to find.
  for (const edge of whole.edges) if (!done.has(edge.from)) edges.push(edge);
  return edges;
}

export function arrangedFile({ case: whole, revisions }: CaseFile): CaseFile {
  const last = revisions.at(-1)?.case;
  const made = revisions.map((revision) => ({ ...revision, case: arranged(revision.case) }));
  const kept = made.at(-1)?.case;
  return { case: last === whole && kept !== undefined ? kept : arranged(whole), revisions: made };
}

const nodeKeys = [
  "uid",
  "label",
  "type",
  "kind",
  "text",
  "translations",
  "undeveloped",
  "uninstantiated",
  "defeated",
  "owner",
  "validUntil",
  "url",
  "tags",
  "parameters",
  "attachments",
  "evidence",
  "monitor",
  "away",
  "claimPoints",
  "layers",
  "choices",
  "instance",
  "presentation",
] as const satisfies readonly (keyof CaseNode)[];
const edgeKeys = [
  "kind",
  "from",
  "to",
  "defeated",
  "optional",
  "repeats",
  "note",
] as const satisfies readonly (keyof CaseEdge)[];
const moduleKeys = [
  "name",
  "brief",
  "names",
  "briefs",
  "language",
  "uses",
  "extends",
  "parameters",
  "instance",
  "agree",
  "profile",
  "publishes",
  "presentation",
  "extra",
] as const satisfies readonly (keyof DCase["module"])[];

/** `false`, and lists and maps with nothing in them, say what a missing key says. */
function inOrder<T extends object>(value: T, keys: readonly (keyof T & string)[]): T {
  if (isInOrder(value, keys)) return value;
  const made: Record<string, unknown> = {};
  for (const key of keys) {
    const found: unknown = value[key];
    if (found === undefined || found === false || isEmpty(found)) continue;
    made[key] = found;
  }
  // The keys are those of T, each with its own value.
  return made as T;
}

function isInOrder<T extends object>(value: T, keys: readonly (keyof T & string)[]): boolean {
  let at = 0;
  for (const name in value) {
    while (at < keys.length && keys[at] !== name) at += 1;
    const found: unknown = value[name];
    if (at === keys.length || found === undefined || found === false || isEmpty(found)) return false;
    at += 1;
  }
  return true;
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  for (const _ in value) return false;
  return true;
}
