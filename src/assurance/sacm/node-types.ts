/** What a node of SACM is in GSN: its class says half of it, its declaration and what it is used for the other half. */

import type { NodeKind, NodeType } from "../model/case.ts";
import { type NodeClass, nodeClassOf, relationClassOf } from "./classes.ts";
import type { SacmItem, SacmRelation } from "./items.ts";

/** What nodes are used for, by their ids. */
export interface Uses {
  readonly asContext: ReadonlySet<string>;
  readonly asSupport: ReadonlySet<string>;
  readonly asCounter: ReadonlySet<string>;
}

export function usesIn(relations: readonly SacmRelation[]): Uses {
  const uses = { asContext: new Set<string>(), asSupport: new Set<string>(), asCounter: new Set<string>() };
  for (const { class: name, sources, isCounter } of relations) {
    const kind = isCounter ? "challenges" : relationClassOf(name)?.kind;
    const set = kind === "challenges" ? uses.asCounter : kind === "inContextOf" ? uses.asContext : uses.asSupport;
    for (const source of sources) set.add(source);
  }
  return uses;
}

export interface TypeOfItem {
  readonly type: NodeType;
  readonly kind?: NodeKind;
}

const gsnTypes: Readonly<Record<string, TypeOfItem>> = {
  Goal: { type: "goal" },
  AwayGoal: { type: "goal" },
  Assumption: { type: "assumption" },
  AwayAssumption: { type: "assumption" },
  Justification: { type: "justification" },
  AwayJustification: { type: "justification" },
  Strategy: { type: "strategy" },
  Solution: { type: "evidence" },
  AwaySolution: { type: "evidence" },
  Context: { type: "context" },
  AwayContext: { type: "context" },
  ModuleReference: { type: "goal", kind: "module" },
  ContractModuleReference: { type: "goal", kind: "contract" },
};

export function typeOfItem(item: SacmItem, uses: Uses): TypeOfItem {
  const { id, class: name, declaration } = item;
  const isContext = uses.asContext.has(id) && !uses.asSupport.has(id);
  const isCounter = uses.asCounter.has(id) && !uses.asSupport.has(id) && !uses.asContext.has(id);
  const known = gsnTypes[name];
  if (known !== undefined) return known;
  // The files of the DEIS project mark claims so that are contexts in GSN.
  if (item.elements.some(marksContext)) return { type: "context" };
  switch (nodeClassOf(name) ?? "Claim") {
    case "ArgumentReasoning":
      return { type: "strategy" };
    case "ArtifactReference":
      return { type: isContext ? "context" : isCounter ? "counterEvidence" : "evidence" };
    case "Claim":
      if (declaration === "assumed") return { type: "assumption" };
      if (declaration === "axiomatic" && !uses.asSupport.has(id)) return { type: "justification" };
      return { type: isContext ? "context" : isCounter ? "counterGoal" : "goal" };
  }
}

function marksContext(element: unknown): boolean {
  const [name, , key] = Array.isArray(element) ? (element as readonly unknown[]) : [];
  return name === "taggedValue" && JSON.stringify(key ?? null).includes('"content":"context"');
}

const classes: Readonly<Record<NodeType, NodeClass>> = {
  goal: "Claim",
  counterGoal: "Claim",
  assumption: "Claim",
  justification: "Claim",
  strategy: "ArgumentReasoning",
  evidence: "ArtifactReference",
  counterEvidence: "ArtifactReference",
  context: "ArtifactReference",
};

/** The class of a node that no file has given one. */
export function classToWrite(type: NodeType): NodeClass {
  return classes[type];
}
