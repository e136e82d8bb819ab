/** Exact arithmetic of ints: a result outside of ±(2^53-1) or a division by zero is a fault, never a rounded number (language 5). */

import type { RuntimeApi } from "../../records/index.ts";
import type { Run } from "../run.ts";
import { byZero, leaves } from "./arithmetic-faults.ts";
import { bitOperation } from "./bits.ts";

type Arithmetic = Pick<
  RuntimeApi,
  "add" | "subtract" | "multiply" | "divide" | "remainder" | "negate" | "divideFloat" | "remainderFloat" | "bits"
>;

/** The operators on numbers. Kept as small as V8 inlines; whatever fails is told elsewhere. */
export function arithmetic(run: Run): Arithmetic {
  return {
    // A sum or product that leaves the range is rounded to 2^53 or beyond, so that one comparison tells it for sure.
    add(a, b, site) {
      const sum = a + b;
      if (sum > 9007199254740991 || sum < -9007199254740991) throw leaves(run, site, a, "+", b);
      return sum;
    },
    subtract(a, b, site) {
      const difference = a - b;
      if (difference > 9007199254740991 || difference < -9007199254740991) throw leaves(run, site, a, "-", b);
      return difference;
    },
    multiply(a, b, site) {
      const product = a * b;
      if (product > 9007199254740991 || product < -9007199254740991) throw leaves(run, site, a, "*", b);
      // Adding 0 makes 0 of -0, which no int is.
      return product + 0;
    },
    // For ints of 53 bits the rounded quotient never reaches the next whole number: cutting it off is exact.
    divide(a, b, site) {
      if (b === 0) throw byZero(run, site, a, "/");
      return Math.trunc(a / b) + 0;
    },
    remainder(a, b, site) {
      if (b === 0) throw byZero(run, site, a, "%");
      return (a % b) + 0;
    },
    negate: (a) => 0 - a,
    divideFloat(a, b, site) {
      if (b === 0) throw byZero(run, site, a, "/");
      return a / b;
    },
    remainderFloat(a, b, site) {
      if (b === 0) throw byZero(run, site, a, "%");
      return a % b;
    },
    bits: (operator, a, b, site) => bitOperation(run, operator, a, b, site),
  };
}
