/** SHA-256 of bytes and texts, as the pure rooms want it handed to them. */

import { createHash } from "node:crypto";
import type { Sha256 } from "../assurance/index.ts";
import { sha256 } from "../ledger/index.ts";

/** 64 hexadecimal digits. */
export function hashBytes(bytes: Uint8Array): string {
  return Buffer.from(sha256(bytes)).toString("hex");
}

/** Of the text's UTF-8. */
export const hashText: Sha256 = Object.assign((text: string) => hashBytes(Buffer.from(text)), { ofParts: hashParts });

function hashParts(parts: Iterable<string>): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
