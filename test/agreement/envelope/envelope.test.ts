// Envelopes: what is signed, what is read, and every way in which one is refused.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fromBase64,
  longestEnvelope,
  preAuthenticationEncoding,
  readEnvelope,
  sealed,
  signedBytes,
  statementKinds,
  toBase64,
} from "../../../src/agreement/index.ts";
import type { Json } from "../../../src/assurance/index.ts";
import { key, predicates, statementOf, verifies } from "../statements.ts";

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

function said(bytes: Uint8Array | string): string {
  const reading = readEnvelope(typeof bytes === "string" ? bytesOf(bytes) : bytes);
  if (reading.ok) return "read";
  const { code, message, span } = reading.trouble;
  return span === undefined ? `${code} ${message}` : `${code} ${message} at ${span.start}`;
}

/** An envelope around any payload. */
function around(payload: string | Uint8Array, change: (text: string) => string = (text) => text): string {
  const whole = { payload: toBase64(typeof payload === "string" ? bytesOf(payload) : payload) };
  const signatures = [{ keyid: key.keyid, sig: toBase64(new Uint8Array(64)) }];
  return change(JSON.stringify({ ...whole, payloadType: "application/vnd.in-toto+json", signatures }));
}

test("PAE is as the protocol has it", () => {
  const bytes = preAuthenticationEncoding("http://example.com/HelloWorld", bytesOf("hello world"));
  expect(Buffer.from(bytes).toString()).toBe("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
  expect(Buffer.from(preAuthenticationEncoding("é", bytesOf("日本"))).toString()).toBe("DSSEv1 2 é 6 日本");
});

test.each(Object.keys(predicates) as (keyof typeof predicates)[])("a signed %s is read back", (kind) => {
  const reading = readEnvelope(bytesOf(sealed(statementOf(kind), key)));
  if (!reading.ok) throw new Error(reading.trouble.message);
  const { statement, signatures, text } = reading.envelope;
  expect(statement).toMatchObject({ kind, who: "mia", predicate: predicates[kind] });
  expect(said(text)).toBe("read");
  const bytes = signedBytes(reading.envelope);
  expect(verifies(key.publicKey, bytes, signatures[0]?.bytes ?? new Uint8Array())).toBe(true);
  expect(statementKinds).toContain(kind);
});

test("evidence is what D-Cases have", () => {
  const predicate = { result: "passed", time: "2027-03-31T12:00:00Z", figures: { users: 40 }, parameters: {} };
  const value = { ...statementOf("hold"), predicateType: "https://dscript.dev/attestation/load/v1", predicate };
  const reading = readEnvelope(bytesOf(sealed(value, key)));
  expect(reading.ok && reading.envelope.statement).toMatchObject({ kind: "evidence", time: "2027-03-31T12:00:00Z" });
});

describe("an envelope is refused", () => {
  const statement = statementOf("hold");
  const predicate = predicates.hold;
  const holding = (change: { readonly [name: string]: Json }) => sealed({ ...statement, ...change }, key);
  const good = sealed(statement, key);
  test.each([
    ["that is too large", " ".repeat(longestEnvelope + 1)],
    ["that is no UTF-8", Uint8Array.of(0x7b, 0xff)],
    ["that is no JSON", "{'payload': 1}"],
    ["that ends early", good.slice(0, 40)],
    ["with something behind it", `${good} {}`],
    ["with a name twice", good.replace("{", '{"payload":"",')],
    ["with a name twice, spelled otherwise", good.replace("{", '{"\\u0070ayload":"",')],
    ["that is nested too deep", `${"[".repeat(100)}${"]".repeat(100)}`],
    ["with half of a character", good.replace('"payloadType"', '"\\ud800"')],
    ["with a field that is not known", good.replace("{", '{"payloads":"",')],
    ["without a field", good.replace(/"payload":"[^"]*",/, "")],
    ["of another type", good.replace("in-toto", "in-tota")],
    ["that is a list", "[]"],
    ["without signatures", good.replace(/"signatures":.*/, '"signatures":[]}')],
    ["with two signatures of a key", good.replace(/"signatures":\[(.*)\]/, '"signatures":[$1,$1]')],
    ["with base64 of an URL", around("{}", (text) => text.replace("e30=", "e30_"))],
    ["with base64 without padding", around("{}", (text) => text.replace("e30=", "e30"))],
    ["with base64 whose unused bits are set", around("{}", (text) => text.replace("e30=", "e31="))],
    ["with base64 in lines", around("{}", (text) => text.replace("e30=", "e3\\n0="))],
    ["whose payload is no JSON", around("hello")],
    ["whose payload has a name twice", around('{"a":1,"a":2}')],
    ["whose payload is no UTF-8", around(Uint8Array.of(0xc3))],
    ["whose payload is not canonical", around('{ "a": 1 }')],
    ["whose payload is no statement", around('{"a":1}')],
    ["of a newer kind", holding({ predicateType: "https://dscript.dev/agreement/hold/v2" })],
    ["of another kind", holding({ predicateType: "https://slsa.dev/provenance/v1" })],
    ["without a subject", holding({ subject: [] })],
    ["with a subject's digest in capitals", holding({ subject: [{ name: "x", digest: { sha256: "AB".repeat(32) } }] })],
    ["with a field of the predicate that is not known", holding({ predicate: { ...predicate, reasons: "x" } })],
    ["without a reason", holding({ predicate: { ...predicate, reason: "" } })],
    ["with a time without a zone", holding({ predicate: { ...predicate, time: "2027-03-31 12:00" } })],
    ["with a number for a text", holding({ predicate: { ...predicate, reason: 7 } })],
    ["with a name that steers a terminal", holding({ predicate: { ...predicate, who: "a\u001b[2J" } })],
  ])("%s", (_, bytes) => {
    expect(said(bytes)).toMatchSnapshot();
  });
});

test("no bytes make the reader throw", () => {
  const good = sealed(statementOf("agreement"), key);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => void readEnvelope(bytes)));
  fc.assert(fc.property(fc.json(), (text) => void readEnvelope(bytesOf(text))));
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.string({ maxLength: 1 }), (at, sign) => {
      readEnvelope(bytesOf(good.slice(0, at) + sign + good.slice(at + 1)));
    }),
  );
});

test("base64 has one text for any bytes, which is the system's", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = Buffer.from(bytes).toString("base64");
      expect(toBase64(bytes)).toBe(text);
      expect(fromBase64(text)).toEqual(bytes);
    }),
  );
  fc.assert(
    fc.property(fc.base64String(), (text) => {
      const bytes = fromBase64(text);
      if (bytes !== undefined) expect(toBase64(bytes)).toBe(text);
    }),
  );
});
