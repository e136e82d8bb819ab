/** JSON to a statement, or what it lacks; keys that are not known are passed over, as in-toto's parsing rules have it. */

import type { Json } from "../model/json.ts";
import { type NodeThen, type Predicate, type Statement, type Subject, sourceOf, statementType } from "./statement.ts";

type Fields = { readonly [name: string]: Json };

export type StatementReading =
  | { readonly ok: true; readonly statement: Statement }
  /** A sentence. `isForeign`: a statement, and none of ours. */
  | { readonly ok: false; readonly problem: string; readonly isForeign: boolean };

export function statementOf(value: Json): StatementReading {
  const fields = fieldsOf(value);
  if (fields === undefined) return wrong("it is no JSON object");
  if (fields["_type"] !== statementType) return wrong(`its _type is not ${statementType}`);
  const predicateType = fields["predicateType"];
  if (typeof predicateType !== "string") return wrong("it has no predicateType");
  const by = sourceOf({ predicateType });
  if (by === undefined) {
    const problem = `it is a statement of another kind: ${JSON.stringify(predicateType.slice(0, 200))}`;
    return { ok: false, problem, isForeign: true };
  }
  const subject = subjectsOf(fields["subject"]);
  if (subject === undefined) return wrong("each subject needs a digest with 64 hexadecimal digits of sha256");
  const predicate = predicateOf(fieldsOf(fields["predicate"]));
  if (typeof predicate === "string") return wrong(predicate);
  return { ok: true, statement: { _type: statementType, subject, predicateType, predicate } };
}

function wrong(problem: string): StatementReading {
  return { ok: false, problem, isForeign: false };
}

function fieldsOf(value: Json | undefined): Fields | undefined {
  if (value === null || value === undefined || typeof value !== "object" || Array.isArray(value)) return undefined;
  return value as Fields;
}

function subjectsOf(value: Json | undefined): readonly Subject[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const subjects = (value as readonly Json[]).map((each): Subject | undefined => {
    const { name, digest } = fieldsOf(each) ?? {};
    const sha256 = fieldsOf(digest)?.["sha256"];
    if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256)) return undefined;
    return { name: typeof name === "string" ? name : "_", digest: { sha256 } };
  });
  return subjects.includes(undefined) ? undefined : subjects.filter((each) => each !== undefined);
}

function predicateOf(fields: Fields | undefined): Predicate | string {
  if (fields === undefined) return "it has no predicate";
  const { of, result, parts, time, who, says, nodes } = fields;
  if (result !== "passed" && result !== "failed") return "its predicate.result is neither passed nor failed";
  if (typeof time !== "string" || timeOf(time) === undefined)
    return "its predicate.time is no time such as 2027-03-31T12:00:00Z";
  const then = nodes === undefined ? undefined : nodesOf(nodes);
  if (nodes !== undefined && then === undefined)
    return "its predicate.nodes are not nodes, each with uid, label and text";
  return {
    result,
    time,
    figures: fieldsOf(fields["figures"]) ?? {},
    parameters: fieldsOf(fields["parameters"]) ?? {},
    environment: fieldsOf(fields["environment"]) ?? {},
    ...(typeof of === "string" ? { of } : {}),
    ...(parts === undefined ? {} : { parts: partsOf(parts) }),
    ...(typeof who === "string" ? { who } : {}),
    ...(typeof says === "string" ? { says } : {}),
    ...(then === undefined ? {} : { nodes: then }),
  };
}

function partsOf(value: Json): NonNullable<Predicate["parts"]> {
  const entries = Object.entries(fieldsOf(value) ?? {});
  return Object.fromEntries(
    entries.flatMap(([name, state]) =>
      state === "passed" || state === "failed" || state === "skipped" ? [[name, state] as const] : [],
    ),
  );
}

function nodesOf(value: Json): readonly NodeThen[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const nodes = (value as readonly Json[]).map((each): NodeThen | undefined => {
    const { uid, label, text } = fieldsOf(each) ?? {};
    return typeof uid === "string" && typeof label === "string" && typeof text === "string"
      ? { uid, label, text }
      : undefined;
  });
  return nodes.includes(undefined) ? undefined : nodes.filter((each) => each !== undefined);
}

/** Milliseconds since the epoch of a time with its zone (RFC 3339); undefined for anything else. */
export function timeOf(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const time = Date.parse(text.replace(" ", "T"));
  return Number.isNaN(time) ? undefined : time;
}
