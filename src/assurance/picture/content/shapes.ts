/** Which shape a node has (GSN 3, part 1, and its extensions for modules and dialectics), and what is laid into it. */

import type { IconName, Tone } from "../../../charts/index.ts";
import type { CaseNode, NodeKind, NodeType } from "../../model/case.ts";
import type { Mark } from "../options.ts";

export type Shape =
  /** A goal. */
  | "box"
  /** A strategy: a parallelogram. */
  | "slant"
  /** Evidence: a circle. */
  | "circle"
  /** A context: round at its sides. */
  | "round"
  /** An assumption or a justification: an ellipse with a letter. */
  | "oval"
  /** A module: a folder. */
  | "folder"
  /** A contract between modules: a folder with a bar at its foot. */
  | "contract"
  /** Named, and not there. */
  | "absent";

export function shapeOf({ type, kind }: CaseNode, isAbsent: boolean): Shape {
  if (isAbsent) return "absent";
  if (kind === "module") return "folder";
  if (kind === "contract") return "contract";
  return ofType[type];
}

const ofType: Readonly<Record<NodeType, Shape>> = {
  goal: "box",
  counterGoal: "box",
  strategy: "slant",
  evidence: "circle",
  counterEvidence: "circle",
  context: "round",
  assumption: "oval",
  justification: "oval",
};

export const toneOf: Readonly<Record<NodeType, Tone>> = {
  goal: "calm",
  counterGoal: "bad",
  strategy: "deep",
  evidence: "earth",
  counterEvidence: "bad",
  context: "muted",
  assumption: "muted",
  justification: "muted",
};

/** The letter beside a shape that others share. */
export function letterOf({ type, kind }: CaseNode): string {
  if (kind === "monitor") return "M";
  return type === "assumption" ? "A" : type === "justification" ? "J" : "";
}

export const kindIcons: Readonly<Record<NodeKind, IconName | undefined>> = {
  monitor: "gauge",
  action: "gear",
  parameter: "sliders",
  external: "outward",
  module: undefined,
  contract: undefined,
  pattern: "frame",
  risk: "warning",
};

export const typeWords: Readonly<Record<NodeType, string>> = {
  goal: "Goal",
  strategy: "Strategy",
  evidence: "Evidence",
  context: "Context",
  assumption: "Assumption",
  justification: "Justification",
  counterGoal: "Counter goal",
  counterEvidence: "Counter evidence",
};

export const kindWords: Readonly<Record<NodeKind, string>> = {
  monitor: "Monitor",
  action: "Action",
  parameter: "Parameter",
  external: "External",
  module: "Module",
  contract: "Contract",
  pattern: "Pattern",
  risk: "Risk",
};

export const marks: Readonly<Record<Mark, { readonly icon: IconName; readonly tone: Tone; readonly word: string }>> = {
  holds: { icon: "check", tone: "good", word: "holds" },
  fails: { icon: "cross", tone: "bad", word: "does not hold" },
  stale: { icon: "clock", tone: "back", word: "too old" },
  missing: { icon: "page", tone: "back", word: "missing" },
  doubt: { icon: "question", tone: "back", word: "in doubt" },
  challenged: { icon: "bolt", tone: "bad", word: "challenged" },
  suspect: { icon: "unequal", tone: "deep", word: "to be looked at again" },
};
