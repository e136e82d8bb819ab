/** What a relation of SACM is as an edge. */

import type { EdgeKind, NodeType } from "../model/case.ts";
import { classOfRelation, type NodeClass, relationClassOf } from "./classes.ts";
import type { SacmRelation } from "./items.ts";
import { explains } from "./strategies.ts";

/** Of the nodes of a file, by their ids. */
export type Classes = ReadonlyMap<string, NodeClass | undefined>;

/** Whether a relation's reasoning is a strategy between its ends. */
export function hasStrategy(relation: SacmRelation, classes: Classes): boolean {
  return explains(relation) && classes.get(relation.reasoning ?? "") !== undefined && relation.targets.length > 0;
}

export function kindOf({ isCounter, class: name }: SacmRelation): EdgeKind {
  return isCounter ? "challenges" : (relationClassOf(name)?.kind ?? "supportedBy");
}

/** What an inference is drawn from under an assumption is, in GSN, in the context of it. */
export function kindBetween(kind: EdgeKind, source: NodeType | undefined): EdgeKind {
  return kind === "supportedBy" && source === "assumption" ? "inContextOf" : kind;
}

/** Whether a relation has the class that its kind and its ends ask for. */
export function isUsualClass(relation: SacmRelation, classes: Classes, typeOf: ReadonlyMap<string, NodeType>): boolean {
  if (relationClassOf(relation.class)?.isFromParent === true) return true;
  const [source = "", target = ""] = [relation.sources[0], relation.targets[0]];
  const kind = kindBetween(kindOf(relation), typeOf.get(source));
  return relation.class === classOfRelation(kind, classes.get(source), classes.get(target));
}
