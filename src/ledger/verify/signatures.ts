/** Whether the signatures of entries are those of the keys that the log's own people and roots have. */

import { type Envelope, fromBase64, signedBytes } from "../../agreement/index.ts";
import { keyOfSpki, sha256Hex, verifyEd25519 } from "../keys/crypto.ts";

export interface SignatureCounts {
  /** Of people in the log. */
  readonly good: number;
  /** Of roots of its policies that are no people in it. */
  readonly roots: number;
  readonly bad: number;
  /** Of keys that no entry before gives to a person, and no policy that counts to a root. */
  readonly unknown: number;
}

/**
 * What an entry makes known where it is a policy that counts from then on: the keys of its roots (SubjectPublicKeyInfo
 * in base64), and the ids of those that had signed it in entries before this one.
 */
export type RootsOf = (
  envelope: Envelope,
  entry: number,
) => { readonly keys: readonly string[]; readonly signedBefore: readonly string[] } | undefined;

export interface SignatureCheck {
  /** Entry by entry, in their order; the id of a key whose signature is not of this entry. */
  readonly add: (envelope: Envelope, entry: number) => string | undefined;
  readonly counts: () => SignatureCounts;
}

export function createSignatureCheck(rootsOf: RootsOf): SignatureCheck {
  const people = new Map<string, Uint8Array>();
  const roots = new Map<string, Uint8Array>();
  /** Signatures of policies by keys that nobody knew then: a root's, perhaps, once enough of them have signed. */
  const early = new Map<string, number>();
  let counts: SignatureCounts = { good: 0, roots: 0, bad: 0, unknown: 0 };
  const count = (is: keyof SignatureCounts, by = 1): void => {
    counts = { ...counts, [is]: counts[is] + by };
  };
  return {
    add(envelope, entry) {
      for (const [id, key] of keysIn(envelope)) people.set(id, key);
      const found = rootsOf(envelope, entry);
      for (const [id, key] of keysOf(found?.keys ?? [])) roots.set(id, key);
      for (const id of found?.signedBefore ?? []) {
        const known = early.get(id) ?? 0;
        early.delete(id);
        count("unknown", -known);
        count("roots", known);
      }
      let wrong: string | undefined;
      for (const { keyid, bytes } of envelope.signatures) {
        const own = people.get(keyid);
        const key = own ?? roots.get(keyid);
        if (key === undefined) {
          count("unknown");
          if (envelope.statement.kind === "policy") early.set(keyid, (early.get(keyid) ?? 0) + 1);
        } else if (verifyEd25519(key, signedBytes(envelope), bytes)) count(own === undefined ? "roots" : "good");
        else {
          count("bad");
          wrong ??= keyid;
        }
      }
      return wrong;
    },
    counts: () => counts,
  };
}

/** The keys that a statement about a person gives to that person, by their ids. */
function keysIn({ statement: { kind, predicate } }: Envelope): readonly (readonly [id: string, key: Uint8Array])[] {
  if (kind !== "person" || !Array.isArray(predicate["keys"])) return [];
  return keysOf(predicate["keys"] as readonly string[]);
}

function keysOf(texts: readonly string[]): readonly (readonly [id: string, key: Uint8Array])[] {
  return texts.flatMap((text) => {
    const spki = fromBase64(text);
    return spki === undefined || keyOfSpki(spki) === undefined ? [] : [[sha256Hex(spki), spki.subarray(-32)] as const];
  });
}
