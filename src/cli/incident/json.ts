/** An incident as JSON: nodes by number, links between them. */

import type { Incident } from "../../incidents/index.ts";

/** One object, in one line. */
export function incidentJson({ nodes, links, from, to, changes, ...rest }: Incident): string {
  const time = (at: number): string | null => (Number.isFinite(at) ? new Date(at).toISOString() : null);
  const numbers = new Map(nodes.map((node, index) => [node, index + 1]));
  return `${JSON.stringify({
    from: time(from),
    to: time(to),
    ...rest,
    nodes: nodes.map(({ events, ...node }, at) => ({
      number: at + 1,
      ...node,
      from: time(node.from),
      to: time(node.to),
      runs: [...new Set(events.map(({ run }) => run))].filter((run) => run !== "").slice(0, 20),
    })),
    changes: changes.map(({ values: _, ...change }) => ({ ...change, time: time(change.time) })),
    links: links.map((link) => ({ ...link, from: numbers.get(link.from), to: numbers.get(link.to) })),
  })}\n`;
}
