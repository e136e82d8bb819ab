// What people read of a difference: words, lines for a terminal, JSON.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DCase,
  type DifferencePaint,
  differenceOf,
  diffJson,
  diffText,
  mergeCases,
  mergeText,
  wordDifference,
  wordsOf,
} from "../../../src/assurance/index.ts";
import { texts } from "../generated-cases.ts";
import { after, before, withOtherUids } from "./sample.ts";

const same = (text: string): string => text;
const plain: DifferencePaint = { strong: same, dim: same, added: same, error: same, warning: same };

function marked(one: string, other: string): string {
  return wordDifference(one, other)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind])
    .join("");
}

describe("words", () => {
  test.each([
    ["The system's 2.5 s, 14:40.", "The| |system|'|s| |2.5| |s|,| |14:40|."],
    ["監視は5秒以内に停止する。", "監視|は|5|秒|以内|に|停止|する|。"],
    ["CPU を 90% まで", "CPU| |を| |90|%| |まで"],
    ["Überlauf a_b", "Überlauf| |a_b"],
    ["", ""],
  ])("of %j", (text, words) => {
    expect(wordsOf(text).join("|")).toBe(words);
  });

  test("together are the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(wordsOf(text).join("")).toBe(text);
      }),
    );
  });
});

describe("the difference of two texts", () => {
  test.each([
    ["The system stops", "The system halts soon", "The system [-stops-]{+halts soon+}"],
    ["a b c d", "a x y d", "a [-b c-]{+x y+} d"],
    ["one two three", "one three", "one [-two -]three"],
    ["停止する。", "停止しない。", "停止[-する-]{+しない+}。"],
    ["", "new", "{+new+}"],
  ])("%j, %j", (one, other, text) => {
    expect(marked(one, other)).toBe(text);
  });

  test("holds both", () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const edits = wordDifference(one, other);
        const without = (kind: string) =>
          edits
            .filter((edit) => edit.kind !== kind)
            .map(({ text }) => text)
            .join("");
        expect([without("added"), without("removed")]).toEqual([one, other]);
      }),
    );
  });

  test("of long texts that have nothing in common is both of them whole", () => {
    const [one, other] = ["a ", "b "].map((word) => word.repeat(20_000));
    expect(wordDifference(one!, other!).length).toBeLessThan(5);
  });
});

describe("a difference as text", () => {
  test("has a sign for each node, and marks around words", () => {
    expect(diffText(differenceOf(before, after), { say: same, paint: plain })).toMatchInlineSnapshot(`
      "added: 2 · removed: 1 · changed: 6 · module changed · suspect: 1

      module
          brief: The night switch{+ of the lab+}
          who must agree {+operator: 2+}

      ~ C1  context
          tag PEAK: Thu [-14:40-]{+15:00+}-16:10
          tag {+HOST: ["a","b"]+}
          valid until: {+2027-03-31+}

      ~ S1  strategy
          supported by G2: {+optional true+}

      ~ G2  strategy
          type: [-goal-]{+strategy+}
          text: The system [-stops-]{+halts soon,+} within 5 s
            and says so
          no longer undeveloped
          text (ja): 監視は[-5-]{+ 10 +}秒以内に停止[-する-]{+しない+}。
          text (de): {+Hält an+}

      ~ G30  goal
          label: [-G3-]{+G30+}
          moved: [-S1-] → {+G1+}

      ~ G4  goal
          place under S1: 2 → 1

      ~ Sn1  evidence  (evidence only)
          evidence, greatest age: [-30d-]{+7d+}

      + CG1  counterGoal
          A power cut
          empties the RAM disk
          owner: operator
          challenges G4: added

      + G7  goal  under: G30
          The sampler misses no peak
          evidence: from inject, which one power-cut

      - Sn2  evidence  under: G3
          Old report
          attachment r.pdf

      ? zz  not in the case
          supported by n3: {+added+}

      suspect, as something that they rest on has changed: G1
      "
    `);
  });

  test("says conditions and repetitions as people write them", () => {
    const than = (limit: number, least: number): DCase => ({
      module: { name: "m" },
      nodes: [
        {
          ...{ uid: "e", label: "Sn1", type: "evidence", text: "The load" },
          evidence: {
            by: "load",
            expects: {
              kind: "not",
              of: {
                kind: "compare",
                is: ">",
                left: { kind: "over", how: "max", path: "usage" },
                right: { kind: "value", value: limit },
              },
            },
          },
          layers: { note: { kind: "and", of: "no condition" } },
        },
        { uid: "g", label: "G1", type: "goal", text: "It bears the load" },
      ],
      edges: [{ kind: "supportedBy", from: "g", to: "e", repeats: { least, each: "SERVERS", as: "SERVER" } }],
    });
    const text = diffText(differenceOf(than(0.13, 1), than(0.2, 2)), { say: same, paint: plain });
    expect(text).toContain("    evidence, expected: not max(usage) > [-0.13-]{+0.2+}\n");
    expect(text).toContain("(least 1, each SERVERS, as SERVER)");
    const merged = mergeCases({ base: than(0.1, 1), ours: than(0.13, 1), theirs: than(0.2, 1) });
    expect(mergeText(merged, { say: same, paint: plain })).toContain("    theirs: not max(usage) > 0.2\n");
  });

  test("has colours in the place of marks", () => {
    const paint = { ...plain, added: (text: string) => `<${text}>`, error: (text: string) => `(${text})` };
    const text = diffText(differenceOf(before, after), { say: same, paint });
    expect(text).toContain("    text: The system (stops)<halts soon,> within 5 s\n");
    expect(text).not.toMatch(/\[-|\{\+/);
  });

  test("says how nodes were found again", () => {
    const [first = "", second = ""] = diffText(
      differenceOf(withOtherUids(before), { ...before, module: { name: "n" } }),
      { say: same, paint: plain },
    ).split("\n\n");
    expect([first, second]).toEqual([
      "module changed",
      "no uid is in both; taken for the same: by label 8, by words 0",
    ]);
  });

  test("lets no name steer the terminal", () => {
    const evil = {
      module: { name: "m" },
      nodes: [{ uid: "a", label: "G\u001b[2J", type: "goal", text: "\u0007" }],
      edges: [],
    } as const;
    const text = diffText(differenceOf({ ...evil, nodes: [] }, evil), { say: same, paint: plain });
    expect(text).toBe("added: 1\n\n+ G\\e[2J  goal\n    \\x07\n");
  });

  test("is one sentence where nothing changed", () => {
    expect(diffText(differenceOf(before, before), { say: same, paint: plain })).toBe("the two cases argue the same\n");
  });
});

describe("a difference as JSON", () => {
  test("has the words of what was reworded", () => {
    const { version, nodes, module } = JSON.parse(diffJson(differenceOf(before, after)));
    expect(version).toBe(1);
    expect(module[0].words).toEqual([
      { kind: "same", text: "The night switch" },
      { kind: "added", text: " of the lab" },
    ]);
    expect(nodes.map((each: { kind: string }) => each.kind)).toEqual([
      ...Array.from({ length: 6 }, () => "changed"),
      "added",
      "added",
      "removed",
    ]);
  });
});
