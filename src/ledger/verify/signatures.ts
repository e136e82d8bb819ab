/** Whether the signatures of entries are those of the keys that the log's own people have. */

import { type Envelope, fromBase64, signedBytes } from "../../agreement/index.ts";
import { keyOfSpki, sha256Hex, verifyEd25519 } from "../keys/crypto.ts";

export interface SignatureCounts {
  readonly good: number;
  readonly bad: number;
  /** Of keys that no entry before gives to a person. */
  readonly unknown: number;
}

export interface SignatureCheck {
  /** Entry by entry, in their order; the id of a key whose signature is not of this entry. */
  readonly add: (envelope: Envelope) => string | undefined;
  readonly counts: () => SignatureCounts;
}

export function createSignatureCheck(): SignatureCheck {
  const keys = new Map<string, Uint8Array>();
  let counts: SignatureCounts = { good: 0, bad: 0, unknown: 0 };
  return {
    add(envelope) {
      for (const [id, key] of keysIn(envelope)) keys.set(id, key);
      let wrong: string | undefined;
      for (const { keyid, bytes } of envelope.signatures) {
        const key = keys.get(keyid);
        const is = key === undefined ? "unknown" : verifyEd25519(key, signedBytes(envelope), bytes) ? "good" : "bad";
        counts = { ...counts, [is]: counts[is] + 1 };
        if (is === "bad") wrong ??= keyid;
      }
      return wrong;
    },
    counts: () => counts,
  };
}

/** The keys that a statement about a person gives to that person, by their ids. */
function keysIn({ statement: { kind, predicate } }: Envelope): readonly (readonly [id: string, key: Uint8Array])[] {
  if (kind !== "person" || !Array.isArray(predicate["keys"])) return [];
  return (predicate["keys"] as readonly string[]).flatMap((text) => {
    const spki = fromBase64(text);
    return spki === undefined || keyOfSpki(spki) === undefined ? [] : [[sha256Hex(spki), spki.subarray(-32)] as const];
  });
}
