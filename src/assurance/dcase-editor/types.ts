/** What D-Case Editor calls the types of nodes and links, of both of its generations, and what they are in a case. */

import type { CaseNode, EdgeKind, NodeKind, NodeType } from "../model/case.ts";

export interface KindOfNode {
  readonly type: NodeType;
  readonly kind?: NodeKind;
}

/** D-Case Editor's metamodel of 2013, and how it turns the names of 2010 into those of 2013 (its `old_to_new.xsl`). */
const nodeTypes: ReadonlyMap<string, KindOfNode> = new Map<string, KindOfNode>([
  ["Goal", { type: "goal" }],
  ["Strategy", { type: "strategy" }],
  ["Evidence", { type: "evidence" }],
  ["Context", { type: "context" }],
  ["Assumption", { type: "assumption" }],
  ["Justification", { type: "justification" }],
  ["Monitor", { type: "evidence", kind: "monitor" }],
  ["Action", { type: "evidence", kind: "action" }],
  ["Module", { type: "goal", kind: "module" }],
  ["Contract", { type: "goal", kind: "contract" }],
  ["External", { type: "goal", kind: "external" }],
  ["Pattern", { type: "context", kind: "pattern" }],
  ["Undeveloped", { type: "goal" }],
  ["Userdef001", { type: "goal", kind: "external" }],
  ["Userdef004", { type: "assumption" }],
  ["Userdef005", { type: "goal", kind: "module" }],
  ["Userdef006", { type: "goal", kind: "contract" }],
  ["System", { type: "context", kind: "pattern" }],
  ["Policy", { type: "evidence", kind: "action" }],
]);

/** Of 2010, by their names of 2013. */
const renamed: Readonly<Record<string, string>> = {
  Userdef001: "External",
  Userdef004: "Assumption",
  Userdef005: "Module",
  Userdef006: "Contract",
  System: "Pattern",
  Policy: "Action",
};

export function currentType(type: string): string {
  return renamed[type] ?? type;
}

/** undefined for a type that means nothing by itself, such as `Userdef002`. */
export function kindOfNode(type: string, subType: string | undefined): KindOfNode | undefined {
  const found = nodeTypes.get(type);
  return found?.kind === "pattern" && subType === "Parameter" ? { type: "context", kind: "parameter" } : found;
}

const writtenTypes: Readonly<Record<NodeType, string>> = {
  goal: "Goal",
  strategy: "Strategy",
  evidence: "Evidence",
  context: "Context",
  assumption: "Assumption",
  justification: "Justification",
  counterGoal: "Goal",
  counterEvidence: "Evidence",
};

const writtenKinds: Readonly<Record<NodeKind, string | undefined>> = {
  monitor: "Monitor",
  action: "Action",
  parameter: "Pattern",
  external: "External",
  module: "Module",
  contract: "Contract",
  pattern: "Pattern",
  risk: undefined,
};

/** The type that comes nearest; a kind that belongs to another type is left to the rest. */
export function typeToWrite({ type, kind }: CaseNode): string {
  const written = kind === undefined ? undefined : writtenKinds[kind];
  return written !== undefined && nodeTypes.get(written)?.type === type ? written : writtenTypes[type];
}

const linkTypes: Readonly<Record<string, EdgeKind>> = {
  SupportedBy: "supportedBy",
  DcaseLink001: "supportedBy",
  InContextOf: "inContextOf",
  DcaseLink002: "inContextOf",
  Responsibility: "responsibility",
  DcaseLink003: "responsibility",
  Link003: "responsibility",
};

/**
 * The first three of the editor's four links; the fourth (`DcaseLink004`) has no meaning of its own, and is treated as
 * support wherever the editor has to take it for something, as in its `gmf_to_arm.xsl`.
 */
export function kindOfLink(type: string): EdgeKind {
  return linkTypes[type] ?? "supportedBy";
}

export function hasMeaning(linkType: string): boolean {
  return Object.hasOwn(linkTypes, linkType);
}

const writtenLinks: Readonly<Record<EdgeKind, string>> = {
  supportedBy: "SupportedBy",
  inContextOf: "InContextOf",
  responsibility: "Responsibility",
  challenges: "DcaseLink004",
};

export function linkToWrite(kind: EdgeKind): string {
  return writtenLinks[kind];
}
