/** An envelope of a log as the fold takes it in. */

import { type Envelope, signedBytes } from "../../agreement/index.ts";
import type { Entry } from "../../consent/index.ts";
import { keyOfSpki, verifySpki } from "../../ledger/index.ts";
import { hashBytes } from "../hash.ts";

export function entryOf(envelope: Envelope, index: number): Entry {
  const bytes = signedBytes(envelope);
  return {
    index,
    statement: envelope.statement,
    digest: hashBytes(envelope.payload),
    signers: envelope.signatures.map(({ keyid }) => keyid),
    isSigned(keyid, spki) {
      const signature = envelope.signatures.find((own) => own.keyid === keyid);
      return signature !== undefined && isOf(keyid, spki) && verifySpki(spki, bytes, signature.bytes);
    },
  };
}

function isOf(keyid: string, spki: string): boolean {
  const der = Buffer.from(spki, "base64");
  return keyOfSpki(der) !== undefined && hashBytes(der) === keyid;
}
