/** SHA-256 of bytes and texts, as the pure rooms want it handed to them. */

import { sha256 } from "../ledger/index.ts";

/** 64 hexadecimal digits. */
export function hashBytes(bytes: Uint8Array): string {
  return Buffer.from(sha256(bytes)).toString("hex");
}

/** Of the text's UTF-8. */
export function hashText(text: string): string {
  return hashBytes(Buffer.from(text));
}
