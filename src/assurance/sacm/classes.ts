/** The classes of SACM 2.3, of its older versions and of GSN's metamodel on top of it, as far as they are told apart here. */

import type { EdgeKind } from "../model/case.ts";
import { localOf, prefixedAttribute, type XmlElement } from "../xml/tree.ts";

/** SACM 2.3's packages, by the prefixes that its reference implementation gives them, and the classes of each. */
export const prefixes: Readonly<Record<string, string>> = {
  assuranceCase_: "http://omg.sacm/2.2/assurancecase",
  argumentation_: "http://omg.sacm/2.2/argumentation",
  artifact_: "http://omg.sacm/2.2/artifact",
  terminology_: "http://omg.sacm/2.2/terminology",
  base_: "http://omg.sacm/2.2/base",
};

const packagesOfClasses: Readonly<Record<string, RegExp>> = {
  assuranceCase_: /^AssuranceCasePackage/,
  argumentation_:
    /^(?:Argument(?:Package|Group|Reasoning)|Claim$|ArtifactReference$|Asserted(?:Inference|Evidence|Context|Artifact))/,
  artifact_: /^(?:Artifact(?!Reference|Element)|Property$|Technique$|Participant$|Activity$|Event$|Resource$)/,
  terminology_: /^(?:Term|Expression$|Category$|Terminology)/,
  base_: /^(?:LangString|ExpressionLangString|MultiLangString|Description|ImplementationConstraint|Note|TaggedValue)$/,
};

/** A class with the prefix of its package; undefined for one that SACM does not have. */
export function qualified(name: string): string | undefined {
  const prefix = Object.keys(packagesOfClasses).find((each) => packagesOfClasses[each]?.test(name));
  return prefix === undefined ? undefined : `${prefix}:${name}`;
}

/** `xsi:type` without its prefix, or else the element's own name as a class: `assertedInference` is `AssertedInference`. */
export function classOf(element: XmlElement): string {
  const typed = prefixedAttribute(element, "type");
  if (typed !== undefined) return localOf(typed);
  const name = element.local.charAt(0).toUpperCase() + element.local.slice(1);
  return name.endsWith("Packages") ? name.slice(0, -1) : name;
}

/** Of an older SACM (1.x, there called ARM), whose names differ. */
const packageClasses = /^(?:ArgumentPackage(?:Binding|Interface)?|Argumentation|Argument|Module|ContractModule)$/;
const caseClasses = /^(?:AssuranceCasePackage(?:Binding|Interface)?|AssuranceCase)$/;

export function isArgumentPackage(name: string): boolean {
  return packageClasses.test(name);
}

export function isCasePackage(name: string): boolean {
  return caseClasses.test(name);
}

/** Kept whole: what evidence and words are is said by other metamodels. */
export function isOtherPackage(name: string): boolean {
  return /^(?:Artifact|Terminology)Package(?:Binding|Interface)?$|^EvidenceContainer$/.test(name);
}

/** A class of a node: what it is by itself in SACM 2.3. */
export type NodeClass = "Claim" | "ArgumentReasoning" | "ArtifactReference";

const nodeClasses: Readonly<Record<string, NodeClass>> = {
  Claim: "Claim",
  ArgumentReasoning: "ArgumentReasoning",
  ArtifactReference: "ArtifactReference",
  // SACM 1.x
  InformationElement: "ArtifactReference",
  EvidenceAssertion: "Claim",
  CitationElement: "ArtifactReference",
  // GSN's metamodel
  Goal: "Claim",
  AwayGoal: "Claim",
  Assumption: "Claim",
  AwayAssumption: "Claim",
  Justification: "Claim",
  AwayJustification: "Claim",
  Strategy: "ArgumentReasoning",
  Solution: "ArtifactReference",
  AwaySolution: "ArtifactReference",
  Context: "ArtifactReference",
  AwayContext: "ArtifactReference",
  ModuleReference: "ArtifactReference",
  ContractModuleReference: "ArtifactReference",
};

export function nodeClassOf(name: string): NodeClass | undefined {
  return Object.hasOwn(nodeClasses, name) ? nodeClasses[name] : undefined;
}

export interface RelationClass {
  readonly kind: EdgeKind;
  /** GSN's relations run from what is supported; SACM's from what supports. */
  readonly isFromParent?: boolean;
}

const relationClasses: Readonly<Record<string, RelationClass>> = {
  AssertedInference: { kind: "supportedBy" },
  AssertedEvidence: { kind: "supportedBy" },
  AssertedArtifactSupport: { kind: "supportedBy" },
  AssertedContext: { kind: "inContextOf" },
  AssertedArtifactContext: { kind: "inContextOf" },
  // SACM 1.x
  AssertedChallenge: { kind: "challenges" },
  AssertedCounterEvidence: { kind: "challenges" },
  // GSN's metamodel
  SupportedBy: { kind: "supportedBy", isFromParent: true },
  InContextOf: { kind: "inContextOf", isFromParent: true },
};

export function relationClassOf(name: string): RelationClass | undefined {
  return Object.hasOwn(relationClasses, name) ? relationClasses[name] : undefined;
}

/** The class that a relation between two nodes has in SACM 2.3 (its clauses 11.14 to 11.18); `undefined` ends are relations. */
export function classOfRelation(kind: EdgeKind, source: NodeClass | undefined, target: NodeClass | undefined): string {
  const isOfArtifacts = source === "ArtifactReference" && target === "ArtifactReference";
  switch (kind) {
    case "inContextOf":
    case "responsibility":
      return isOfArtifacts ? "AssertedArtifactContext" : "AssertedContext";
    case "supportedBy":
    case "challenges":
      if (isOfArtifacts) return "AssertedArtifactSupport";
      return source === "ArtifactReference" ? "AssertedEvidence" : "AssertedInference";
  }
}
