// Whatever a case holds comes back from both files of D-Case tools, and a second time in the same letters.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CaseCodec, dcaseEditorCodec, dcaseXmlCodec, sniffXml } from "../../../src/assurance/index.ts";
import { anyFile, plain } from "../xml/arbitrary-case.ts";

describe.each<[string, CaseCodec, string]>([
  ["dcase_model", dcaseEditorCodec, "dcase-editor"],
  [".dcase", dcaseXmlCodec, "dcase-xml"],
])("a case in a %s file", (_, codec, format) => {
  test("comes back with everything", () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const { text, lost } = codec.write(file);
        expect(lost).toEqual([]);
        expect(sniffXml(text)).toBe(format);
        const reading = codec.read(text, "other.dcase_model");
        if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
        expect(plain(reading.file)).toEqual(plain(file));
        expect(codec.write(reading.file).text).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
