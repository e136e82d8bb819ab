/** What an envelope consists of. */

import { list, object, oneOf, pattern, text } from "../statement/shape.ts";

export const payloadType = "application/vnd.in-toto+json";

/** More people than that do not sign one statement. */
const mostSignatures = 16;

const digest = pattern(/^[0-9a-f]{64}$/, "64 small hexadecimal digits");

export const envelopeShape = object({
  payload: text(2 ** 20),
  payloadType: oneOf(payloadType),
  signatures: list(object({ keyid: digest, sig: text(1024) }), 1, mostSignatures),
});
