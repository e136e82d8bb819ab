/** A log's signed checkpoint: c2sp.org/tlog-checkpoint in a c2sp.org/signed-note, with Ed25519. */

import type { Trouble } from "../../assurance/index.ts";
import { encodeUtf8 } from "../../text/index.ts";
import { fromBase64, toBase64 } from "../envelope/base64.ts";
import { type HashOf, hashLength } from "../tree/hash.ts";

export interface Checkpoint {
  /** What the log is called wherever it is. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export interface SignedCheckpoint extends Checkpoint {
  /** The lines that are signed, with the last one's end. */
  readonly body: string;
  readonly signatures: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** Who signs a log: its name and the 32 bytes of the public key. */
export interface LogKey {
  readonly name: string;
  readonly publicKey: Uint8Array;
}

export type Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

const algorithm = 1;

/** A name that a log, and whoever signs it, may have. */
export function isLogName(name: string): boolean {
  // Asking for a property of characters loads tables: most names need none.
  return /^[!-*,-~]{1,200}$/.test(name) || /^[^\s+\p{C}]{1,200}$/u.test(name);
}

export function writeCheckpoint(
  { origin, size, root }: Checkpoint,
  key: LogKey & { readonly sign: (message: Uint8Array) => Uint8Array },
  hashOf: HashOf,
): string {
  const body = `${origin}\n${size}\n${toBase64(root)}\n`;
  const signature = key.sign(encodeUtf8(body));
  return `${body}\n— ${key.name} ${toBase64(joined(keyHash(key, hashOf), signature))}\n`;
}

/** Reads a note; whoever reads it has to ask `isSignedBy`. */
export function readCheckpoint(note: string): SignedCheckpoint | Trouble {
  const wrong = (what: string): Trouble => ({
    code: "LOG-01",
    message: `it is no checkpoint of a log: ${what}`,
    help: "a checkpoint is written as c2sp.org/tlog-checkpoint has it",
  });
  const gap = note.indexOf("\n\n");
  if (gap === -1 || !note.endsWith("\n")) return wrong("it has no signatures");
  const body = note.slice(0, gap + 1);
  const [origin = "", count = "", hash = ""] = body.split("\n");
  const root = fromBase64(hash);
  if (!isLogName(origin)) return wrong("its first line is no name");
  if (!/^(?:0|[1-9]\d{0,15})$/.test(count)) return wrong("its second line is no size");
  if (root?.length !== hashLength) return wrong("its third line is no hash");
  const signatures = note
    .slice(gap + 2, -1)
    .split("\n")
    .map((line) => {
      const [, name = "", signed = ""] = /^— (\S+) (\S+)$/.exec(line) ?? [];
      return { name, bytes: fromBase64(signed) };
    });
  if (!signatures.every((each) => each.name !== "" && each.bytes !== undefined && each.bytes.length > 4))
    return wrong("a line below is no signature");
  const found = signatures.flatMap(({ name, bytes }) => (bytes === undefined ? [] : [{ name, bytes }]));
  return { origin, size: Number(count), root, body, signatures: found };
}

/** Signatures of keys that are not known count for nothing. */
export function isSignedBy(note: SignedCheckpoint, key: LogKey, hashOf: HashOf, verify: Verify): boolean {
  const hash = keyHash(key, hashOf);
  const own = note.signatures.find(
    ({ name, bytes }) => name === key.name && hash.every((byte, at) => byte === bytes[at]),
  );
  return own !== undefined && verify(key.publicKey, encodeUtf8(note.body), own.bytes.subarray(4));
}

/** A key as one word: NAME+HASH+KEY. */
export function writeLogKey(key: LogKey, hashOf: HashOf): string {
  const hash = [...keyHash(key, hashOf)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${key.name}+${hash}+${toBase64(joined(Uint8Array.of(algorithm), key.publicKey))}`;
}

/** Undefined where it is none, or was mistyped. */
export function readLogKey(word: string, hashOf: HashOf): LogKey | undefined {
  const [, name = "", key = ""] = /^([^+]+)\+[0-9a-f]{8}\+(.+)$/.exec(word) ?? [];
  const bytes = fromBase64(key);
  if (bytes?.length !== 33 || bytes[0] !== algorithm || !isLogName(name)) return undefined;
  const found = { name, publicKey: bytes.subarray(1) };
  return writeLogKey(found, hashOf) === word ? found : undefined;
}

/** Four bytes that tell keys apart. */
function keyHash({ name, publicKey }: LogKey, hashOf: HashOf): Uint8Array {
  return hashOf(joined(encodeUtf8(`${name}\n`), Uint8Array.of(algorithm), publicKey)).subarray(0, 4);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
