/** One label for one node: where both sides gave it to a node of their own, that of theirs gets the next free one. */

import type { CaseNode, DCase, NodeType } from "../model/case.ts";
import { type CaseIndex, indexOf } from "../model/index-of.ts";
import { prefixOf } from "../model/labels.ts";
import type { MergeNote, Three } from "./model.ts";

/** Theirs with labels that do not meet those of ours. */
export function freeOfLabels(
  { base, ours, theirs }: Three<CaseIndex>,
  survivors: ReadonlySet<string>,
  notes: MergeNote[],
): CaseIndex {
  const holders = new Map<string, string[]>();
  for (const uid of survivors) {
    const label = mergedLabel(uid, base, ours, theirs);
    const known = holders.get(label);
    if (known === undefined) holders.set(label, [uid]);
    else known.push(uid);
  }
  const names = new Map<string, string>();
  const next = freeLabels([base, ours, theirs]);
  for (const [label, uids] of holders) {
    const ofOurs = uids.filter((uid) => ours.byUid.get(uid)?.label === label);
    // Where one side had the label twice by itself, that is for the rules to tell.
    if (uids.length === 1 || ofOurs.length === 0) continue;
    for (const uid of uids) {
      const node = theirs.byUid.get(uid);
      if (node === undefined || ofOurs.includes(uid)) continue;
      if (ofOurs.some((each) => theirs.byUid.get(each)?.label === label)) continue;
      const free = next(node.type);
      names.set(uid, free);
      notes.push({ kind: "relabelled", uid, before: label, after: free });
    }
  }
  return names.size === 0 ? theirs : indexOf(relabelled(theirs, names));
}

function mergedLabel(uid: string, base: CaseIndex, ours: CaseIndex, theirs: CaseIndex): string {
  const [old, own, other] = [base, ours, theirs].map((index) => index.byUid.get(uid)?.label);
  if (own === undefined || other === undefined) return own ?? other ?? uid;
  return own === old ? other : own;
}

function freeLabels(cases: readonly CaseIndex[]): (type: NodeType) => string {
  const isTaken = (label: string): boolean => cases.some(({ byLabel }) => byLabel.has(label));
  const last = new Map<string, number>();
  return (type) => {
    const prefix = prefixOf(type);
    let number = (last.get(prefix) ?? 0) + 1;
    while (isTaken(`${prefix}${number}`)) number += 1;
    last.set(prefix, number);
    return `${prefix}${number}`;
  };
}

/** Labels stand in a few more places of a module. */
function relabelled({ case: whole, byLabel }: CaseIndex, names: ReadonlyMap<string, string>): DCase {
  const now = new Map(
    [...byLabel].flatMap(([label, { uid }]) => (names.has(uid) ? [[label, names.get(uid) ?? label] as const] : [])),
  );
  const rename = (label: string): string => now.get(label) ?? label;
  const { publishes, extends: extensions } = whole.module;
  return {
    ...whole,
    module: {
      ...whole.module,
      ...(publishes === undefined ? {} : { publishes: publishes.map(rename) }),
      ...(extensions === undefined
        ? {}
        : {
            extends: extensions.map(({ module, develops }) => ({
              module,
              develops: Object.fromEntries(Object.entries(develops).map(([there, here]) => [there, here.map(rename)])),
            })),
          }),
    },
    nodes: whole.nodes.map((node): CaseNode => {
      const label = names.get(node.uid) ?? node.label;
      if (node.claimPoints === undefined) return label === node.label ? node : { ...node, label };
      return { ...node, label, claimPoints: node.claimPoints.map(({ name, at }) => ({ name, at: at.map(rename) })) };
    }),
  };
}
