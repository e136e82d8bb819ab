/** The pages of docs/diagnostics on the syntax: their examples are tried. */

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue, type DiagnosticCode, isDiagnosticCode } from "../../src/diagnostics/index.ts";
import { parse } from "../../src/syntax/index.ts";
import { createSource } from "../../src/text/index.ts";

const folder = new URL("../../docs/diagnostics/", import.meta.url);
const codes = Object.keys(catalogue)
  .filter((code): code is DiagnosticCode => isDiagnosticCode(code) && /^DS1[0-2]/.test(code))
  .sort();

/** Pages write what cannot be printed as ⟨U+202E⟩, and what is long as ⟨300 × (⟩. */
function expand(text: string): string {
  return text
    .replace(/⟨U\+([0-9A-F]{4})⟩/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/⟨byte ([0-9a-f]{2})⟩/g, (_, byte) => String.fromCharCode(0xdc00 + Number.parseInt(byte, 16)))
    .replace(/⟨(\d+) × ([^⟩]+)⟩/g, (_, times, piece) => String(piece).repeat(Number(times)));
}

function codesOf(text: string): readonly string[] {
  return parse(createSource("page.dscript", expand(text))).diagnostics.map((one) => one.code);
}

describe("each page explains its code with examples that hold", () => {
  for (const code of codes) {
    it(code, () => {
      const path = new URL(`${code}.md`, folder);
      expect(existsSync(path)).toBe(true);
      const page = readFileSync(path, "utf8");
      expect(page.startsWith(`# ${code}: ${catalogue[code].title}\n`)).toBe(true);
      const blocks = [...page.matchAll(/```dscript(?: (bad))?\n(.*?)```/gs)].map(([, bad, text]) => ({
        bad: bad !== undefined,
        text: text ?? "",
      }));
      expect(blocks.filter((one) => one.bad).length).toBeGreaterThan(0);
      expect(blocks.filter((one) => !one.bad).length).toBeGreaterThan(0);
      for (const { bad, text } of blocks) {
        if (bad) expect(codesOf(text)).toContain(code);
        else expect(codesOf(text)).toEqual([]);
      }
    });
  }
});
