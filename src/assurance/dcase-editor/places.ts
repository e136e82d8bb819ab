/** Where in a file of D-Case tools the parts of a case stand. */

import type { Span } from "../../text/index.ts";
import type { CaseEdge, CaseNode } from "../model/case.ts";
import type { Places } from "../model/places.ts";
import type { FlatCase, FlatLink } from "./flat.ts";
import type { FlatReading } from "./reading.ts";

const attributes: Readonly<Record<string, string>> = {
  label: "name",
  name: "name",
  text: "desc",
  brief: "desc",
  type: "type",
  kind: "type",
  owner: "respName",
  url: "attachment",
  away: "attachment",
  attachments: "attachment",
  parameters: "parameterDefs",
  publishes: "flag",
};

export function placesOf(flat: FlatCase, { case: whole, items, links }: FlatReading): Places {
  const byUid = new Map(whole.nodes.map(({ uid }, at) => [uid, items[at]]));
  let byEnds: ReadonlyMap<string, FlatLink> | undefined;
  return {
    of: (uid, key, item) => {
      if (item !== undefined) {
        byEnds ??= linksByEnds(whole.edges, whole.nodes, links);
        return byEnds.get(endsOf(uid ?? "", key ?? "", item))?.spanOf?.();
      }
      return spanOf(uid === undefined ? flat : byUid.get(uid), key);
    },
  };
}

function spanOf(item: Pick<FlatCase, "spanOf"> | undefined, key: string | undefined): Span | undefined {
  if (key === undefined) return item?.spanOf?.("name") ?? item?.spanOf?.();
  return item?.spanOf?.(attributes[key] ?? key);
}

function linksByEnds(
  edges: readonly CaseEdge[],
  nodes: readonly CaseNode[],
  links: readonly (FlatLink | undefined)[],
): ReadonlyMap<string, FlatLink> {
  const labels = new Map(nodes.map(({ uid, label }) => [uid, label]));
  const found = new Map<string, FlatLink>();
  for (const [at, { kind, from, to }] of edges.entries()) {
    const link = links[at];
    if (link !== undefined && typeof to === "string") found.set(endsOf(from, kind, labels.get(to) ?? to), link);
  }
  return found;
}

function endsOf(from: string, kind: string, to: string): string {
  return JSON.stringify([from, kind, to]);
}
