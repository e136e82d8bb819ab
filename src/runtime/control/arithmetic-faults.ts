/** The faults of arithmetic, kept apart from the operators so that V8 inlines those. */

import { createFault } from "../faults/raise.ts";
import type { Run } from "../run.ts";

/** The fault of a result outside of int's range. */
export function leaves(run: Run, site: number, a: number, operator: string, b: number): Error {
  const term = operator === "~" ? `~${a}` : `${a} ${operator} ${b}`;
  const message = `${term} leaves the range of int, -9007199254740991 to 9007199254740991`;
  return createFault(run, site, { kind: "OverflowFault", message, values: operator === "~" ? [a] : [a, b] });
}

/** The fault of a division or remainder by zero. */
export function byZero(run: Run, site: number, a: number, operator: "/" | "%"): Error {
  const message = operator === "%" ? `${a} % 0: a division by zero has no remainder` : `${a} / 0: division by zero`;
  return createFault(run, site, { kind: "ZeroDivisionFault", message, values: [a, 0] });
}
