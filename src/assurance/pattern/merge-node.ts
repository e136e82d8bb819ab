/** A node that people may have edited, and what its pattern now says: their words stay, the rest goes along. */

import type { CaseNode } from "../model/case.ts";
import type { Json } from "../model/json.ts";
import { namesIn } from "./placeholders.ts";
import { sameJson } from "./values.ts";

type Key = keyof CaseNode;

export interface MergedNode {
  readonly node: CaseNode;
  /** The keys that were edited, and that the pattern says otherwise now. */
  readonly kept: readonly Key[];
}

/** What a node is by itself, and what is only drawn. */
const fixed: readonly Key[] = ["uid", "label", "instance", "presentation", "undeveloped", "uninstantiated"];

/** `base`: what the pattern said when the node was made; undefined where that is not known. */
export function mergedNode(
  mine: CaseNode,
  theirs: CaseNode,
  base: CaseNode | undefined,
  isSupported: boolean,
): MergedNode {
  const merged: Record<string, unknown> = { ...mine, instance: theirs.instance };
  const kept: Key[] = [];
  let isEdited = false;
  const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)] as Key[]);
  for (const key of keys) {
    if (fixed.includes(key)) continue;
    const [own, now] = [mine[key] as Json | undefined, theirs[key] as Json | undefined];
    const before = base?.[key] as Json | undefined;
    if (sameJson(own, now)) continue;
    const isUntouched = base === undefined ? own === undefined : sameJson(own, before);
    if (isUntouched) {
      if (now === undefined) delete merged[key];
      else merged[key] = now;
      continue;
    }
    isEdited = true;
    if (now !== undefined && (base === undefined || !sameJson(before, now))) kept.push(key);
  }
  const { undeveloped: _, uninstantiated: __, ...rest } = merged;
  // The keys are those of nodes, each with a value of its own.
  const node = rest as unknown as CaseNode;
  const isBare =
    base === undefined ? mine.undeveloped : changed(mine.undeveloped, theirs.undeveloped, base.undeveloped);
  const isOpen = isEdited ? namesIn(JSON.stringify(node)).length > 0 : theirs.uninstantiated;
  return {
    node: {
      ...node,
      ...(isBare === true && !isSupported ? { undeveloped: true } : {}),
      ...(isOpen === true ? { uninstantiated: true } : {}),
    },
    kept,
  };
}

function changed(mine: boolean | undefined, theirs: boolean | undefined, base: boolean | undefined): boolean {
  return (mine === true) === (base === true) ? theirs === true : mine === true;
}

/** Whether nobody has touched a node since it was made. */
export function isUntouched(mine: CaseNode, base: CaseNode): boolean {
  const keys = new Set([...Object.keys(mine), ...Object.keys(base)] as Key[]);
  return [...keys].every(
    (key) =>
      key === "uid" ||
      key === "label" ||
      key === "presentation" ||
      key === "instance" ||
      sameJson(mine[key] as Json | undefined, base[key] as Json | undefined),
  );
}
