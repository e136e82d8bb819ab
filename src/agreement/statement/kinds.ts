/** What can be stated: the kinds of statements, and the fields of each. A table, so that its length is its size. */

import { any, count, list, map, object, oneOf, pattern, type Shape, text } from "./shape.ts";

export type StatementKind =
  | "proposal"
  | "agreement"
  | "abstention"
  | "objection"
  | "hold"
  | "withdrawal"
  | "overruling"
  | "revocation"
  | "discussion"
  | "policy"
  | "person"
  | "timestamp"
  | "break-glass"
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
    directories: list(label, 1, 1000),
    parameters: map(any),
    runs: count(1),
  },
);

/** A goal that is served, with all that it rests on (docs/case/digest.md). */
const node = object({ uid: label, label, hash: hex });
/** What is agreed on: a script as it stands, in its case. A script without a case has none. */
const content = { bundle: hex };
const proposal = { ...content, proposal: hex };

/** Evidence is what D-Cases have (docs/case/evidence.md), and is read as there. */
export const predicateShapes: Readonly<Record<Exclude<StatementKind, "evidence">, Shape>> = {
  proposal: object(
    { ...said, ...content, script: label },
    {
      case: hex,
      nodes: list(node, 0, 1000),
      files: map(hex),
      tier: label,
      authors: list(id, 0, 100),
      ...{ policy: hex, scope, notBefore: time, expires: time, says: words },
    },
  ),
  agreement: object(
    { ...said, ...content },
    { case: hex, proposal: hex, role: id, policy: hex, scope, notBefore: time, expires: time, says: words },
  ),
  abstention: object({ ...said, ...proposal }, { says: words }),
  objection: object({ ...said, reason: words }, { bundle: hex, proposal: hex, node: label, to: hex }),
  hold: object({ ...said, reason: words }, { bundle: hex, proposal: hex, until: time }),
  withdrawal: object({ ...said, of: hex, reason: words }, { became: label }),
  overruling: object({ ...said, of: hex, reason: words }),
  revocation: object({ ...said, of: hex, reason: words }),
  discussion: object(
    { ...said, node: label, act: oneOf("question", "objection", "proposal", "reply", "resolution"), text: words },
    { to: hex },
  ),
  policy: object({ ...said, policy: map(any) }),
  // The subjects are the ids of the keys.
  person: object(
    { ...said, id, name: label, roles: list(id, 0, 100), keys: list(text(1024, 1), 0, 100) },
    { retired: list(text(1024, 1), 0, 100) },
  ),
  timestamp: object(said),
  "break-glass": object({ ...said, ...content, script: label, reason: words, until: time }),
  decision: object(
    { ...said, decision: oneOf("allow", "refuse"), reasons: list(label, 0, 1000), host: label },
    { run: label, mode: oneOf("audit", "warn", "enforce"), bundle: hex, proposal: hex },
  ),
  "change-review": object(
    { ...said, verdict: oneOf("accepted", "rejected"), reason: words },
    { from: hex, to: hex, of: hex },
  ),
};

export const subjectShape = list(object({ name: label, digest: object({ sha256: hex }) }), 1, 1000);

export const statementKinds: readonly StatementKind[] = [
  ...(Object.keys(predicateShapes) as StatementKind[]),
  "evidence",
];
