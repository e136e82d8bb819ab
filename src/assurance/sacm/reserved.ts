/** The ids in what a case keeps of its file, which nothing else may have. */

import type { DCase } from "../model/case.ts";
import type { Json } from "../model/json.ts";
import { isTooDeep } from "../xml/json-text.ts";
import { layer } from "./items.ts";

export function idsInKept({ module, nodes }: DCase): ReadonlySet<string> {
  const found = new Set<string>();
  const kept = [module.extra?.[layer], ...nodes.map(({ layers }) => layers?.[layer])];
  for (const each of kept) if (each !== undefined && !isTooDeep(each)) collect(each, found);
  return found;
}

/** In elements, which are lists of a name and attributes; packages and relations give their ids themselves. */
function collect(value: Json, found: Set<string>): void {
  const work: Json[] = [value];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (next === null || typeof next !== "object") continue;
    if (Array.isArray(next) && typeof next[0] === "string" && next.length > 1) {
      for (const [name, id] of Object.entries(next[1] ?? {}))
        if (/^(?:xmi:id|id|gid)$/.test(name) && typeof id === "string" && id !== "") found.add(id);
    }
    work.push(...(Object.values(next) as Json[]));
  }
}
