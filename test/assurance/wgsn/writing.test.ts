// WGSN that was written: what it looks like, what comes back from it, and what is lost.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arranged, type CaseEdge, type CaseNode, type DCase, type Parameter } from "../../../src/assurance/index.ts";
import { anyCase, anyFile } from "./cases.ts";
import { edgesIn, fileOf, fileWith, writing } from "./texts.ts";

describe("a case that is written as WGSN", () => {
  test("looks as AssureNote writes it, the newest revision first", () => {
    const goal: CaseNode = { uid: "1a2b", label: "G1", type: "goal", text: "The shop is open." };
    const context: CaseNode = {
      uid: "1a2c",
      label: "C1.1",
      type: "context",
      text: "At noon.",
      tags: [{ name: "Peak", value: "11:30-13:00" }],
    };
    const module = { name: "shop" };
    const before: DCase = { module, nodes: [goal], edges: [] };
    const after: DCase = { module, nodes: [goal, context], edges: [{ kind: "inContextOf", from: "1a2b", to: "1a2c" }] };
    const revisions = [
      { number: 0, time: "2027-03-01T09:30:00+09:00", author: "ken", role: "owner", process: "plan", case: before },
      { number: 1, time: "2027-03-02T00:30:00Z", author: "Ada Lovelace", message: "Say when", case: after },
    ];
    const { text, lost } = writing({ case: after, revisions });
    expect(text).toBe(`#1::2027-03-02T00:30:00+0000;Ada\u00a0Lovelace;-;-
Revision:: 1
CommitMessage:: Say when
* G1 &1a2b #0:0
The shop is open.
Undeveloped:: no

* C1.1 &1a2c #1:1
At noon.
Peak:: 11:30-13:00

*=====
#0::2027-03-01T09:30:00+0900;ken;owner;plan
Revision:: 0
* G1 &1a2b #0:0
The shop is open.
Undeveloped:: no

`);
    expect(lost).toEqual([]);
  });

  test("has no header where there is no history", () => {
    const text = "* G1 &1a2b\nThe shop is open.\n\n* E1.1 &1a2c\nThe key.\n\n";
    expect(writing(fileOf(text))).toEqual({ text, lost: [] });
  });

  test("has AssureNote's strategy between a goal and goals directly below it, also behind other strategies", () => {
    const nodes = ["G1", "G2", "S1", "G3", "G4"].map((label, place): CaseNode => {
      const type = label.startsWith("G") ? "goal" : "strategy";
      return {
        uid: `${place + 1}`,
        label,
        type,
        text: "",
        ...(place > 0 && type === "goal" ? { undeveloped: true } : {}),
      };
    });
    const edges = ["12", "13", "34", "15"].map(([from = "", to = ""]): CaseEdge => ({ kind: "supportedBy", from, to }));
    const { text } = writing(fileWith(nodes, edges));
    expect(text.split("\n").filter((line) => line !== "")).toEqual([
      "* G1 &1",
      "* S &1",
      "** G2 &2",
      "* S1 &3",
      "** G3 &4",
      "* S &1",
      "** G4 &5",
    ]);
    expect(edgesIn(fileOf(text).case)).toEqual(["G1 -> G2", "G1 -> S1", "G1 -> G4", "S1 -> G3"]);
  });

  test("keeps goals directly below goals where the text had them so", () => {
    const text =
      "#0::2027-03-01T09:30:00+0900;ken;-;-\nRevision:: 0\n* G1 &1 #0:0\n\n** G2 &2 #0:0\n\n*** G3 &3 #0:0\n\n";
    expect(writing(fileOf(text)).text).toBe(text);
  });

  test("keeps lines of text that look like nodes, tags and separators", () => {
    const words = "* an item\n*=====\nKey:: no tag\n\\\\* as it stands\n#0:: and this";
    const file = fileWith([{ uid: "1", label: "C1", type: "context", text: words }], []);
    const { text, lost } = writing(file);
    expect(lost).toEqual([]);
    expect(fileOf(text).case.nodes[0]?.text).toBe(words);
    expect(text).toContain("\\\\* an item\n");
  });

  test("has other labels behind a colon or in a tag, and other uids in a tag beside one of AssureNote's", () => {
    const file = fileWith(
      [
        { uid: "5f0c7d5e-0000-4000-8000-000000000000", label: "Sn1", type: "evidence", text: "" },
        { uid: "2", label: "two words", type: "context", text: "" },
      ],
      [{ kind: "inContextOf", from: "5f0c7d5e-0000-4000-8000-000000000000", to: "2" }],
    );
    const { text, lost } = writing(file);
    expect(text).toMatch(
      /^\* E:Sn1 &[0-9a-f]{1,8}\nUid:: 5f0c7d5e-0000-4000-8000-000000000000\n\n\* C &2\nLabel:: two words\n/,
    );
    expect(lost).toEqual([]);
    expect(fileOf(text).case).toEqual(file.case);
  });

  test("has values of parameters as tags, which AssureNote shows in texts, and their types beside them", () => {
    const parameters: readonly Parameter[] = [
      { name: "PEAK", type: "String", value: "Thu 14:40-16:10" },
      { name: "STUDENTS", type: "Int", value: 40, range: [1, 70], says: "at once" },
      { name: "MODE", type: "String", choices: ["day", "night"] },
      { name: "HOSTS", type: "List", value: ["a", "b"] },
      { name: "LIVE", type: "Boolean", value: true },
    ];
    const file = fileWith([{ uid: "1", label: "C1", type: "context", text: "Noon.", parameters }], [], {
      name: "shop",
      parameters: [{ name: "LIMIT", type: "Double", value: 0.5 }],
    });
    const { text, lost } = writing(file);
    expect(lost).toEqual([]);
    expect(fileOf(text)).toEqual(file);
    expect(text.split("\n").slice(2)).toEqual([
      "LIMIT:: 0.5",
      "Parameter.LIMIT:: Double",
      "* C1 &1",
      "Noon.",
      "PEAK:: Thu 14:40-16:10",
      "Parameter.PEAK:: String",
      "STUDENTS:: 40",
      "Parameter.STUDENTS:: Int",
      "Parameter.STUDENTS.least:: 1",
      "Parameter.STUDENTS.greatest:: 70",
      "Parameter.STUDENTS.says:: at once",
      "Parameter.MODE:: String",
      "Parameter.MODE.choices:: day, night",
      "HOSTS:: a, b",
      "Parameter.HOSTS:: List",
      "LIVE:: true",
      "Parameter.LIVE:: Boolean",
      "",
      "",
    ]);
  });

  test("says what it does not hold, by the node's label", () => {
    const file = fileWith(
      [
        {
          uid: "1",
          label: "G1",
          type: "goal",
          text: "The shop is open. ",
          undeveloped: true,
          tags: [
            { name: "students", value: 70 },
            { name: "two words", value: "x" },
            { name: "Peak", value: "noon" },
          ],
          parameters: [{ name: "two words", type: "Int", value: 7 }],
          layers: { risk: "high" },
        },
        { uid: "2", label: "S1", type: "strategy", text: "" },
        { uid: "3", label: "S2", type: "strategy", text: "" },
        { uid: "4", label: "G2", type: "goal", text: "", undeveloped: true },
      ],
      [
        { kind: "supportedBy", from: "1", to: "2", optional: true },
        { kind: "supportedBy", from: "2", to: "3" },
        { kind: "supportedBy", from: "2", to: "4" },
        { kind: "supportedBy", from: "nobody", to: "2" },
      ],
      { name: "shop", uses: ["other"] },
    );
    expect(writing(file).lost.map(({ label, what }) => `${label ?? "-"}: ${what}`)).toEqual([
      "-: the modules that it uses",
      "G1: what is said of an edge of it: supportedBy",
      "G1: blanks at the ends of its text and of its lines",
      "G1: its parameters as they are",
      "G1: what other tools know of it",
      'G1: its tag "students" as it is',
      'G1: its tag "two words" as it is',
      "S1: the order of its edges: supportedBy",
      "-: an edge of `nobody`, which is no node here",
    ]);
  });

  test("says what it does not hold of a revision", () => {
    const [one, two] = [1, 2].map((number) => ({
      number,
      time: "2027-03-01",
      author: "a;b",
      message: "two\nlines",
      case: fileOf("* G1 &1\n").case,
    }));
    if (one === undefined || two === undefined) throw new Error("no revisions");
    expect(writing({ case: two.case, revisions: [one, two] }).lost.map(({ what }) => what)).toEqual([
      "the time of revision 2 as it is",
      "the author of revision 2 as written",
      "the message of revision 2 as written",
      "the time of revision 1 as it is",
      "the author of revision 1 as written",
      "the message of revision 1 as written",
    ]);
  });

  test("shows where nodes were made and changed, whatever their labels", () => {
    const text = `Revision:: 2
* G1 &1
New.

* C1.2 &3
Same.

*=====
Revision:: 1
* G1 &1
Old.

* C1.1 &3
Same.

*=====
Revision:: 0
* G1 &1
Old.
`;
    expect(writing(fileOf(text)).text.match(/^\*+ .*/gm)).toEqual([
      "* G1 &1 #0:2",
      "* C1.2 &3 #1:1",
      "* G1 &1 #0:0",
      "* C1.1 &3 #1:1",
      "* G1 &1 #0:0",
    ]);
  });

  test("comes back as it was, but for what is lost", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyCase, (whole) => {
        const file = fileWith(whole.nodes, whole.edges);
        const { text, lost } = writing(file);
        const read = fileOf(text).case;
        const left = new Set(lost.map(({ label }) => label));
        const kept = (node: CaseNode): boolean => !left.has(node.label);
        const before = arranged(whole);
        expect(sorted(read.nodes.filter(kept))).toEqual(sorted(before.nodes.filter(kept)));
        expect(read.nodes.length).toBe(before.nodes.length);
        for (const node of before.nodes.filter(kept)) expect(outOf(read, node)).toEqual(outOf(before, node));
        expect(sorted(read.edges)).toEqual(sorted(before.edges));
      }),
      { numRuns: 300 },
    );
  });

  test("is a fixpoint once it was read", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const { text } = writing(file);
        const read = fileOf(text);
        const again = writing(read);
        expect(again.lost).toEqual([]);
        expect(fileOf(again.text)).toEqual(read);
        expect(writing(fileOf(again.text)).text).toBe(again.text);
      }),
      { numRuns: 300 },
    );
  });

  test("keeps who made each revision", () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const read = fileOf(writing(file).text);
        expect(read.revisions.map(({ case: _, ...made }) => made)).toEqual(
          file.revisions.map(({ case: _, ...made }) => made),
        );
      }),
    );
  });
});

function outOf({ edges }: DCase, { uid }: CaseNode): readonly CaseEdge[] {
  return edges.filter(({ from }) => from === uid);
}

/** Without their order. */
function sorted(values: readonly unknown[]): readonly string[] {
  return values.map((value) => JSON.stringify(value)).sort();
}
