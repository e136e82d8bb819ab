/** A node as the lines that it is written in, and what of it comes back otherwise when they are read. */

import type { CaseEdge, CaseNode } from "../model/case.ts";
import type { Loss } from "../model/reading.ts";
import { writtenBody } from "./body.ts";
import { apart, describe, nodeOf } from "./described.ts";
import { fieldTagsOf } from "./field-tags.ts";
import { lossesOfNode } from "./losses.ts";
import { writtenParameters } from "./parameter-tags.ts";
import { sortFor } from "./sorts.ts";
import { fitsTagLine, type TagLine } from "./tag-line.ts";
import { valueText } from "./values.ts";

export interface NodeWords {
  /** Behind the stars: `G1`, `E:Sn1`. */
  readonly name: string;
  /** The lines below, each with its end. */
  readonly body: string;
  readonly lost: readonly Loss[];
}

export interface Surroundings {
  /** The uid that stands in the text. */
  readonly key: string;
  /** A goal that nothing supports is read as undeveloped. */
  readonly isBare: boolean;
  readonly isApart: boolean;
  readonly links: readonly TagLine[];
}

export function wordsOf(node: CaseNode, { key, isBare, isApart, links }: Surroundings): NodeWords {
  const sort = sortFor(node.type, node.kind);
  const name = nameOf(node.label, sort.letter);
  const isMarked = isBare && node.type === "goal" && node.away === undefined;
  const wanted: readonly TagLine[] = [
    ...(name === undefined ? [["Label", node.label] as const] : []),
    ...(node.uid === key ? [] : [["Uid", node.uid] as const]),
    ...(isApart ? [apart] : []),
    ...links,
    ...fieldTagsOf(node, isMarked),
    ...writtenParameters(node.parameters ?? []),
    ...(node.tags ?? []).map(({ name: tag, value }): TagLine => [tag, valueText(value)]),
  ];
  const body = writtenBody({ text: node.text, tags: wanted.filter(([tag, value]) => fitsTagLine(tag, value)) });
  const described = describe(sort, body, "");
  const { fields } = described;
  const label = fields.label ?? (name === undefined ? "" : node.label);
  const read = nodeOf(described, sort.kind, { uid: fields.uid ?? key, label, isBare });
  return { name: name ?? sort.letter, body, lost: lossesOfNode(node, read) };
}

/** undefined where AssureNote's grammar has no way to write the label on the node's line. */
function nameOf(label: string, letter: string): string | undefined {
  const number = label.slice(1);
  if (label.startsWith(letter) && /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*))?$/.test(number)) return label;
  return /^[^\s&#:[\]\\][^\s&[\]\\]*$/.test(label) ? `${letter}:${label}` : undefined;
}

/** The edges of a node that are kept, but not as they are. */
export function lossesOfEdges(
  node: CaseNode,
  edges: readonly CaseEdge[],
  tree: ReadonlySet<CaseEdge>,
  left: readonly CaseEdge[],
): readonly Loss[] {
  const lost: Loss[] = left.map(({ kind }) => ({ label: node.label, what: `an edge of it: ${kind}` }));
  const seen = new Set<string>();
  for (const edge of edges) {
    const { kind, from: _, to: __, ...facts } = edge;
    if (Object.keys(facts).length > 0) lost.push({ label: node.label, what: `what is said of an edge of it: ${kind}` });
    if (!tree.has(edge)) seen.add(kind);
    else if (seen.has(kind)) lost.push({ label: node.label, what: `the order of its edges: ${kind}` });
  }
  return lost;
}
