// One statement of each kind, and a key to sign them with.
import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { predicateTypeOf, type StatementKind } from "../../src/agreement/index.ts";
import type { Json } from "../../src/assurance/index.ts";

const digest = "ab".repeat(32);
const said = { who: "mia", time: "2027-03-31T12:00:00Z" };

export const predicates: Readonly<Record<Exclude<StatementKind, "evidence">, { readonly [name: string]: Json }>> = {
  proposal: {
    ...{ ...said, script: "switch_over.dscript", bundle: digest, case: digest, tier: "T2", authors: ["ken"] },
    nodes: [{ uid: "u1", label: "G1", hash: digest }],
    files: { "switch_over.dscript": digest },
    ...{ scope: { hosts: ["web*"] }, notBefore: "2027-04-01T00:00:00Z", says: "for the class" },
  },
  agreement: {
    ...{ ...said, role: "teacher", bundle: digest, case: digest, policy: digest },
    scope: { hosts: ["web1"], schedule: ["Mon-Fri 09:00-18:00"], parameters: { users: { most: 40 } }, runs: 3 },
    ...{ notBefore: "2027-04-01T00:00:00Z", expires: "2027-05-01T00:00:00Z" },
  },
  abstention: { ...said, bundle: digest, proposal: digest, says: "not my field" },
  objection: { ...said, node: "G3", to: digest, reason: "授業中のデータが消える" },
  hold: { ...said, reason: "until the exam is over", until: "2027-04-10T00:00:00Z" },
  withdrawal: { ...said, of: digest, reason: "answered" },
  overruling: { ...said, of: digest, reason: "the exam is over" },
  revocation: { ...said, of: digest, reason: "the host was sold" },
  discussion: { ...said, node: "G3", act: "question", text: "What of a power cut?" },
  policy: { ...said, policy: { need: { teacher: 1 } } },
  person: { ...said, id: "mia", name: "Mia Sato", roles: ["teacher"], keys: ["MCow"] },
  timestamp: said,
  "break-glass": {
    ...said,
    bundle: digest,
    script: "a.dscript",
    reason: "the disk fills",
    until: "2027-03-31T14:00:00Z",
  },
  decision: { ...said, decision: "refuse", reasons: ["DS6007"], host: "web1", run: "01J", mode: "enforce" },
  "change-review": { ...said, from: digest, to: "cd".repeat(32), verdict: "accepted", reason: "wording" },
};

export function statementOf(kind: Exclude<StatementKind, "evidence">): { [name: string]: Json } {
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: "switch_over.dscript", digest: { sha256: digest } }],
    predicateType: predicateTypeOf(kind),
    predicate: predicates[kind],
  };
}

// PKCS#8 of Ed25519 (RFC 8410) around a seed that is no secret.
const seed = Buffer.from(`302e020100300506032b657004220420${"07".repeat(32)}`, "hex");
const privateKey = createPrivateKey({ key: seed, type: "pkcs8", format: "der" });
const spki = createPublicKey(privateKey).export({ type: "spki", format: "der" });

export const key = {
  keyid: createHash("sha256").update(spki).digest("hex"),
  sign: (bytes: Uint8Array): Uint8Array => new Uint8Array(sign(null, bytes, privateKey)),
  publicKey: new Uint8Array(spki.subarray(-32)),
};

export function verifies(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), publicKey]);
  return verify(null, message, createPublicKey({ key: der, type: "spki", format: "der" }), signature);
}
