// Cases as SVG: the same every time, well-formed whatever their texts hold, readable for all.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { caseSvg, type Mark, type NodeStatus, type SvgOptions, sourceInSvg } from "../../../src/assurance/index.ts";
import { paintOf, type Tone, themes } from "../../../src/charts/index.ts";
import { caseOf, edges, everything, japanese, node, small } from "./cases.ts";

const statuses = new Map<string, NodeStatus>(
  (
    [
      ["u-G1", "doubt", "G3 is defeated"],
      ["u-G2", "holds", "passed 3 days ago"],
      ["u-G3", "challenged", "by CG1"],
      ["u-G4", "missing", "no evidence"],
      ["u-G5", "suspect", "changed since it was agreed on"],
      ["u-Sn1", "stale", "45 days old"],
      ["u-Sn2", "fails", "p95 is 412 ms"],
    ] as const
  ).map(([uid, mark, words]) => [uid, { mark: mark as Mark, words }]),
);

describe("the picture of", () => {
  const pictures: readonly (readonly [string, string, SvgOptions])[] = [
    ["a small case", "small.svg", { legend: true }],
    ["a small case, dark, folded", "folded.svg", { theme: "dark", folded: new Set(["u-S1"]) }],
    ["a small case, as the reader's screen is", "auto.svg", { theme: "auto", title: "" }],
  ];
  test.each(pictures)("%s", async (_, file, options) => {
    await expect(caseSvg(small, options)).toMatchFileSnapshot(`golden/${file}`);
  });

  test("everything there is, with how it stands", async () => {
    await expect(caseSvg(everything, { detail: 2, legend: true, statuses })).toMatchFileSnapshot(
      "golden/everything.svg",
    );
  });

  test("everything there is, labels only", async () => {
    await expect(caseSvg(everything, { detail: 0, legend: true, statuses })).toMatchFileSnapshot("golden/labels.svg");
  });

  test("a Japanese case", async () => {
    await expect(caseSvg(japanese, { detail: 2, legend: true })).toMatchFileSnapshot("golden/japanese.svg");
  });
});

/** The elements, where each end fits its beginning. */
function elementsOf(svg: string): readonly string[] {
  const open: string[] = [];
  const found: string[] = [];
  for (const [, close, name = "", self] of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (close === "/") expect(open.pop()).toBe(name);
    else {
      found.push(name);
      if (self !== "/") open.push(name);
    }
  }
  expect(open).toEqual([]);
  return found;
}

test("a picture is well-formed whatever its texts hold", () => {
  const hostile = 'a<b>&"c" \u0000\u001b\ud800\u202e 日本語 &amp; ]]> -->';
  const whole = caseOf(
    hostile,
    [
      { ...node("G1", "goal", hostile, { owner: hostile, kind: "risk" }), uid: hostile, label: hostile },
      node("C1", "context", hostile, { away: { module: hostile, node: "G1" } }),
    ],
    [{ kind: "inContextOf", from: hostile, to: "u-C1" }],
  );
  const svg = caseSvg(whole, {
    detail: 2,
    theme: "auto",
    legend: true,
    source: hostile,
    statuses: new Map([[hostile, { mark: "fails", words: hostile }]]),
  });
  elementsOf(svg);
  expect(svg).not.toMatch(/[\u0000-\u0008\u001b\ud800\u202e]|NaN|undefined|Infinity/u);
});

describe("for who does not see it", () => {
  test("each node has a title that names it and a description that says what it says", () => {
    const svg = caseSvg(everything, { statuses });
    expect(svg).toContain("<title>Evidence, Monitor Sn2</title>");
    expect(svg).toContain("does not hold: p95 is 412 ms");
    expect(svg).toContain("from the module backups");
    expect(svg.match(/role="graphics-symbol img"/g)).toHaveLength(28);
  });

  test("each node has an id of its own", () => {
    const ids = [...caseSvg(everything).matchAll(/<g id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(28);
    expect(ids).toContain("node-u-G1");
  });

  test("nothing is said by colour alone: every state has a sign and words of its own", () => {
    const of = (mark: Mark): string =>
      caseSvg(caseOf("One", [node("G1", "goal", "")], []), { statuses: new Map([["u-G1", { mark, words: mark }]]) });
    const marks = ["holds", "fails", "stale", "missing", "doubt", "challenged", "suspect"] as const;
    const signs = marks.map((mark) => /<path d="([^"]+)" transform/.exec(of(mark))?.[1]);
    expect(new Set(signs).size).toBe(marks.length);
    for (const mark of marks) expect(of(mark)).toContain(`>${mark}</text>`);
  });
});

describe("what is shown of a node", () => {
  test("is its translation where a language is asked for that it has", () => {
    expect(caseSvg(japanese, { language: "en" })).toContain("Data that was moved");
    expect(caseSvg(japanese, { language: "fr" })).toContain("電源断が起きても");
  });

  test("is what somebody else makes of its text", () => {
    expect(caseSvg(small, { textOf: ({ label }) => `said of ${label}` })).toContain("said of G1");
  });

  test("is cut after so many lines, and whole in its description", () => {
    const words = Array.from({ length: 200 }, (_, at) => `word${at}`).join(" ");
    const svg = caseSvg(caseOf("Long", [node("G1", "goal", words)], []), { mostLines: 3 });
    expect(svg.match(/font-size="13"/g)).toHaveLength(4);
    expect(svg).toContain("word199");
  });

  test("is said in the reader's language, but for what the case says", () => {
    const svg = caseSvg(small, { legend: true, say: (text) => `[${text}]` });
    expect(svg).toContain(">[supported by]</text>");
    expect(svg).toContain("<title>[Goal] G1</title>");
  });
});

test("claim points have squares: on a node, and on the line to another one", () => {
  const claims = [
    { name: "ACP1", at: ["G1"] },
    { name: "ACP2", at: ["G2"] },
  ];
  const one = caseOf(
    "Claims",
    [node("G1", "goal", "", { claimPoints: claims }), node("G2", "goal", "")],
    edges("G1 > G2"),
  );
  const svg = caseSvg(one);
  expect(svg.match(/width="8" height="8"/g)).toHaveLength(2);
  expect(svg).toContain(">ACP2</text>");
});

test("a node links to its page, and to nothing that runs", () => {
  const links = (url: string): boolean =>
    caseSvg(caseOf("Link", [node("G1", "goal", "", { url })], [])).includes("<a href=");
  expect(["https://example.org/a", "docs/a.md", "a.html#b:c", "#b"].map(links)).toEqual([true, true, true, true]);
  expect(["javascript:alert(1)", "JavaScript:x//y", " javascript:x", "data:text/html,x"].map(links)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

describe("a case in its picture", () => {
  test("is found again, sign by sign", () => {
    const one = caseOf("One", [node("G1", "goal", "")], []);
    const signs = fc.constantFrom(..."ab<>&;#x\"'\t\n\r]-日𠮷\u202e\u2066\u00a0\ufffd");
    fc.assert(
      fc.property(fc.string({ unit: signs }), (text) => {
        expect(sourceInSvg(caseSvg(one, { source: text }))).toBe(text);
      }),
    );
    const json = JSON.stringify({ text: "\u0001 \u202e <&> \r\n 日本語" });
    expect(sourceInSvg(caseSvg(small, { source: json }))).toBe(json);
  });

  test("is found after another program wrote the picture anew", () => {
    const svg = caseSvg(small, { source: '{"a": "<b>"}' })
      .replace("<svg ", '<?xml version="1.0"?>\n<svg data-by="other" ')
      .replace(/<case xmlns="([^"]+)">/, '<case id="c1" xmlns="$1" >')
      .replaceAll("&#x3c;", "&lt;")
      .replaceAll("&#x3e;", "&gt;");
    expect(sourceInSvg(svg)).toBe('{"a": "<b>"}');
  });

  test("is not there where nobody put it", () => {
    expect(sourceInSvg(caseSvg(small))).toBeUndefined();
    expect(sourceInSvg("<svg>")).toBeUndefined();
  });
});

describe("on a dark screen", () => {
  test("every colour of the light picture has a dark one", () => {
    const svg = caseSvg(everything, { theme: "auto", legend: true, statuses });
    const [rules = ""] = /<style>.*<\/style>/.exec(svg) ?? [];
    const colours = new Set(
      [...svg.replace(rules, "").matchAll(/(?:fill|stroke)="(#[\da-f]{6})"/g)].map(([, one]) => one),
    );
    expect(colours.size).toBeGreaterThan(8);
    for (const colour of colours) expect(rules).toContain(`[fill="${colour}"]`);
  });
});

test("every word can be read on its ground, in both themes (WCAG 2.2, 1.4.3)", () => {
  const light = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [high = 0, low = 0] = [light(a), light(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const tones: readonly Tone[] = ["ink", "muted", "good", "bad", "back", "calm", "deep", "earth"];
  for (const theme of Object.values(themes))
    for (const tone of tones) {
      const { line, ground } = paintOf(tone, theme);
      for (const words of [line, theme.ink, theme.muted])
        expect(contrast(words, ground), `${theme.name} ${tone}`).toBeGreaterThan(4.5);
      expect(contrast(line, theme.ground), `${theme.name} ${tone}`).toBeGreaterThan(4.5);
    }
});

test("choices, repetitions and options have their signs", () => {
  const svg = caseSvg({
    module: { name: "Pattern" },
    nodes: [
      node("G1", "goal", "", { choices: [{ of: ["u-G2", "u-G3"], least: 1, most: 1 }] }),
      ...["G2", "G3", "G4"].map((label) => node(label, "goal", "")),
    ],
    edges: [
      ...edges("G1 > G2 G3"),
      {
        kind: "supportedBy",
        from: "u-G1",
        to: "u-G4",
        optional: true,
        repeats: { least: 2, most: 5, each: "SERVERS" },
      },
    ],
  });
  for (const text of ["1 / 2", "0..5 (SERVERS)"]) expect(svg).toContain(`>${text}</text>`);
});
