/** The packages that a module keeps, each with an id of its own, and in no circle. */

import type { NativeIds } from "../xml/native-ids.ts";
import type { SacmPackage } from "./items.ts";

/** Further in than this, packages are written beside each other. */
const deepest = 12;

export function nestedPackages(packages: readonly SacmPackage[], ids: NativeIds): readonly SacmPackage[] {
  const idOf = new Map<string, string>();
  const renamed = packages.map((each) => {
    const id = ids.take(each.id);
    if (!idOf.has(each.id)) idOf.set(each.id, id);
    return { ...each, id };
  });
  const withinOf = new Map(renamed.map(({ id, within }) => [id, within === undefined ? undefined : idOf.get(within)]));
  return renamed.map(({ within: _, ...each }) => {
    const within = withinOf.get(each.id);
    return within === undefined || isTooFarIn(each.id, withinOf) ? each : { ...each, within };
  });
}

/** Also where its way out goes round in a circle. */
function isTooFarIn(id: string, withinOf: ReadonlyMap<string, string | undefined>): boolean {
  let at: string | undefined = id;
  for (let steps = 0; steps <= deepest; steps += 1) {
    if (at === undefined) return false;
    at = withinOf.get(at);
  }
  return true;
}
