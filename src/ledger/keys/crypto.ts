/** SHA-256 and Ed25519 as Node has them, for the pure rooms' functions. */

import { createPublicKey, hash, type KeyObject, verify } from "node:crypto";

export function sha256(bytes: Uint8Array): Uint8Array {
  return hash("sha256", bytes, "buffer");
}

export function sha256Hex(bytes: Uint8Array): string {
  return hash("sha256", bytes);
}

/** What stands ahead of the 32 bytes of a key in its SubjectPublicKeyInfo (RFC 8410). */
const head = Buffer.from("302a300506032b6570032100", "hex");

/** The SubjectPublicKeyInfo of 32 bytes. */
export function spkiOf(publicKey: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.concat([head, publicKey]));
}

/** By the 32 bytes of the key. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const key = keyOf(publicKey);
  return key !== undefined && signature.length === 64 && verify(null, message, key, signature);
}

/** By a SubjectPublicKeyInfo in base64. */
export function verifySpki(spki: string, message: Uint8Array, signature: Uint8Array): boolean {
  const der = Buffer.from(spki, "base64");
  const key =
    der.length === head.length + 32 && der.subarray(0, head.length).equals(head)
      ? keyOf(der.subarray(head.length))
      : undefined;
  return key !== undefined && signature.length === 64 && verify(null, message, key, signature);
}

/** Making a key of its bytes takes as long as a signature; a log has few keys. */
const keys = new Map<string, KeyObject | undefined>();
const mostKeys = 1000;

function keyOf(publicKey: Uint8Array): KeyObject | undefined {
  const name = Buffer.from(publicKey).toString("latin1");
  if (keys.has(name)) return keys.get(name);
  const key = keyOfSpki(spkiOf(publicKey));
  if (keys.size >= mostKeys) keys.clear();
  keys.set(name, key);
  return key;
}

/** The key of a SubjectPublicKeyInfo; undefined where it is none of Ed25519. */
export function keyOfSpki(der: Uint8Array): KeyObject | undefined {
  if (der.length !== head.length + 32 || !head.every((byte, at) => byte === der[at])) return undefined;
  return createPublicKey({ key: Buffer.from(der), type: "spki", format: "der" });
}
