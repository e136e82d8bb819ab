/** What a gated run gets of its caller's environment: what the policy names, and its PATH. */

import type { Policy } from "../../consent/index.ts";

export function environmentUnder(
  { environment: { path, keep } }: Pick<Policy, "environment">,
  all: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const isKept = (name: string): boolean =>
    keep === undefined ||
    name === "PATH" ||
    keep.some((each) => (each.endsWith("*") ? name.startsWith(each.slice(0, -1)) : name === each));
  const kept = new Map([...all].filter(([name]) => isKept(name)));
  if (path !== undefined) kept.set("PATH", path);
  return kept;
}
