/** The D-Case of a script, as the checker asks it: what scripts name of it, and the values that hold in the scope of its goals. */

export type CaseNodeType =
  | "goal"
  | "strategy"
  | "evidence"
  | "context"
  | "assumption"
  | "justification"
  | "counterGoal"
  | "counterEvidence";

export interface CaseNodeView {
  /** Never changes, whatever becomes of the label. */
  readonly uid: string;
  readonly label: string;
  readonly type: CaseNodeType;
  /** In the case's own language first, then in the others. */
  readonly texts: readonly string[];
}

/** What a context may state. */
export type StatedJson =
  | null
  | boolean
  | number
  | string
  | readonly StatedJson[]
  | { readonly [name: string]: StatedJson };

/** A value, the label of the node that states it, and the role that answers for that. */
export interface StatedValue {
  readonly value: StatedJson;
  readonly by: string;
  readonly owner?: string;
}

/** A value of a context in a program: where it comes from, and how it may stand in words. */
export interface StatedConstant {
  readonly key: string;
  readonly by: string;
  readonly owner?: string;
  /** Of a list, its elements. */
  readonly texts: readonly string[];
}

export interface ArgumentView {
  /** As messages name it. */
  readonly file: string;
  readonly nodes: readonly CaseNodeView[];
  /** The uid of the goal that all others support; undefined where the case has none. */
  readonly root: string | undefined;
  /** What holds for a key in the scope of a node: what is stated nearest. */
  readonly valueOf: (uid: string, key: string) => StatedValue | undefined;
  readonly keysAt: (uid: string) => readonly string[];
}

/** A goal that a step of a script serves; of the D-Case, label and uid are there. */
export interface ServedGoal {
  readonly text: string;
  readonly label?: string;
  readonly uid?: string;
}

/** "G3: the service answers at peak" */
export function goalText({ label, text }: ServedGoal): string {
  return label === undefined ? text : `${label}: ${text}`;
}
