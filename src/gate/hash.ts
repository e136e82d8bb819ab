/** SHA-256 of texts, as the pure rooms want it handed to them. */

import { sha256 } from "../ledger/index.ts";

/** 64 hexadecimal digits, of the text's UTF-8. */
export function hashText(text: string): string {
  return Buffer.from(sha256(Buffer.from(text))).toString("hex");
}
