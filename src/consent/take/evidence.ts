/** Results of evidence: kept under all that they can be asked for by. */

import type { Json } from "../../assurance/index.ts";
import { keyAt } from "../people/people.ts";
import type { Taken, Taking } from "./entry.ts";

/** Results that are kept under one key; of more, the oldest go. */
const mostKept = 500;

export function takeEvidence({ core, shelves, entry }: Taking): Taken {
  let signer: string | undefined;
  for (const person of Object.values(core.people))
    for (const id of entry.signers) {
      const key = keyAt(person, id, entry.index);
      if (key !== undefined && entry.isSigned(id, key.spki)) signer ??= person.id;
    }
  if (signer === undefined) return "nobody who is known here has signed it";
  const { subject, predicate, value } = entry.statement;
  for (const key of keysOf(subject, predicate)) {
    const all = shelves.evidence(key);
    // Somebody else's signature under the same result counts by itself: not everybody may witness.
    if (all.some(({ digest, signer: by }) => digest === entry.digest && by === signer))
      return "it is a copy of what was said before";
    const found = { entry: entry.index, digest: entry.digest, signer, statement: value };
    shelves.keepEvidence(key, [...all, found].slice(-mostKept));
  }
  return undefined;
}

function keysOf(
  subject: readonly { readonly digest: { readonly sha256: string } }[],
  predicate: { readonly [key: string]: Json },
): ReadonlySet<string> {
  const { of, nodes } = predicate;
  const uids = Array.isArray(nodes)
    ? (nodes as readonly Json[]).flatMap((node) =>
        typeof node === "object" && node !== null && "uid" in node ? [String(node.uid)] : [],
      )
    : [];
  return new Set([
    ...subject.map(({ digest }) => `digest:${digest.sha256}`),
    ...uids.map((uid) => `node:${uid}`),
    ...(typeof of === "string" ? [`of:${of}`] : []),
  ]);
}
