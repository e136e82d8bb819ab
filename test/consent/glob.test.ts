// Globs of policies and scopes: what fits, by a plain regular expression, and how long hostile ones take.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { globFits } from "../../src/consent/policy/glob.ts";

describe("a glob", () => {
  test.each([
    ["web*", "web1", true],
    ["web*", "web1/x", false],
    ["web?", "web", false],
    ["web?", "web/", false],
    ["web.1", "webx1", false],
    ["/srv/**", "/srv/a/b", true],
    ["/srv/**/x.dscript", "/srv/x.dscript", true],
    ["/srv/**/x.dscript", "/srv/a/b/x.dscript", true],
    ["/srv/**/x.dscript", "/srv/ax.dscript", false],
    ["**/x.dscript", "x.dscript", true],
    ["**/x.dscript", "/x.dscript", true],
    ["*.d/?-*", "a.d/1-x", true],
    ["", "", true],
    ["", "a", false],
    ["**", "", true],
    ["𝒳?", "𝒳𝒴", true],
    ["[a]", "a", false],
  ])("%j and %j: %j", (glob, text, fits) => {
    expect(globFits(glob, text)).toBe(fits);
  });

  test("fits what a regular expression fits", () => {
    const word = (...signs: string[]) =>
      fc.array(fc.constantFrom(...signs), { maxLength: 9 }).map((all) => all.join(""));
    fc.assert(
      fc.property(word("a", "b", "/", "*", "**", "**/", "?", "."), word("a", "b", "/", "."), (glob, text) => {
        expect(globFits(glob, text)).toBe(new RegExp(`^${patternOf(glob)}$`, "u").test(text));
      }),
      { numRuns: 5000 },
    );
  });

  test("takes no longer where it holds many runs that nearly fit", () => {
    const text = "a".repeat(4000);
    const started = performance.now();
    for (const part of ["a*", "*a", "**a", "**/a*", "*?", "**?"]) {
      expect(globFits(`${part.repeat(40)}b`, text)).toBe(false);
      expect(globFits(`${part.repeat(40)}b`, text.replaceAll("aa", "a/"))).toBe(false);
    }
    // A regular expression would not come to its end in a life's time.
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

function patternOf(glob: string): string {
  return glob.replace(/\*\*\/?|[\s\S]/gu, (part) => {
    if (part === "**/") return "(?:.*/)?";
    if (part === "**") return ".*";
    if (part === "*") return "[^/]*";
    return part === "?" ? "[^/]" : part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  });
}
