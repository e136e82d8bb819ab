/** Values and faults as a journal keeps them: JSON, in which maps and special numbers have a form of their own. */

import { classOf, type KeptFault } from "../../records/index.ts";
import type { Fault } from "../faults/fault.ts";
import { createFault, siteAt } from "../faults/raise.ts";
import type { Run } from "../run.ts";

/** A value of one of the types that the checker lets through, as JSON can hold it. */
export function kept(value: unknown): unknown {
  if (value instanceof Map) return { map: [...value].map(([key, each]) => [key, kept(each)]) };
  if (Array.isArray(value)) return value.map(kept);
  if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0)))
    return { number: Object.is(value, -0) ? "-0" : String(value) };
  return value ?? null;
}

/** The value back. */
export function unkept(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unkept);
  if (typeof value !== "object" || value === null) return value;
  // Only `kept` makes objects.
  const { map, number } = value as { readonly map?: readonly [string, unknown][]; readonly number?: string };
  if (number !== undefined) return Number(number);
  return new Map((map ?? []).map(([key, each]) => [key, unkept(each)]));
}

export function keptFault(run: Run, fault: Fault): KeptFault {
  const { kind, message, status } = fault.symptom;
  return {
    kind,
    class: classOf(fault.diagnosis),
    message: run.secrets.mask(message),
    line: siteAt(run, fault.site).line,
    ...(status === undefined ? {} : { status }),
  };
}

/** A fault of an earlier engine, on its way again. */
export function revived(run: Run, site: number, { kind, class: stated, message, status }: KeptFault): Fault {
  return createFault(run, site, { kind, message, stated, ...(status === undefined ? {} : { status }) });
}
