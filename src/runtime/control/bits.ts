/** Bit operations on ints of 53 bits, which count as two's complement of any width. */

import { createFault } from "../faults/raise.ts";
import type { Run } from "../run.ts";
import { leaves } from "./arithmetic-faults.ts";

/** `& | ^ ~ << >> >>>`. `>>>` shifts the 64-bit form, as Java's long does; `~` takes `a` only. */
export function bitOperation(run: Run, operator: string, a: number, b: number, site: number): number {
  switch (operator) {
    case "&":
      if (isSmall(a) && isSmall(b)) return a & b;
      break;
    case "|":
      if (isSmall(a) && isSmall(b)) return a | b;
      break;
    case "^":
      if (isSmall(a) && isSmall(b)) return a ^ b;
      break;
    case "~":
      return check(run, site, "~", a, 0, -1 - a);
    case "<<":
    case ">>":
    case ">>>":
      return shift(run, operator, a, b, site);
    default:
      throw new Error(`no bit operator ${operator}`);
  }
  const [left, right] = [BigInt(a), BigInt(b)];
  const value = operator === "&" ? left & right : operator === "|" ? left | right : left ^ right;
  return check(run, site, operator, a, b, Number(value));
}

function shift(run: Run, operator: "<<" | ">>" | ">>>", a: number, b: number, site: number): number {
  if (b < 0) {
    const message = `${a} ${operator} ${b}: bits cannot be shifted by a negative number`;
    throw createFault(run, site, { kind: "ArgumentFault", message, values: [a, b] });
  }
  // No int has more than 54 bits: whatever is shifted further has the same result.
  const count = Math.min(b, 64);
  if (operator === "<<") return check(run, site, operator, a, b, a === 0 ? 0 : a * 2 ** count);
  if (operator === ">>" || a >= 0) return Math.floor(a / 2 ** count);
  return check(run, site, operator, a, b, Number(BigInt.asUintN(64, BigInt(a)) >> BigInt(count)));
}

function check(run: Run, site: number, operator: string, a: number, b: number, value: number): number {
  if (value > Number.MAX_SAFE_INTEGER || value < -Number.MAX_SAFE_INTEGER) throw leaves(run, site, a, operator, b);
  return value;
}

function isSmall(value: number): boolean {
  return (value | 0) === value;
}
