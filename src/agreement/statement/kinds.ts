/** What can be stated: the kinds of statements, and the fields of each. A table, so that its length is its size. */

import { any, count, list, map, object, oneOf, pattern, type Shape, text } from "./shape.ts";

export type StatementKind =
  | "agreement"
  | "objection"
  | "hold"
  | "withdrawal"
  | "revocation"
  | "discussion"
  | "policy"
  | "person"
  | "evidence"
  | "decision"
  | "change-review";

export const hex = pattern(/^[0-9a-f]{64}$/, "64 small hexadecimal digits");
const time = pattern(
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/,
  "a time in UTC such as 2027-03-31T12:00:00Z",
);
/** What a person is called by in a log: stable, unlike the name that is shown. */
const id = pattern(/^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,99}$/u, "a short name without spaces");
const words = text(20_000, 1);
const label = text(1000, 1);

/** Who says it, and when. */
const said = { who: id, time };

const scope = object(
  {},
  {
    hosts: list(label, 1, 1000),
    schedule: list(label, 1, 1000),
    parameters: map(any),
    runs: count(1),
  },
);

/** Evidence is what D-Cases have (docs/case/evidence.md), and is read as there. */
export const predicateShapes: Readonly<Record<Exclude<StatementKind, "evidence">, Shape>> = {
  agreement: object(
    { ...said, bundle: hex, case: hex },
    { role: id, policy: hex, scope, notBefore: time, expires: time },
  ),
  objection: object({ ...said, reason: words }, { node: label, to: hex }),
  hold: object({ ...said, reason: words }, { until: time }),
  withdrawal: object({ ...said, of: hex, reason: words }),
  revocation: object({ ...said, of: hex, reason: words }),
  discussion: object(
    { ...said, node: label, act: oneOf("question", "objection", "proposal", "reply", "resolution"), text: words },
    { to: hex },
  ),
  policy: object({ ...said, policy: map(any) }),
  // The subjects are the ids of the keys.
  person: object({ ...said, id, name: label, roles: list(id, 0, 100), keys: list(text(1024, 1), 0, 100) }),
  decision: object(
    { ...said, decision: oneOf("allow", "refuse"), reasons: list(label, 0, 1000), host: label },
    { run: label, mode: oneOf("audit", "warn", "enforce") },
  ),
  "change-review": object({ ...said, from: hex, to: hex, verdict: oneOf("accepted", "rejected"), reason: words }),
};

export const subjectShape = list(object({ name: label, digest: object({ sha256: hex }) }), 1, 1000);

export const statementKinds: readonly StatementKind[] = [
  ...(Object.keys(predicateShapes) as StatementKind[]),
  "evidence",
];
