/** Edges that the tree of the text cannot hold, as tags of the node that they begin at: `SupportedBy:: &4bd98524, &6b972a84`. */

import type { CaseEdge, EdgeKind, EdgeTarget } from "../model/case.ts";
import type { TagLine } from "./tag-line.ts";

/** An end of an edge: by the uid in the text, or by that of a node that is not in the text. */
interface End {
  readonly uid: string;
  readonly isInText: boolean;
}

export interface Link {
  readonly kind: EdgeKind;
  readonly ends: readonly [to: End] | readonly [from: End, to: End];
}

const names: Readonly<Record<EdgeKind, string>> = {
  supportedBy: "SupportedBy",
  inContextOf: "InContextOf",
  challenges: "Challenges",
  responsibility: "Responsibility",
};
const kinds = Object.keys(names) as readonly EdgeKind[];

/** `&1f` is a node of the text, `&&other.G3` one that is elsewhere, `&1f > &2e` the edge between two. */
const end = /^&(&?)([^\s,&>]+)$/;

/** The edges that a tag says; undefined where it is a tag like any other. */
export function readLinkTag([name, value]: TagLine): readonly Link[] | undefined {
  const kind = kinds.find((each) => names[each] === name);
  if (kind === undefined || !value.startsWith("&")) return undefined;
  const links: Link[] = [];
  for (const part of value.split(",")) {
    const [first, second, more] = part.split(">").map((each) => end.exec(each.trim()));
    if (!first || second === null || more !== undefined || (second !== undefined && kind !== "challenges"))
      return undefined;
    links.push({ kind, ends: second === undefined ? [endOf(first)] : [endOf(first), endOf(second)] });
  }
  return links;
}

function endOf([, elsewhere = "", uid = ""]: RegExpExecArray): End {
  return { uid, isInText: elsewhere === "" };
}

/** The edge of a link, once the uids of the text are known. */
export function edgeOf({ kind, ends }: Link, from: string, uids: ReadonlyMap<string, string>): CaseEdge {
  const [first, second] = ends.map(({ uid, isInText }) => (isInText ? (uids.get(uid) ?? uid) : uid));
  const to = second === undefined ? (first ?? "") : { from: first ?? "", to: second };
  return { kind, from, to };
}

/** Tags for edges of one node, in their order; `undefined` for an end that cannot be written. */
export function writtenLinks(
  edges: readonly CaseEdge[],
  inText: (uid: string) => string | undefined,
): { readonly tags: readonly TagLine[]; readonly left: readonly CaseEdge[] } {
  const left: CaseEdge[] = [];
  const found = new Map<EdgeKind, string[]>();
  for (const edge of edges) {
    const text = typeof edge.to === "string" ? written(edge.to, inText) : writtenPair(edge.to, inText);
    const list = found.get(edge.kind);
    if (text === undefined) left.push(edge);
    else if (list === undefined) found.set(edge.kind, [text]);
    else list.push(text);
  }
  return { tags: kinds.flatMap((kind) => tagOf(kind, found.get(kind))), left };
}

function tagOf(kind: EdgeKind, ends: readonly string[] | undefined): readonly TagLine[] {
  return ends === undefined ? [] : [[names[kind], ends.join(", ")]];
}

function writtenPair({ from, to }: EdgeTarget, inText: (uid: string) => string | undefined): string | undefined {
  const [first, second] = [written(from, inText), written(to, inText)];
  return first === undefined || second === undefined ? undefined : `${first} > ${second}`;
}

function written(uid: string, inText: (uid: string) => string | undefined): string | undefined {
  const known = inText(uid);
  const text = known === undefined ? `&&${uid}` : `&${known}`;
  return end.test(text) ? text : undefined;
}
