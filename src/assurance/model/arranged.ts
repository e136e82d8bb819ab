/** A case in the one order of its parts, so that the same argument is the same data whatever file it came from. */

import type { CaseEdge, CaseNode, DCase, EdgeKind } from "./case.ts";
import { indexOf } from "./index-of.ts";
import type { CaseFile } from "./revision.ts";

const kinds: readonly EdgeKind[] = ["supportedBy", "inContextOf", "challenges", "responsibility"];

/** Edges by their nodes and kinds, each node's in its own order; keys in the order of the model; nothing empty. */
export function arranged(whole: DCase): DCase {
  const index = indexOf(whole);
  const edges: CaseEdge[] = [];
  const done = new Set<string>();
  for (const { uid } of whole.nodes) {
    if (done.has(uid)) continue;
    done.add(uid);
    const own = index.out(uid);
    for (const kind of kinds) for (const edge of own) if (edge.kind === kind) edges.push(inOrder(edge, edgeKeys));
  }
  // An edge whose beginning is missing belongs to no node: it stays, for the rules to find.
  for (const edge of whole.edges) if (!done.has(edge.from)) edges.push(inOrder(edge, edgeKeys));
  const nodes = whole.nodes.map((node) => inOrder(node, nodeKeys));
  return { module: inOrder(whole.module, moduleKeys), nodes, edges };
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
  const made: Record<string, unknown> = {};
  for (const key of keys) {
    const found: unknown = value[key];
    if (found === undefined || found === false || isEmpty(found)) continue;
    made[key] = found;
  }
  // The keys are those of T, each with its own value.
  return made as T;
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
