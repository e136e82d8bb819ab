/** A signed statement: a DSSE envelope (github.com/secure-systems-lab/dsse, v1.0.2) around an in-toto statement. */

import { canonicalJson, type Json, type Trouble } from "../../assurance/index.ts";
import { decodeUtf8, encodeUtf8, firstInvalidUtf8 } from "../../text/index.ts";
import { type AgreementStatement, statementFrom } from "../statement/read.ts";
import { checkShape } from "../statement/shape.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { envelopeShape, payloadType } from "./envelope-shape.ts";
import { strictJson } from "./strict-json.ts";

export interface Signature {
  /** SHA-256 of the key's SubjectPublicKeyInfo in DER: 64 hexadecimal digits. */
  readonly keyid: string;
  readonly bytes: Uint8Array;
}

export interface Envelope {
  readonly payload: Uint8Array;
  readonly signatures: readonly Signature[];
  readonly statement: AgreementStatement;
  /** Its canonical form (RFC 8785): what a log holds. */
  readonly text: string;
}

export type EnvelopeReading =
  | { readonly ok: true; readonly envelope: Envelope }
  | { readonly ok: false; readonly trouble: Trouble };

/** Bytes of an envelope. */
export const longestEnvelope = 2 ** 20;

/** Reads an envelope; never throws. A trouble with a span has its place in the text, in UTF-16 units. */
export function readEnvelope(bytes: Uint8Array): EnvelopeReading {
  const text = textOf(bytes, "it");
  if (typeof text !== "string") return { ok: false, trouble: text };
  const json = strictJson(text);
  if (!json.ok) return json;
  const wrong = checkShape(json.value, envelopeShape, "");
  if (wrong !== undefined) return { ok: false, trouble: wrong };
  const outer = json.value as unknown as Outer;
  const payload = decoded(outer.payload, "payload");
  if (!(payload instanceof Uint8Array)) return { ok: false, trouble: payload };
  const signatures: Signature[] = [];
  for (const [at, { keyid, sig }] of outer.signatures.entries()) {
    const found = decoded(sig, `signatures[${at}].sig`);
    if (!(found instanceof Uint8Array)) return { ok: false, trouble: found };
    if (signatures.some((each) => each.keyid === keyid)) return { ok: false, trouble: signedTwice(keyid) };
    signatures.push({ keyid, bytes: found });
  }
  const statement = readPayload(payload);
  if ("code" in statement) return { ok: false, trouble: statement };
  return { ok: true, envelope: { payload, signatures, statement, text: canonical(json.value) } };
}

/** An envelope around a statement, signed by one key. The statement is one that `statementFrom` read. */
export function sealed(
  value: Json,
  key: { readonly keyid: string; readonly sign: (bytes: Uint8Array) => Uint8Array },
): string {
  const { bytes, signedWith } = unsealed(value);
  return signedWith(key.keyid, key.sign(bytes));
}

/** The same for a key that is elsewhere, and takes its time: what it has to sign, and the envelope with its signature. */
export function unsealed(value: Json): {
  readonly bytes: Uint8Array;
  readonly signedWith: (keyid: string, signature: Uint8Array) => string;
} {
  const payload = encodeUtf8(canonical(value));
  return {
    bytes: preAuthenticationEncoding(payloadType, payload),
    signedWith: (keyid, signature) =>
      canonical({ payload: toBase64(payload), payloadType, signatures: [{ keyid, sig: toBase64(signature) }] }),
  };
}

/** What is signed: PAE of the protocol. Lengths are those of bytes. */
export function preAuthenticationEncoding(type: string, payload: Uint8Array): Uint8Array {
  const name = encodeUtf8(type);
  const head = encodeUtf8(`DSSEv1 ${name.length} ${type} ${payload.length} `);
  const bytes = new Uint8Array(head.length + payload.length);
  bytes.set(head);
  bytes.set(payload, head.length);
  return bytes;
}

/** What the signatures of an envelope are of. */
export function signedBytes({ payload }: Envelope): Uint8Array {
  return preAuthenticationEncoding(payloadType, payload);
}

interface Outer {
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

/** The statement that a text of JSON holds, for whoever signs it. */
export function readStatement(bytes: Uint8Array): Trouble | { readonly value: Json } {
  const text = textOf(bytes, "it");
  if (typeof text !== "string") return text;
  const json = strictJson(text);
  if (!json.ok) return json.trouble;
  const statement = statementFrom(json.value);
  return "code" in statement ? statement : { value: json.value };
}

function readPayload(payload: Uint8Array): AgreementStatement | Trouble {
  const text = textOf(payload, "its payload");
  if (typeof text !== "string") return text;
  const json = strictJson(text);
  if (!json.ok) {
    const { span: _, ...trouble } = json.trouble;
    return { ...trouble, message: `in its payload: ${trouble.message}` };
  }
  if (!json.isCanonical) {
    const message = "its payload is not written in the canonical form of JSON (RFC 8785)";
    return { code: "ENV-09", message, help: "sign the statement anew: dscript log append --key FILE" };
  }
  return statementFrom(json.value);
}

function textOf(bytes: Uint8Array, what: string): string | Trouble {
  if (bytes.length > longestEnvelope) {
    const message = `${what} has more than ${longestEnvelope / 2 ** 20} MiB`;
    return { code: "ENV-01", message, help: "keep the document elsewhere, and state its digest" };
  }
  const invalid = firstInvalidUtf8(bytes);
  if (invalid === -1) return decodeUtf8(bytes);
  return { code: "ENV-02", message: `${what} is no UTF-8, from byte ${invalid} on`, help: "write it anew in UTF-8" };
}

function decoded(text: string, name: string): Uint8Array | Trouble {
  const message = `its ${name} is no base64 in the one form that it has (RFC 4648, section 4)`;
  const help = "encode it with padding, with + and /, and without line ends";
  return fromBase64(text) ?? { code: "ENV-07", message, help };
}

function signedTwice(keyid: string): Trouble {
  const message = `the key ${keyid} signs it twice`;
  return { code: "ENV-11", message, help: "leave one signature of each key" };
}

function canonical(value: Json): string {
  const { ok, ...rest } = canonicalJson(value);
  // Whoever calls has read it strictly.
  return ok && "text" in rest ? rest.text : "";
}
