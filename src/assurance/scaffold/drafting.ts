/** A draft of an argument while it is put together: nodes by what of the script they are of, and the edges between them. */

import type { CaseEdge, CaseNode, NodeType } from "../model/case.ts";

/** A node without its uid's script, its label and its record. */
export interface DraftNode {
  /** `task:copy_to_ram`, `pre:copy_to_ram`: stays as long as the script calls it so. */
  readonly key: string;
  readonly type: NodeType;
  readonly text: string;
  readonly more: Omit<Partial<CaseNode>, "uid" | "label" | "type" | "text">;
}

export interface Draft {
  readonly nodes: readonly DraftNode[];
  /** Their ends are keys. */
  readonly edges: readonly CaseEdge[];
}

/** Lives while one argument is drafted. What is added twice is there once. */
export class Drafting {
  readonly #nodes = new Map<string, DraftNode>();
  readonly #edges = new Map<string, CaseEdge>();

  has(key: string): boolean {
    return this.#nodes.has(key);
  }

  add(key: string, type: NodeType, text: string, more: DraftNode["more"] = {}): string {
    if (!this.#nodes.has(key)) this.#nodes.set(key, { key, type, text: inOneLine(text), more });
    return key;
  }

  /** What supports a node, and what it is in context of. */
  join(from: string, to: string): void {
    const type = this.#nodes.get(to)?.type;
    const kind =
      type === "context" || type === "assumption" || type === "justification" ? "inContextOf" : "supportedBy";
    const name = `${from}\n${to}`;
    if (from !== to && !this.#edges.has(name)) this.#edges.set(name, { kind, from, to });
  }

  /** Goals and strategies that nothing supports are undeveloped. */
  draft(): Draft {
    const edges = [...this.#edges.values()];
    const supported = new Set(edges.flatMap(({ kind, from }) => (kind === "supportedBy" ? [from] : [])));
    const nodes = [...this.#nodes.values()].map((node): DraftNode => {
      const isBare = (node.type === "goal" || node.type === "strategy") && !supported.has(node.key);
      return isBare ? { ...node, more: { ...node.more, undeveloped: true } } : node;
    });
    return { nodes, edges };
  }
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
