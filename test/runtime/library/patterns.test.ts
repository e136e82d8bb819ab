// Searches with patterns: what they find, and that none of them goes on without an end.
import { describe, expect, it } from "vitest";
import type { RegexMatch } from "../../../src/runtime/regex/match.ts";
import { createFixture, faultFrom } from "./fixture.ts";

describe("patterns", () => {
  it("find where a match stands and what its groups hold", () => {
    const { call } = createFixture();
    const match = call("String.find", "😀 eth0: up", /(?<if>\w+): (?<state>\w+)(x)?/u) as RegexMatch;
    expect([match.text, match.start, match.end]).toEqual(["eth0: up", 3, 11]);
    expect(call("Match.groups", match)).toEqual(["eth0", "up", null]);
    expect(call("Match.group", match, 0)).toBe("eth0: up");
    expect(call("Match.group", match, 3)).toBeNull();
    expect(call("Match.named", match, "state")).toBe("up");
    expect(call("String.find", "abc", /x/u)).toBeNull();
    expect(call("String.findAll", "", /x*/u)).toHaveLength(1);
  });

  it("say which groups there are", async () => {
    const { call, faultOf } = createFixture();
    const match = call("String.find", "a", /(?<state>a)/u);
    const numbered = await faultOf("Match.group", match, 2);
    expect([numbered.kind, numbered.message]).toEqual(["IndexFault", "the pattern has no group 2: it has 1"]);
    expect((await faultOf("Match.group", match, -1)).kind).toBe("IndexFault");
    expect((await faultOf("Match.named", match, "stat")).message).toBe(
      'the pattern has no group named "stat"; it has "state"',
    );
    expect((await faultOf("Match.named", match, "toString")).kind).toBe("IndexFault");
  });

  it("replace by closures, and wait where those wait", async () => {
    const { call } = createFixture();
    const upper = (_flow: unknown, _site: unknown, match: RegexMatch): string => `${match.text.toUpperCase()}$&`;
    expect(call("String.replaceEach", "a-b-", /\w/u, upper)).toBe("A$&-B$&-");
    let turn = 0;
    const slowly = async (_flow: unknown, _site: unknown, match: RegexMatch): Promise<string> => {
      turn += 1;
      return `${match.text}${turn}`;
    };
    const replaced = call("String.replaceEach", "xayaz", /[xyz]/u, slowly);
    expect(replaced).toBeInstanceOf(Promise);
    expect(await replaced).toBe("x1ay2az3");
    expect(call("String.replaceEach", "none", /\d/u, slowly)).toBe("none");
  });

  it("are read from texts, and say where a text goes wrong", async () => {
    const { call, faultOf } = createFixture();
    expect(String(call("Regex.parse", "a+", "i"))).toBe("/a+/iu");
    expect(call("Regex.escape", "a.b*(c)[d]{e}^$|\\/?")).toBe("a\\.b\\*\\(c\\)\\[d\\]\\{e\\}\\^\\$\\|\\\\\\/\\?");
    for (const [text, at] of [
      ["a(b", 2],
      ["ab[c", 3],
      ["ab)c", 3],
      ["*a", 1],
      ["a\\q", 3],
      ["a{2", 2],
      ["(?<n>a)(?<n>b)", 9],
    ] as const) {
      const fault = await faultOf("Regex.parse", text);
      expect([fault.kind, text, fault.message]).toEqual([
        "FormatFault",
        text,
        expect.stringMatching(new RegExp(`^cannot read the pattern .*\\(at character ${at}\\)$`)),
      ]);
    }
    expect((await faultOf("Regex.parse", "a", "g")).message).toContain("the flags are i, m and s");
  });

  it("end in bounded time on hostile texts, with the pattern and the length in the fault", {
    timeout: 60_000,
  }, async () => {
    const { call, control, flow, faultOf } = createFixture();
    const hostile = `${"a".repeat(40)}!`;
    const fault = await faultOf("String.match", hostile, /(a+)+$/u);
    expect([fault.kind, fault.message]).toEqual([
      "TimeoutFault",
      "the pattern /(a+)+$/ did not come to an end within 5s on a text of 41 characters",
    ]);
    expect((await faultFrom(() => control.regexTest(flow, hostile, /(a|a)*$/u, 0))).kind).toBe("TimeoutFault");
    expect((await faultOf("String.replaceRegex", `${" ".repeat(1_000_000)}x`, /\s+$/u, "")).kind).toBe("TimeoutFault");
    // What ended it leaves nothing behind.
    expect(call("String.match", "aaa", /(a+)+$/u)).toEqual(["aaa", "aaa"]);
  });
});
