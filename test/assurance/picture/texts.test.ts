// Cases as Markdown and as Mermaid.
import { describe, expect, test } from "vitest";
import { caseMarkdown, caseMermaid, type NodeStatus } from "../../../src/assurance/index.ts";
import { caseOf, edges, everything, japanese, large, node, small } from "./cases.ts";

const statuses = new Map<string, NodeStatus>([
  ["u-Sn1", { mark: "stale", words: "45 days old" }],
  ["u-G2", { mark: "holds", words: "" }],
]);

describe("Markdown", () => {
  test("of everything there is", async () => {
    await expect(caseMarkdown(everything, { statuses })).toMatchFileSnapshot("golden/everything.md");
  });

  test("of a Japanese case, with headings in another language", async () => {
    const words = new Map([
      ["Argument", "議論"],
      ["Evidence", "エビデンス"],
      ["Goal", "ゴール"],
    ]);
    const text = caseMarkdown(japanese, { say: (one) => words.get(one) ?? one });
    expect(text).toContain("## 議論\n");
    expect(text).toContain("- **G1** ゴール: 履修登録の期間中、学生がいつでも登録できる");
    expect(text).toContain("| Sn1 | 電源断の試験の記録 | G2 |");
  });

  test("says what is folded, and shows what is below no more", () => {
    const text = caseMarkdown(small, { folded: new Set(["u-S1"]) });
    expect(text).toContain("- **S1** Strategy: Argue over what can go wrong (folded: 4 below)");
    expect(text).not.toContain("**G2**");
  });

  test("takes no text for markup", () => {
    const text = caseMarkdown(caseOf("#1 *x*", [node("G1", "goal", "1. a|b\n# <script>*x*_y_`z` &lt;")], []));
    expect(text).toContain("# #1 \\*x\\*\n");
    expect(text).toContain("- **G1** Goal: 1\\. a\\|b # \\<script\\>\\*x\\*\\_y\\_\\`z\\` &amp;lt;");
  });

  test("of a chain of 10,000 goals does not grow with its depth", () => {
    const labels = Array.from({ length: 10_000 }, (_, at) => `G${at}`);
    const text = caseMarkdown(
      caseOf(
        "Deep",
        labels.map((label) => node(label, "goal", "x")),
        labels.slice(1).flatMap((label, at) => edges(`G${at} > ${label}`)),
      ),
    );
    expect(text.length).toBeLessThan(10_000 * 80);
    expect(text).toContain(`${"  ".repeat(20)}- below G9998: **G9999** Goal: x`);
  });
});

describe("Mermaid", () => {
  test("of everything there is", async () => {
    await expect(caseMermaid(everything, { statuses })).toMatchFileSnapshot("golden/everything.mmd");
  });

  test("takes no text for its own signs", () => {
    const text = caseMermaid(caseOf("x", [node("end", "goal", 'a "b" #c; <d> `e` [f] | end --> g\nh')], []));
    expect(text).toContain(
      'n0["<b>end</b><br/>a #34;b#34; #35;c; #60;d#62; #96;e#96; #91;f#93; #124; end --#62; g<br/>h"]',
    );
  });

  test("says what it cannot draw", () => {
    expect(caseMermaid(small)).toContain("%% contexts stand below their nodes");
    expect(caseMermaid(large(700))).toMatch(/%% Mermaid draws \d+ lines only with maxEdges/);
  });
});
