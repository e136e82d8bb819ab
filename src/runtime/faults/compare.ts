/** What a failed assertion shows of the values that it compared: each as a trace does, and the difference of long ones. */

import type { SiteArgument, Symptom } from "../../records/index.ts";
import { unifiedDifference } from "../../text/index.ts";
import type { Mask } from "../secrets.ts";
import { elementsOf, showArgument } from "./show-argument.ts";

/** The values under the names of their site. */
export function compare(
  known: readonly SiteArgument[],
  values: readonly unknown[],
  mask: Mask,
): Pick<Symptom, "compared" | "difference"> {
  if (values.length === 0) return {};
  const compared = values.map((value, index) => showArgument(known[index], index, value, mask));
  const [left, right] = values.map((value, index) => linesOf(value, known[index], mask));
  if (left === undefined || right === undefined || (!isLong(left) && !isLong(right))) return { compared };
  const difference = unifiedDifference(left, right);
  return difference.length === 0 ? { compared } : { compared, difference };
}

/** Of a text itself, of an array or Map an element a line; undefined of what is shown in one line anyway, or secret. */
function linesOf(value: unknown, known: SiteArgument | undefined, mask: Mask): string | undefined {
  if (known?.secret === true) return undefined;
  if (typeof value === "string") return mask(value);
  return elementsOf(value, known?.type)
    ?.map((text) => `${mask(text)}\n`)
    .join("");
}

// What fits into a terminal's line is seen at a glance.
const longest = 72;

function isLong(text: string): boolean {
  return text.length > longest || text.includes("\n");
}
