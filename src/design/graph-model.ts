/** Nodes and edges of a plan. */

import type { BoxState } from "./overlay.ts";

export type NodeKind =
  | "start"
  | "task"
  | "plan"
  | "atomic"
  | "undo"
  | "stays"
  | "message"
  | "question"
  | "choice"
  | "loop"
  | "fork"
  | "join"
  | "goal"
  | "strategy"
  | "code"
  | "gate"
  | "state"
  | "risk"
  | "done"
  | "undone"
  | "half-undone"
  | "end";

export interface GraphNode {
  /** The same as long as the step keeps its name and its place among those of the name. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly text: string;
  /** Of the step; of what belongs to the plan as a whole its first line. */
  readonly line: number;
  /** Of a task or a plan within, where a run is laid over. */
  readonly run?: BoxState;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: "goes" | "fails" | "back";
  readonly label: string;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
