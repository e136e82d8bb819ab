/** Whether a result is one of those that a node's evidence asks for, and what is different where it was made otherwise. */

import type { EvidenceSpec } from "../model/evidence.ts";
import type { Json } from "../model/json.ts";
import type { Statement } from "./statement.ts";

interface Asked {
  readonly bundleDigest?: string | undefined;
  readonly node?: { readonly uid: string; readonly text: string };
}

/** Undefined where it fits; "another" where it is a result of something else; else a sentence on what is different. */
export function differenceOf(spec: EvidenceSpec, { subject, predicate }: Statement, asked: Asked): string | undefined {
  const { nodes, parts } = predicate;
  const own = nodes?.find(({ uid }) => uid === asked.node?.uid);
  if (nodes !== undefined && own === undefined) return "another";
  const isNamed = spec.of !== undefined && (isSame(spec.of, predicate.of) || hasPart(parts, spec.of));
  // A person's word counts for what it was given for.
  const isPersons = spec.by === "review" || spec.by === "document";
  if (own === undefined && (spec.of === undefined ? isPersons : !isNamed)) return "another";
  if (own !== undefined && spec.of !== undefined && predicate.of !== undefined && !isNamed) return "another";
  if (own !== undefined && own.text !== asked.node?.text) return "it was made when the node said something else";
  const script = spec.subject;
  if (script !== undefined) {
    const isOfThis = subject.some(({ digest }) => digest.sha256 === asked.bundleDigest);
    const isOfIt = subject.some(({ name }) => isSame(script, name));
    if (!isOfThis && !isOfIt) return own === undefined ? "another" : `it does not say that it was made with ${script}`;
    if (asked.bundleDigest === undefined) return `the bundle of ${script} is not known`;
    if (!isOfThis) return `it was made with another version of ${script}`;
  }
  const around = firstDifference(spec.environment, predicate.environment);
  if (around !== undefined) return `its environment ${around.name} is ${around.is}, and ${around.wanted} is asked for`;
  const given = firstDifference(spec.parameters, predicate.parameters);
  return given === undefined
    ? undefined
    : `its parameter ${given.name} is ${given.is}, and ${given.wanted} is asked for`;
}

function hasPart(parts: Statement["predicate"]["parts"], name: string): boolean {
  return parts !== undefined && Object.hasOwn(parts, name);
}

/** The same name, or one of them without its folders. */
function isSame(wanted: string, found: string | undefined): boolean {
  if (found === undefined) return false;
  return found === wanted || found.endsWith(`/${wanted}`) || wanted.endsWith(`/${found}`);
}

type Values = { readonly [name: string]: Json };

function firstDifference(
  wanted: Values | undefined,
  found: Values,
): { readonly name: string; readonly is: string; readonly wanted: string } | undefined {
  for (const [name, value] of Object.entries(wanted ?? {})) {
    const other = Object.hasOwn(found, name) ? found[name] : undefined;
    if (other !== undefined && isEqual(value, other)) continue;
    const is = other === undefined ? "not known" : JSON.stringify(other);
    return { name, is, wanted: JSON.stringify(value) };
  }
  return undefined;
}

/** Numbers may have come through texts. */
function isEqual(a: Json, b: Json): boolean {
  if (a !== null && b !== null && typeof a !== "object" && typeof b !== "object") return String(a) === String(b);
  return JSON.stringify(a) === JSON.stringify(b);
}
