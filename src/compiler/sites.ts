/** The table of places that can fail: compiled code names a place by its index here. */

import { type OriginSet, plainType, type Site, type SiteArgument, type SiteStage } from "../records/index.ts";
import type { NodeBase } from "../syntax/index.ts";
import { placeOf, type SourceFile } from "../text/index.ts";

export interface SiteRequest {
  readonly file: number;
  readonly node: NodeBase;
  readonly function: string;
  readonly api: string;
  readonly arguments?: readonly SiteArgument[];
  readonly asked?: OriginSet;
  readonly stages?: readonly SiteStage[];
}

export interface Sites {
  /** The index of this place; the same place for the same call is one entry. */
  index(request: SiteRequest): number;
  readonly all: readonly Site[];
}

const noArguments: readonly SiteArgument[] = [];

export function createSites(files: readonly SourceFile[]): Sites {
  const all: Site[] = [];
  const known = new Map<NodeBase, number[]>();
  return {
    all,
    index({ file, node, function: name, api, arguments: given = noArguments, asked, stages }) {
      const found = known.get(node) ?? [];
      // One node seldom has more than one: `cd` asks for HOME at its own place.
      const same = found.find((index) => all[index]?.api === api);
      if (same !== undefined) return same;
      const values = given.map((each) => ({ ...each, type: plainType(each.type) }));
      const source = files[file];
      const place = source === undefined ? { line: 1, column: 1 } : placeOf(source, node.start);
      const base = { file, start: node.start, end: node.end, ...place, function: name, api, arguments: values };
      all.push({
        ...base,
        ...(asked === undefined || asked === 0 ? {} : { asked }),
        ...(stages === undefined ? {} : { stages }),
      });
      found.push(all.length - 1);
      known.set(node, found);
      return all.length - 1;
    },
  };
}
