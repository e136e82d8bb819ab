// AssureNote's own samples, where they lie beside this folder: each is read, and written as it stands.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { fileOf, reading, writing } from "./texts.ts";

const folder = fileURLToPath(new URL("../../../../shared/samples/wgsn/", import.meta.url));
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".wgsn")) : [];

if (names.length === 0) {
  test("AssureNote's samples are not here, so that only texts of our own are read", () => expect(names).toEqual([]));
} else {
  describe("AssureNote's samples", () => {
    test.each(names)("%s is read without an error, and written as it stands", (name) => {
      const text = readFileSync(`${folder}${name}`, "utf8");
      const { file } = reading(text);
      const { text: written, lost } = writing(file);
      expect(lost).toEqual([]);
      expect(fileOf(written)).toEqual(file);
      expect(comparable(written)).toBe(comparable(text));
    });
  });
}

/** Without when nodes were made and changed: it is worked out anew, and samples whose uids were made anew tell otherwise. */
function comparable(text: string): string {
  return text.replace(/^(\*+ .*) #\d+:\d+$/gm, "$1");
}
