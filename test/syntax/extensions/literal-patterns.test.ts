/** A literal's pattern that explodes is ended, told of once, and not tried again. */

import { describe, expect, it } from "vitest";
import { parse } from "../../../src/syntax/index.ts";
import { createSource } from "../../../src/text/index.ts";

describe("a literal whose pattern takes too long", () => {
  it("is told of where it was tried first, and the rest is read without it", () => {
    let calls = 0;
    const within = (): never => {
      calls += 1;
      throw new Error("it did not end");
    };
    const source = createSource("a.dscript", "syntax literal $t:/(?:x+)+y/ => $t.length\nint n = 3\nprintln(n, 4)\n");
    const { script, diagnostics } = parse(source, undefined, undefined, within);
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["DS1306", "the literal of a.dscript failed: its pattern takes too long on this text: /(?:x+)+y/"],
    ]);
    expect(script.statements.map(({ kind }) => kind)).toEqual(["syntax", "variable", "expression"]);
    expect(calls).toBe(1);
  });

  it("is not watched where its pattern cannot explode", () => {
    const source = createSource("b.dscript", "syntax literal $t:/(\\d+\\.){3}\\d+/ => $t\nprintln(10.0.0.1)\n");
    const within = (): never => {
      throw new Error("nobody asks");
    };
    expect(parse(source, undefined, undefined, within).diagnostics).toEqual([]);
  });
});
