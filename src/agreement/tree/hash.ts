/** The hashes of a Merkle tree (RFC 6962, section 2.1): leaves and nodes are told apart by their first byte. */

/** SHA-256: 32 bytes of any number of bytes. Handed in: pure rooms have no cryptography. */
export type HashOf = (bytes: Uint8Array) => Uint8Array;

export const hashLength = 32;

export function leafHash(entry: Uint8Array, hashOf: HashOf): Uint8Array {
  const bytes = new Uint8Array(1 + entry.length);
  bytes.set(entry, 1);
  return hashOf(bytes);
}

export function nodeHash(left: Uint8Array, right: Uint8Array, hashOf: HashOf): Uint8Array {
  const bytes = new Uint8Array(1 + 2 * hashLength);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + hashLength);
  return hashOf(bytes);
}

export function emptyRoot(hashOf: HashOf): Uint8Array {
  return hashOf(new Uint8Array(0));
}

export function isSameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
