/** The revisions of a case gone through, each compared with the one ahead of it. */

import { differenceOf } from "../diff/difference.ts";
import type { CaseDifference, Change, NodeDifference, NodeName } from "../diff/model.ts";
import type { CaseNode, DCase } from "../model/case.ts";
import { indexOf } from "../model/index-of.ts";
import type { Revision } from "../model/revision.ts";
import type { Chapter, NodeStory, Replay, RevisionHead } from "./model.ts";

export function replayOf(revisions: readonly Revision[]): Replay {
  const stories = new Map<string, NodeStory>();
  const chapters: Chapter[] = [];
  let before: DCase | undefined;
  for (const { case: whole, ...head } of revisions) {
    // What the first one says of the module was not otherwise before.
    const difference = differenceOf(before ?? { module: whole.module, nodes: [], edges: [] }, whole);
    // From here on a node goes by the uid that it has now.
    for (const { before: old, after } of difference.matched) {
      const story = stories.get(old);
      stories.delete(old);
      if (story !== undefined) stories.set(after, { ...story, uid: after });
    }
    for (const each of difference.nodes) tell(each, head, stories);
    chapters.push(chapterOf(head, difference));
    before = whole;
  }
  const there = before === undefined ? [] : [...indexOf(before).byUid.keys()];
  const gone = [...stories.values()].filter(({ removed }) => removed !== undefined);
  return { chapters, nodes: [...there.flatMap((uid) => stories.get(uid) ?? []), ...gone] };
}

function tell(each: NodeDifference, head: RevisionHead, stories: Map<string, NodeStory>): void {
  if (each.kind === "changed") {
    const { uid, label, text } = each.after;
    const story = stories.get(uid);
    const worded = each.before.text === text ? story?.worded : head;
    if (story !== undefined) stories.set(uid, { ...story, label, text, worded: worded ?? head, changed: head });
    return;
  }
  const { uid, label, text } = each.node;
  const story = stories.get(uid);
  if (each.kind === "added") stories.set(uid, { uid, label, text, added: head, worded: head, changed: head });
  else if (story !== undefined) stories.set(uid, { ...story, removed: head });
}

function chapterOf(head: RevisionHead, { nodes, module }: CaseDifference): Chapter {
  const changed = nodes.flatMap((each) => (each.kind === "changed" ? [each] : []));
  const withChange = (is: (change: Change) => boolean): readonly NodeName[] =>
    changed.filter(({ changes }) => changes.some(is)).map(({ after }) => nameOf(after));
  return {
    head,
    added: nodes.flatMap((each) => (each.kind === "added" ? [nameOf(each.node)] : [])),
    removed: nodes.flatMap((each) => (each.kind === "removed" ? [nameOf(each.node)] : [])),
    reworded: withChange((change) => change.kind === "reworded" && change.language === undefined),
    translated: withChange((change) => change.kind === "reworded" && change.language !== undefined),
    relabelled: changed
      .filter(({ before, after }) => before.label !== after.label)
      .map(({ before, after }) => ({ ...nameOf(after), before: before.label })),
    retyped: withChange(({ kind }) => kind === "retyped"),
    moved: withChange(({ kind }) => kind === "moved" || kind === "placed"),
    changed: withChange(({ kind }) => others.has(kind)),
    module: module.length > 0,
  };
}

/** The changes that have no list of their own. */
const others: ReadonlySet<Change["kind"]> = new Set(["status", "evidence", "field", "order", "edge"]);

function nameOf({ uid, label }: CaseNode): NodeName {
  return { uid, label };
}
