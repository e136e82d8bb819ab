/** Fault classes as one word. */

import type { Category } from "../../charts/index.ts";
import { faultClasses } from "../../records/index.ts";
import { safe } from "../runs/words.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** "System" for a record whose likeliest class is SystemFault; empty where it has none, as it stands where it is another. */
export function classWord(fields: Fields, say: (text: string) => string): string {
  return shortClass(firstClass(fields) ?? "", say);
}

/** The class that the record's diagnosis ranks first, or the first of its FaultType. */
function firstClass(fields: Fields): string | undefined {
  const { Diagnosis: diagnosis, FaultType: faultType } = fields;
  const first: unknown = Array.isArray(diagnosis) ? diagnosis[0] : undefined;
  if (typeof first === "object" && first !== null && "class" in first && typeof first.class === "string")
    return first.class;
  return typeof faultType === "string" ? faultType.split(",", 1).join() : undefined;
}

/** "SystemFault" as "System". */
export function shortClass(name: string, say: (text: string) => string): string {
  return faultClasses.some((known) => known === name) ? say(name.slice(0, -"Fault".length)) : name;
}

/** A value of a field as a category of a chart: a fault class has a look of its own. */
export function categoryOf(value: string, say: (text: string) => string): Category {
  return { id: value, label: shortClass(safe(value), say) };
}
