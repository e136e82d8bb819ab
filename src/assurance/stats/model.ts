/** The figures of a case. */

import type { NodeName } from "../diff/model.ts";
import type { EdgeKind, NodeKind, NodeType } from "../model/case.ts";
import type { EvidenceSource } from "../model/evidence.ts";

export interface CaseStats {
  readonly nodes: number;
  readonly types: Counts<NodeType>;
  readonly kinds: Counts<NodeKind>;
  readonly edges: Counts<EdgeKind>;
  readonly shape: CaseShape;
  readonly undeveloped: readonly NodeName[];
  readonly uninstantiated: readonly NodeName[];
  readonly defeated: readonly NodeName[];
  /** Nodes that a challenge is made against, themselves or one of their edges. */
  readonly challenged: readonly NodeName[];
  readonly coverage: Coverage;
  /** By language; of the main text "" where the module names none. */
  readonly words: Counts<string>;
  /** For each language that some node is translated into, the nodes that are not. */
  readonly untranslated: Readonly<Record<string, readonly NodeName[]>>;
  /** Nodes whose evidence is specified, by who says so. */
  readonly evidence: Counts<EvidenceSource>;
  /** Evidence of which nobody said what it must be. */
  readonly unspecified: readonly NodeName[];
  readonly owners: Counts<string>;
  /** Goals that nobody answers for. */
  readonly unowned: readonly NodeName[];
  /** Names of other modules and files that this one refers to, sorted. */
  readonly modules: readonly string[];
}

/** Only what occurs. */
export type Counts<Name extends string> = Readonly<Partial<Record<Name, number>>>;

export interface CaseShape {
  readonly roots: readonly NodeName[];
  /** The most nodes one below the other; a cycle counts as one. */
  readonly depth: number;
  /** The most nodes at the same distance from a root. */
  readonly breadth: number;
  /** The node with the most others directly below it. */
  readonly widest?: NodeName & { readonly below: number };
  readonly onCycles: readonly NodeName[];
  /** Ends of edges that the module does not have: nodes of another one, or missing. */
  readonly elsewhere: number;
}

/** How far goals come down to evidence. */
export interface Coverage {
  readonly goals: number;
  /** Goals of which every branch ends in evidence, in a monitor, or in another module. */
  readonly covered: number;
  readonly open: readonly NodeName[];
  /** Where branches end in something else. */
  readonly ends: readonly NodeName[];
}
