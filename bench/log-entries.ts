// Signed statements for logs, made as fast as they are needed.
import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import { predicateTypeOf, sealed } from "../src/agreement/index.ts";

// PKCS#8 of Ed25519 (RFC 8410) around a seed that is no secret.
const seed = Buffer.from(`302e020100300506032b657004220420${"07".repeat(32)}`, "hex");
const privateKey = createPrivateKey({ key: seed, type: "pkcs8", format: "der" });
const spki = createPublicKey(privateKey).export({ type: "spki", format: "der" });
const keyid = createHash("sha256").update(spki).digest("hex");
const subject = [{ name: "switch_over.dscript", digest: { sha256: "ab".repeat(32) } }];

/** A line of a hold with this reason, without its newline. */
export function signedHold(reason: string): string {
  const predicate = { who: "mia", time: "2027-03-31T12:00:00Z", reason };
  const value = {
    _type: "https://in-toto.io/Statement/v1",
    subject,
    predicateType: predicateTypeOf("hold"),
    predicate,
  };
  return sealed(value, { keyid, sign: (bytes) => sign(null, bytes, privateKey) });
}
