/** Labels for nodes whose file gives them none. */

import type { NodeType } from "../model/case.ts";
import { prefixOf } from "../model/labels.ts";

export interface Labels {
  /** The given label, or a new one where it is empty. */
  readonly of: (given: string | undefined, type: NodeType) => string;
}

/** `taken` are the labels that the file gives. Counts on from the last number, so that many nodes are named quickly. */
export function createLabels(taken: Iterable<string>): Labels {
  const all = new Set(taken);
  const numbers = new Map<string, number>();
  const fresh = (type: NodeType): string => {
    const prefix = prefixOf(type);
    let number = (numbers.get(prefix) ?? 0) + 1;
    while (all.has(`${prefix}${number}`)) number += 1;
    numbers.set(prefix, number);
    all.add(`${prefix}${number}`);
    return `${prefix}${number}`;
  };
  return { of: (given, type) => (given === undefined || given === "" ? fresh(type) : given) };
}
