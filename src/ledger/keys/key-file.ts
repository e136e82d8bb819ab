/** Keys as files: PKCS#8 in PEM (RFC 7468, 5958, 8410), encrypted where there is a passphrase; only their owner may read them. */

import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { closeSync, fstatSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { type LogProblem, problemOf } from "../problem.ts";
import { sha256Hex } from "./crypto.ts";

export interface SigningKey {
  /** SHA-256 of the SubjectPublicKeyInfo in DER, 64 hexadecimal digits. */
  readonly keyid: string;
  readonly spki: Uint8Array;
  /** The 32 bytes alone. */
  readonly publicKey: Uint8Array;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

/** Makes a key and writes it; a file that is there stays. */
export function createKeyFile(path: string, passphrase: string | undefined): SigningKey | LogProblem {
  const { privateKey } = generateKeyPairSync("ed25519");
  const plain = { type: "pkcs8", format: "pem" } as const;
  const pem = privateKey.export(passphrase === undefined ? plain : { ...plain, cipher: "aes-256-cbc", passphrase });
  try {
    const fd = openSync(path, "wx", 0o600);
    try {
      writeSync(fd, String(pem));
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "EEXIST")
      return wrong(path, "is there already", "name another file: keys are not written over");
    return problemOf(thrown, path, "written");
  }
  return keyOf(privateKey);
}

export function readKeyFile(path: string, passphrase: string | undefined): SigningKey | LogProblem {
  let pem: string;
  try {
    const fd = openSync(path, "r");
    try {
      if ((fstatSync(fd).mode & 0o077) !== 0)
        return wrong(path, "may be read by others, so that it is no secret", `chmod 600 ${path}, or make a new key`);
      pem = readFileSync(fd, "utf8");
    } finally {
      closeSync(fd);
    }
  } catch (thrown) {
    return problemOf(thrown, path, "read");
  }
  if (pem.includes("BEGIN ENCRYPTED") && passphrase === undefined)
    return wrong(path, "is encrypted", "--passphrase-file FILE names a file with its passphrase");
  try {
    const key = createPrivateKey({ key: pem, format: "pem", ...(passphrase === undefined ? {} : { passphrase }) });
    if (key.asymmetricKeyType !== "ed25519")
      return wrong(
        path,
        `is a key of ${key.asymmetricKeyType ?? "another kind"}, not of Ed25519`,
        "dscript log key FILE makes one",
      );
    return keyOf(key);
  } catch {
    return pem.includes("BEGIN ENCRYPTED")
      ? wrong(path, "cannot be decrypted with that passphrase", "look at the passphrase's file: one line")
      : wrong(path, "is no private key in PEM (PKCS#8)", "dscript log key FILE makes one");
  }
}

function keyOf(key: KeyObject): SigningKey {
  const spki = createPublicKey(key).export({ type: "spki", format: "der" });
  return { keyid: sha256Hex(spki), spki, publicKey: spki.subarray(-32), sign: (bytes) => sign(null, bytes, key) };
}

function wrong(path: string, what: string, help: string): LogProblem {
  return { code: "LOG-16", message: `the key ${path} ${what}`, help, kind: "words" };
}
