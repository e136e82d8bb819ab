/** Which nodes are the same in two cases without a common uid, as of a file that was read again by a tool that makes new ones. */

import type { CaseEdge, CaseNode, DCase } from "../model/case.ts";
import type { CaseIndex } from "../model/index-of.ts";
import type { Matched } from "./model.ts";

/** Nothing where a single uid is in both: then uids can be trusted. */
export function matchedOf(before: CaseIndex, after: CaseIndex): readonly Matched[] {
  for (const uid of before.byUid.keys()) if (after.byUid.has(uid)) return [];
  const found = new Map<string, Matched>();
  const taken = new Set<string>();
  const match = (old: CaseNode, now: CaseNode | undefined, by: Matched["by"]): boolean => {
    if (now === undefined || found.has(old.uid) || taken.has(now.uid)) return false;
    found.set(old.uid, { before: old.uid, after: now.uid, by });
    taken.add(now.uid);
    return true;
  };
  // What has its label and its words first: the others of a renumbered case are found below it by their words.
  for (const old of before.byUid.values()) {
    const now = after.byLabel.get(old.label);
    if (now !== undefined && wordsKey(old) === wordsKey(now)) match(old, now, "label");
  }
  matchBelow(before, after, { found, taken }, match);
  for (const old of before.byUid.values()) match(old, after.byLabel.get(old.label), "label");
  matchBelow(before, after, { found, taken }, match);
  // What was moved and has another label.
  const left = onlyOnes([...after.byUid.values()].filter(({ uid }) => !taken.has(uid)));
  for (const [words, old] of onlyOnes([...before.byUid.values()].filter(({ uid }) => !found.has(uid))))
    match(old, left.get(words), "text");
  matchBelow(before, after, { found, taken }, match);
  return [...found.values()];
}

/** The case with other uids. */
export function renamed(whole: DCase, matched: readonly Matched[]): DCase {
  if (matched.length === 0) return whole;
  const names = new Map(matched.map(({ before, after }) => [before, after]));
  const name = (uid: string): string => names.get(uid) ?? uid;
  return {
    ...whole,
    nodes: whole.nodes.map((node) => ({
      ...node,
      uid: name(node.uid),
      ...(node.choices === undefined
        ? {}
        : { choices: node.choices.map((choice) => ({ ...choice, of: choice.of.map(name) })) }),
    })),
    edges: whole.edges.map(
      (edge): CaseEdge => ({
        ...edge,
        from: name(edge.from),
        to: typeof edge.to === "string" ? name(edge.to) : { from: name(edge.to.from), to: name(edge.to.to) },
      }),
    ),
  };
}

/** By type and text, among the roots and below each pair that was found, until nothing more is. */
function matchBelow(
  before: CaseIndex,
  after: CaseIndex,
  { found, taken }: { readonly found: ReadonlyMap<string, Matched>; readonly taken: ReadonlySet<string> },
  match: (old: CaseNode, now: CaseNode, by: "text") => boolean,
): void {
  const pairs: (readonly [old: readonly CaseNode[], now: readonly CaseNode[]])[] = [[before.roots, after.roots]];
  for (const pair of found.values()) pairs.push([below(pair.before, before), below(pair.after, after)]);
  // Grows while it is gone through.
  for (const [old, now] of pairs) {
    const byWords = new Map<string, CaseNode[]>();
    // The last first, so that each is taken from the end.
    for (const node of now.toReversed()) {
      if (taken.has(node.uid)) continue;
      const same = byWords.get(wordsKey(node));
      if (same === undefined) byWords.set(wordsKey(node), [node]);
      else same.push(node);
    }
    for (const node of old) {
      const same = found.has(node.uid) ? undefined : byWords.get(wordsKey(node))?.pop();
      if (same !== undefined && match(node, same, "text"))
        pairs.push([below(node.uid, before), below(same.uid, after)]);
    }
  }
}

/** The nodes whose words no other one has. */
function onlyOnes(nodes: readonly CaseNode[]): ReadonlyMap<string, CaseNode> {
  const times = new Map<string, number>();
  for (const node of nodes) times.set(wordsKey(node), (times.get(wordsKey(node)) ?? 0) + 1);
  return new Map(nodes.filter((node) => times.get(wordsKey(node)) === 1).map((node) => [wordsKey(node), node]));
}

function below(uid: string, index: CaseIndex): readonly CaseNode[] {
  return index.out(uid).flatMap(({ to }) => (typeof to === "string" ? (index.byUid.get(to) ?? []) : []));
}

function wordsKey({ type, text }: CaseNode): string {
  return `${type}\n${text}`;
}
