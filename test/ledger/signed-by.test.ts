// Signatures of a log's own people: good ones, ones of nobody, and those that are not of the key that they name.
import { createHash, createPrivateKey, createPublicKey } from "node:crypto";
import { expect, test } from "vitest";
import { sealed, toBase64 } from "../../src/agreement/index.ts";
import { verifyLog } from "../../src/ledger/index.ts";
import { key, predicates, statementOf } from "../agreement/statements.ts";
import { entry, logOf, put } from "./folders.ts";

const seed = Buffer.from(`302e020100300506032b657004220420${"07".repeat(32)}`, "hex");
const spki = createPublicKey(createPrivateKey({ key: seed, type: "pkcs8", format: "der" })).export({
  type: "spki",
  format: "der",
});

/** Says that the key of these tests is mia's. */
function person(): Uint8Array {
  expect(createHash("sha256").update(spki).digest("hex")).toBe(key.keyid);
  const predicate = { ...predicates.person, keys: [toBase64(spki)] };
  return new Uint8Array(Buffer.from(sealed({ ...statementOf("person"), predicate }, key)));
}

/** A hold that names mia's key, and has another signature. */
function forged(sign: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.from(sealed(statementOf("hold"), { keyid: key.keyid, sign })));
}

test.each([
  ["a signature of something else", (bytes: Uint8Array) => key.sign(bytes.subarray(1))],
  [
    "a signature with one bit changed",
    (bytes: Uint8Array) => key.sign(bytes).map((byte, at) => (at === 9 ? byte ^ 1 : byte)),
  ],
  ["half a signature", (bytes: Uint8Array) => key.sign(bytes).subarray(32)],
  ["no signature", () => new Uint8Array(0)],
])("%s is not of the key that it names", async (_, sign) => {
  const folder = await logOf(0);
  await put(folder, [entry(1), person(), entry(2), forged(sign)]);
  expect(verifyLog(folder)).toMatchObject({
    signatures: { good: 2, roots: 0, bad: 1, unknown: 1 },
    findings: [{ code: "LOG-15", entry: 3, message: `entry 3 was not signed by the key ${key.keyid}, which it names` }],
  });
});
