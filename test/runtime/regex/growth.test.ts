// How the time of a pattern grows: known ones, and that it is never taken for smaller than it is.
import { Script } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growthOf } from "../../../src/runtime/regex/growth.ts";

describe("the growth of a pattern's time", () => {
  it.each([
    [/"([^"]*)"/u, 1],
    [/^(?:a|b)*$/u, 1],
    [/error: (\d+)/u, 1],
    [/[,;] ?/u, 1],
    [/(\d{1,3}\.){3}\d{1,3}/u, 2],
    [/\s+$/u, 2],
    [/(\w+\s)*x/u, 2],
    [/[^\s]+\s+[^\s]+/u, 2],
    [/a.*b.*c/u, 3],
    [/^(\S+) (\S+) \[(.*?)\] "(.*?)" (\d+)/u, 3],
    [/(["'])(.*?)\1/u, 3],
  ])("%s grows with power %d", (pattern, growth) => {
    expect(growthOf(pattern)).toBe(growth);
  });

  it.each([
    /(a+)+$/u,
    /(a|a)*/u,
    /(a|ab|b)*c/u,
    /(a*)*b/u,
    /(a?b?)*c/u,
    /(a?){30}a{30}/u,
    /([a-z]+)*[0-9]/iu,
    /(x+x+)+y/u,
    /(x(|)(|)y)*$/u,
    /a?a?a?a?a?a?a?a?a?a?a?a?aaaaaaaaaaaa/u,
  ])("%s explodes", (pattern) => {
    expect(growthOf(pattern)).toBe(Number.POSITIVE_INFINITY);
  });

  it("is not worked out without an end", () => {
    const letters = Array.from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789").join("|");
    for (const source of [
      `(?:${letters})*x`,
      `${"(?:".repeat(150)}${letters}${")*".repeat(150)}`,
      `${"(".repeat(1000)}a${")".repeat(1000)}`,
      "a?".repeat(3000),
      `(?:${"[a-z]".repeat(90)})*`,
    ])
      expect(growthOf(new RegExp(source, "u"))).toBeGreaterThan(0);
  });

  it("is never taken for smaller than it is", { timeout: 120_000 }, () => {
    const script = new Script('globalThis[Symbol.for("dscript.test")]()');
    const slots = globalThis as unknown as Record<symbol, () => unknown>;
    fc.assert(
      fc.property(patterns, (source) => {
        const pattern = new RegExp(source, "u");
        const growth = growthOf(pattern);
        if (growth === Number.POSITIVE_INFINITY) return;
        const length = Math.min(10_000, Math.floor(5e6 ** (1 / growth)));
        for (const unit of ["a", "ab", "b", "aab", "a b", " "]) {
          const text = `${unit.repeat(length / unit.length)}!`;
          slots[Symbol.for("dscript.test")] = () => pattern.test(text);
          // What explodes would not end in hours: the limit only tells it from what does.
          expect(() => script.runInThisContext({ timeout: 10_000 }), `${source} on ${unit}`).not.toThrow();
        }
      }),
      { numRuns: 500 },
    );
  });
});

const atoms = ["a", "b", ".", "[ab]", "[^a]", "\\w", "\\d", "\\b", "$", "^", "", "(?=a*)", "(?!ab)", "\\W"];
const quantifiers = ["*", "+", "?", "{2}", "{1,3}", "{2,}", "*?", "+?", "{0,20}", "{10,12}"];

const { patterns } = fc.letrec<{ patterns: string }>((tie) => ({
  patterns: fc.oneof(
    { depthSize: "small", maxDepth: 5 },
    fc.constantFrom(...atoms),
    fc.tuple(tie("patterns"), tie("patterns")).map(([one, other]) => one + other),
    fc.tuple(tie("patterns"), tie("patterns")).map(([one, other]) => `(${one}|${other})`),
    fc.tuple(tie("patterns"), fc.constantFrom(...quantifiers)).map(([one, times]) => `(?:${one})${times}`),
    fc.tuple(fc.constantFrom("a", "b", ".", "\\w"), fc.constantFrom(...quantifiers)).map((parts) => parts.join("")),
  ),
}));
