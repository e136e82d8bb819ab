/** Bytes from commands as texts. */

import { isUtf8 } from "node:buffer";
import { decodeUtf8 } from "../../text/index.ts";

/** Decodes output; bytes that are no UTF-8 survive as lone surrogates (language 1). */
export function bytesText(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) return decodeUtf8(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}
