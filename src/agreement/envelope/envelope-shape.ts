/** What an envelope consists of. */

import { hex } from "../statement/kinds.ts";
import { list, object, oneOf, text } from "../statement/shape.ts";

export const payloadType = "application/vnd.in-toto+json";

/** More people than that do not sign one statement. */
const mostSignatures = 16;

export const envelopeShape = object({
  payload: text(2 ** 20),
  payloadType: oneOf(payloadType),
  signatures: list(object({ keyid: hex, sig: text(1024) }), 1, mostSignatures),
});
