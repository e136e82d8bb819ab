/** Names of faults in `catch` and `retry … on`. */

import { nearest } from "../../diagnostics/index.ts";
import { type Type, types } from "../../records/index.ts";
import type { Identifier } from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import { allFaultNames, isFaultName } from "../types/relations.ts";

// What other languages call these faults.
const usual: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Exception: "Fault",
    Error: "Fault",
    IOException: "IOFault",
    IOError: "IOFault",
    FileNotFoundException: "IOFault",
  }),
);

/** The type of a fault's name; an unknown one is reported with the nearest. */
export function faultType(context: Context, name: Identifier): Type {
  if (isFaultName(name.name)) return { kind: "object", name: name.name };
  context.report("DS2308", name, {
    name: name.name,
    nearest: usual.get(name.name) ?? nearest(name.name, allFaultNames()),
  });
  return types.unknown;
}
