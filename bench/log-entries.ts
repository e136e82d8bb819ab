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

/** Entries of several kinds and people, an hour apart: envelopes whose form is right; what signs them is no signature. */
export function* manyEntries(count: number): Generator<Uint8Array> {
  const sig = Buffer.alloc(64).toString("base64");
  const start = Date.UTC(2027, 0, 1);
  for (let at = 0; at < count; at += 1) {
    const kind = at % 10 === 0 ? "hold" : "discussion";
    const time = `${new Date(start + at * 1000).toISOString().slice(0, 19)}Z`;
    const said = { time, who: `person${at % 100}` };
    const predicate =
      kind === "hold"
        ? { reason: `reason ${at}`, ...said }
        : { act: "question", node: "G3", text: `text ${at}`, ...said };
    const digest = {
      sha256: createHash("sha256")
        .update(`script ${at % 1000}`)
        .digest("hex"),
    };
    // The names stand in their canonical order.
    const payload = JSON.stringify({
      _type: "https://in-toto.io/Statement/v1",
      predicate,
      predicateType: predicateTypeOf(kind),
      subject: [{ digest, name: "switch_over.dscript" }],
    });
    const envelope = {
      payload: Buffer.from(payload).toString("base64"),
      payloadType: "application/vnd.in-toto+json",
      signatures: [{ keyid, sig }],
    };
    yield new Uint8Array(Buffer.from(JSON.stringify(envelope)));
  }
}
