// Bytes to text and back: sound UTF-8 as Node.js has it, and nothing lost of what is none.
import { isUtf8 } from "node:buffer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeUtf8, encodeUtf8, firstInvalidUtf8 } from "../../src/text/index.ts";

/** Where UTF-8 is at its limits: surrogates, the last code point, overlong forms, marks of byte order. */
const edges = [0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbb, 0xbf, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xff];

const someBytes = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc.array(fc.constantFrom(...edges), { maxLength: 12 }).map((list) => Uint8Array.from(list)),
  fc.string({ unit: "binary" }).map((text) => Uint8Array.from(Buffer.from(text))),
);

test("sound bytes are decoded as Node.js decodes them", () => {
  fc.assert(
    fc.property(someBytes, (bytes) => {
      expect(firstInvalidUtf8(bytes) === -1).toBe(isUtf8(bytes));
      if (isUtf8(bytes)) expect(decodeUtf8(bytes)).toBe(Buffer.from(bytes).toString("utf8"));
    }),
    { numRuns: 2000 },
  );
});

test("any bytes come back", () => {
  fc.assert(
    fc.property(someBytes, (bytes) => {
      expect(Buffer.from(encodeUtf8(decodeUtf8(bytes)))).toEqual(Buffer.from(bytes));
    }),
    { numRuns: 2000 },
  );
});
