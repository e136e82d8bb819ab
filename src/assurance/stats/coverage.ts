/** Which goals come down to evidence on every branch, and where the others end. */

import { componentsOf } from "../graph/components.ts";
import type { CaseNode } from "../model/case.ts";
import type { CaseIndex } from "../model/index-of.ts";
import type { Coverage } from "./model.ts";

/** What a node that is defeated supports is open, and so is a cycle: going round it never comes to evidence. */
export function coverageOf(index: CaseIndex): Coverage {
  const below = new Map<string, Supports>();
  for (const uid of index.byUid.keys()) below.set(uid, supportsOf(uid, index));
  const covered = new Set<string>();
  const ends: CaseNode[] = [];
  for (const { members, isCycle } of componentsOf(below.keys(), (uid) => below.get(uid)?.there ?? [])) {
    for (const uid of members) {
      const node = index.byUid.get(uid);
      if (node === undefined || node.defeated === true || node.undeveloped === true) continue;
      const { there, isWhole } = below.get(uid) ?? { there: [], isWhole: false };
      const isBorne = !isCycle && there.length > 0 && isWhole && there.every((each) => covered.has(each));
      if (isEnd(node) || isBorne) covered.add(uid);
    }
  }
  for (const node of index.byUid.values())
    if (isArgued(node) && !covered.has(node.uid) && (below.get(node.uid)?.there.length ?? 0) === 0) ends.push(node);
  const goals = [...index.byUid.values()].filter(({ type }) => type === "goal");
  const open = goals.filter(({ uid }) => !covered.has(uid));
  return {
    goals: goals.length,
    covered: goals.length - open.length,
    open: open.map(({ uid, label }) => ({ uid, label })),
    ends: ends.map(({ uid, label }) => ({ uid, label })),
  };
}

interface Supports {
  readonly there: readonly string[];
  /** None of them is missing, or supports it by an edge that is defeated. */
  readonly isWhole: boolean;
}

const unsupported: Supports = { there: [], isWhole: true };

function supportsOf(uid: string, index: CaseIndex): Supports {
  const edges = index.out(uid);
  // Most nodes of a large case have nothing below them.
  if (edges.length === 0) return unsupported;
  const there: string[] = [];
  let isWhole = true;
  for (const { kind, to, defeated } of edges) {
    if (kind !== "supportedBy") continue;
    if (typeof to === "string" && index.byUid.has(to)) there.push(to);
    else isWhole = false;
    if (defeated === true) isWhole = false;
  }
  return { there, isWhole };
}

/** Evidence, a monitor, or what another module argues. */
function isEnd({ type, kind, evidence, monitor, away }: CaseNode): boolean {
  const isElsewhere = away !== undefined || kind === "module" || kind === "contract";
  return type === "evidence" || evidence !== undefined || monitor !== undefined || isElsewhere;
}

function isArgued({ type }: CaseNode): boolean {
  return type === "goal" || type === "strategy" || type === "evidence";
}
