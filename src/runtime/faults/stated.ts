/** Which context of the D-Case states what a failing argument holds: found again by its value. */

import { type FaultArgument, Origin, type StatedConstant } from "../../records/index.ts";
import type { Run } from "../run.ts";
import { masked } from "../secrets.ts";

/** The argument with the context that it comes from, where the value of one stands in it. */
export function withContext(run: Run, argument: FaultArgument): FaultArgument {
  const { origins, text } = argument;
  const { stated } = run.options.program;
  if (stated === undefined || (origins & Origin.agreed) === 0 || text === masked) return argument;
  const within = (each: StatedConstant): boolean => each.texts.some((one) => one !== "" && text.includes(one));
  const found = stated.find(({ texts }) => texts.includes(text)) ?? stated.filter(within).sort(byLength)[0];
  if (found === undefined) return argument;
  const { key, by, owner } = found;
  return { ...argument, context: { key, by, ...(owner === undefined ? {} : { owner }) } };
}

/** A long text stands in another one less by chance. */
function byLength(a: StatedConstant, b: StatedConstant): number {
  return longest(b) - longest(a);
}

function longest({ texts }: StatedConstant): number {
  return Math.max(0, ...texts.map(({ length }) => length));
}
