/** Reasoning that stands for several strategies: in SACM it may explain several inferences, in GSN a strategy has its own goals. */

import { addTo } from "../xml/lists.ts";
import { relationClassOf } from "./classes.ts";
import type { SacmFile, SacmItem, SacmRelation } from "./items.ts";

/** Each strategy has the same support wherever it is used; where it has not, it is there once for each. */
export function withOwnStrategies(file: SacmFile): SacmFile {
  const byReasoning = new Map<string, Map<string, SacmRelation[]>>();
  for (const relation of file.relations) {
    const { reasoning } = relation;
    if (reasoning === undefined || !explains(relation)) continue;
    const byTarget = byReasoning.get(reasoning) ?? new Map<string, SacmRelation[]>();
    byReasoning.set(reasoning, byTarget);
    const target = relation.targets.join(" ");
    addTo(byTarget, target, relation);
  }
  const renamed = new Map<SacmRelation, string>();
  const copies = new Map<string, SacmItem[]>();
  const byId = new Map(file.nodes.map((node) => [node.id, node]));
  const taken = new Set([...file.nodes, ...file.relations, ...file.packages].map(({ id }) => id));
  for (const [reasoning, byTarget] of byReasoning) {
    const original = byTarget.size < 2 ? undefined : byId.get(reasoning);
    if (original === undefined) continue;
    const bySupport = new Map<string, SacmRelation[]>();
    for (const relations of byTarget.values()) {
      const support = relations
        .flatMap(({ sources }) => sources)
        .toSorted()
        .join(" ");
      bySupport.set(support, [...(bySupport.get(support) ?? []), ...relations]);
    }
    for (const relations of [...bySupport.values()].slice(1)) {
      const copy = copyOf(original, taken);
      addTo(copies, reasoning, copy);
      for (const relation of relations) renamed.set(relation, copy.id);
    }
  }
  if (copies.size === 0) return file;
  return {
    ...file,
    nodes: file.nodes.flatMap((node) => [node, ...(copies.get(node.id) ?? [])]),
    relations: file.relations.map((relation) => {
      const reasoning = renamed.get(relation);
      return reasoning === undefined ? relation : { ...relation, reasoning };
    }),
  };
}

/** Whether a relation's reasoning stands between its ends, as a strategy does. */
export function explains(relation: SacmRelation): boolean {
  return !relation.isCounter && relationClassOf(relation.class)?.kind === "supportedBy";
}

function copyOf(item: SacmItem, taken: Set<string>): SacmItem {
  let number = 2;
  while (taken.has(`${item.id}-${number}`)) number += 1;
  const id = `${item.id}-${number}`;
  taken.add(id);
  const { gid: _, ...others } = item;
  return { ...others, id, name: `${item.name ?? item.id}-${number}` };
}
