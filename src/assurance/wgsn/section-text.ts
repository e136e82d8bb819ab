/** The nodes of one revision as text. */

import type { CaseEdge, CaseNode } from "../model/case.ts";
import { indexOf } from "../model/index-of.ts";
import type { Loss } from "../model/reading.ts";
import type { Revision } from "../model/revision.ts";
import { type Forest, forestOf, type Placed } from "./forest.ts";
import type { History } from "./history.ts";
import { writtenLinks } from "./link-tags.ts";
import { hasBareGoals } from "./module-tags.ts";
import { lossesOfEdges, type NodeWords, wordsOf } from "./node-text.ts";

export interface SectionText {
  readonly text: string;
  readonly lost: readonly Loss[];
}

/** Lives while a file is written: the words of a node that did not change are made once. */
export class SectionWriter {
  readonly #uids: ReadonlyMap<string, string>;
  readonly #history: History | undefined;
  readonly #known = new WeakMap<CaseNode, { readonly around: string; readonly words: NodeWords }>();

  constructor(uids: ReadonlyMap<string, string>, history: History | undefined) {
    this.#uids = uids;
    this.#history = history;
  }

  /** undefined where the text would have more than `most` characters. */
  write({ number, case: whole }: Revision, most: number): SectionText | undefined {
    const forest = forestOf(whole, hasBareGoals(whole.module));
    const index = indexOf(whole);
    const parts: string[] = [];
    const lost: Loss[] = [];
    let length = 0;
    for (const placed of forest.placed) {
      const text = placed.isImplied
        ? `${this.#line(placed, "S", number)}\n\n`
        : this.#node(placed, index.out(placed.node.uid), forest, number, lost);
      length += text.length;
      if (length > most) return undefined;
      parts.push(text);
    }
    const known = new Set<CaseNode>(forest.placed.map(({ node }) => node));
    for (const node of whole.nodes)
      if (!known.has(node)) lost.push({ label: node.label, what: "the node: another one has its uid" });
    for (const { from } of whole.edges)
      if (!index.byUid.has(from)) lost.push({ what: `an edge of \`${from}\`, which is no node here` });
    return { text: parts.join(""), lost };
  }

  #node(placed: Placed, edges: readonly CaseEdge[], { tree }: Forest, number: number, lost: Loss[]): string {
    const { node, isApart } = placed;
    const { tags, left } = writtenLinks(
      edges.filter((edge) => !tree.has(edge)),
      (uid) => this.#uids.get(uid),
    );
    for (const loss of lossesOfEdges(node, edges, tree, left)) lost.push(loss);
    const unwritten = new Set(left);
    const isBare = !edges.some((edge) => edge.kind === "supportedBy" && !unwritten.has(edge));
    const key = this.#uids.get(node.uid) ?? node.uid;
    const around = JSON.stringify([isBare, isApart, tags]);
    const before = this.#known.get(node);
    const words = before?.around === around ? before.words : wordsOf(node, { key, isBare, isApart, links: tags });
    if (words !== before?.words) this.#known.set(node, { around, words });
    for (const loss of words.lost) lost.push(loss);
    return `${this.#line(placed, words.name, number)}\n${words.body}\n`;
  }

  #line({ node, depth }: Placed, name: string, number: number): string {
    const key = this.#uids.get(node.uid) ?? node.uid;
    const { created, modified } = this.#history?.(node.uid, number) ?? {};
    const history = created === undefined ? "" : ` #${created}:${modified}`;
    return `${"*".repeat(depth)} ${name} &${key}${history}`;
  }
}
