/** What the failed system call of a traced command says beyond its error number (faults 1.2). */

import { type Rule, weigh } from "../rule.ts";

/** They speak where the call was found: see `traced.ts`. */
export const traceRules = {
  // The error number, the path and the peer that it gives speak for themselves: here it is only told.
  call: {
    id: "trace.call",
    weights: weigh(0.1, 0.1, 0.1, 0.1),
    says: "the last failed system call was {call}",
  },
  // No word of the command names it: where it is, and whether it is there, is a matter of how the host was set up.
  ownPath: {
    id: "trace.own-path",
    weights: weigh(0.8, 0.2, -0.4, -0.4),
    says: "no argument names {subject}: {command} uses it by itself",
  },
} as const satisfies Readonly<Record<string, Omit<Rule, "when">>>;
