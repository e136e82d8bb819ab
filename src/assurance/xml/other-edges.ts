/** Relations for which a format has no place: kept in a list beside the module's fields, each with its place among the others. */

import type { CaseEdge } from "../model/case.ts";
import type { Json } from "../model/json.ts";
import { edgeFields } from "./model-shapes.ts";
import type { Rest } from "./rest.ts";
import { isOneOf, listOf, objectOf, type Shape } from "./shapes.ts";

/** The key of the list; no field of a module is called so. */
export const otherEdges = "edges";

const isNumber: Shape = (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
const isList = listOf((each) => Array.isArray(each) && each.length === 2 && isNumber(each[0]) && isEdge(each[1]));
const { kind, from, to, ...optional } = edgeFields.shapes;
const isEdge = objectOf({ kind: kind ?? isOneOf(), from: from ?? isOneOf(), to: to ?? isOneOf() }, optional);

export function writtenEdges(edges: readonly (readonly [at: number, edge: CaseEdge])[]): Json {
  // An edge holds nothing but JSON: its type says so.
  return edges as unknown as Json;
}

/** The known ones, each with its item, and those of the list at their places. */
export function edgesWithOthers<T>(
  known: readonly CaseEdge[],
  items: readonly T[],
  rest: Rest | "unreadable" | undefined,
): readonly { readonly edge: CaseEdge; readonly item: T | undefined }[] {
  const edges: { readonly edge: CaseEdge; readonly item: T | undefined }[] = [];
  const others = othersOf(rest);
  let next = 0;
  for (const [at, edge] of known.entries()) {
    for (; others[next]?.[0] === edges.length; next += 1)
      edges.push({ edge: others[next]?.[1] ?? edge, item: undefined });
    edges.push({ edge, item: items[at] });
  }
  return [...edges, ...others.slice(next).map(([, edge]) => ({ edge, item: undefined }))];
}

function othersOf(rest: Rest | "unreadable" | undefined): readonly (readonly [number, CaseEdge])[] {
  if (rest === undefined || rest === "unreadable") return [];
  const given = rest[otherEdges];
  // Its shape has just been looked at.
  return given !== undefined && isList(given) ? (given as unknown as readonly (readonly [number, CaseEdge])[]) : [];
}
