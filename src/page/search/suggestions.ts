/** What there is to look for, before anybody has typed a word. */

import { kindWords, type Mark, marks, typeWords } from "../../assurance/index.ts";
import type { PageCase } from "../argument/page-case.ts";
import { type Field, factText } from "./query.ts";

export interface Suggestion {
  /** What is put into the field. */
  readonly query: string;
  /** In English. */
  readonly says: string;
  readonly count: number;
  readonly mark?: Mark;
}

/** Those of one kind. */
const most = 6;

export function suggestionsOf(page: PageCase): readonly Suggestion[] {
  const nodes = page.graph.nodes.slice(0, page.graph.absent);
  const counts = (field: Field, valued: (uid: string, at: number) => string | undefined): [string, number][] => {
    const found = new Map<string, number>();
    for (const [at, { uid }] of nodes.entries()) {
      const value = valued(uid, at);
      if (value !== undefined) found.set(value, (found.get(value) ?? 0) + 1);
    }
    return [...found].sort((a, b) => b[1] - a[1]).slice(0, field === "type" ? undefined : most);
  };
  return [
    ...statusCounts(page).map(
      ({ mark, count }): Suggestion => ({ query: factText("status", mark), says: marks[mark].word, count, mark }),
    ),
    ...(["undeveloped", "uninstantiated", "defeated"] as const).flatMap((sign) => {
      const count = nodes.filter((node) => node[sign] === true).length;
      return count === 0 ? [] : [{ query: factText("is", sign), says: sign, count }];
    }),
    ...counts("owner", (_, at) => nodes[at]?.owner).map(([owner, count]) => ({
      query: factText("owner", owner),
      says: `owner: ${owner}`,
      count,
    })),
    ...counts("kind", (_, at) => nodes[at]?.kind).map(([kind, count]) => ({
      query: factText("kind", kind),
      says: kindWords[kind as keyof typeof kindWords],
      count,
    })),
    ...counts("type", (_, at) => nodes[at]?.type).map(([type, count]) => ({
      query: factText("type", type),
      says: typeWords[type as keyof typeof typeWords],
      count,
    })),
  ];
}

/** How many nodes stand how; what needs somebody first. */
export function statusCounts(page: PageCase): readonly { readonly mark: Mark; readonly count: number }[] {
  const counts = new Map<Mark, number>();
  for (const { uid } of page.graph.nodes) {
    const mark = page.statuses.get(uid)?.mark;
    if (mark !== undefined) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  const order: readonly Mark[] = ["fails", "challenged", "missing", "stale", "doubt", "suspect", "holds"];
  return order.flatMap((mark) => {
    const count = counts.get(mark);
    return count === undefined ? [] : [{ mark, count }];
  });
}
