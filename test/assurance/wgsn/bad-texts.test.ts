// WGSN texts that are wrong, old, or made to hurt: each gets a sentence with its place, or is read.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCase } from "../../../src/assurance/index.ts";
import { edgesIn, fileOf, reading, troublesOf, wgsn, writing } from "./texts.ts";

describe("a WGSN text that is wrong", () => {
  test.each([
    ["", ["1:1 error FIL-11 the text is empty: it has no node"]],
    ["\n \n", ["1:1 error FIL-11 the text is empty: it has no node"]],
    ["A case.\n", ["1:1 error FIL-11 no node stands in this revision"]],
    ["* G1\n*=====\n*=====\n* G1\n", ["3:1 error FIL-11 no node stands in this revision"]],
    [
      "* G1\n* item of a list\n",
      ["2:1 error FIL-05 `* item of a list` is no node: behind its stars stands one of G, S, E, C, A, J, M, R and X"],
    ],
    [
      "* G1\n\t***\n",
      ["2:2 error FIL-05 `***` is no node: behind its stars stands one of G, S, E, C, A, J, M, R and X"],
    ],
    [
      "* G1\n* Generally speaking\n* e.g. this\n* e like this\n",
      [
        "2:1 error FIL-05 `* Generally speaking` is no node: behind its stars stands one of G, S, E, C, A, J, M, R and X",
        "3:1 error FIL-05 `* e.g. this` is no node: behind its stars stands one of G, S, E, C, A, J, M, R and X",
        "4:1 error FIL-05 `* e like this` is no node: behind its stars stands one of G, S, E, C, A, J, M, R and X",
      ],
    ],
    ["** G1\n", ["1:4 error FIL-01 the first node has 2 stars"]],
    [
      "* G1\n*** G2\n** S3\n** C4\n",
      [
        "2:5 error FIL-01 G2 has 3 stars, but nothing that it could stand beneath is so deep",
        "3:4 error FIL-01 S3 has 2 stars, but nothing that it could stand beneath is so deep",
        "4:4 error FIL-01 C4 has 2 stars, but nothing that it could stand beneath is so deep",
      ],
    ],
    [
      "* G1\n** G2\n* E1\n*** G3\n",
      ["4:5 error FIL-01 G3 has 3 stars, but nothing that it could stand beneath is so deep"],
    ],
    ["\ufeff* G1 &xyz\r\n", ["1:7 error FIL-01 `&xyz` is no uid"]],
    ["#0::yesterday;ken;-;-\n* G1\n", ["1:1 error FIL-01 `yesterday` is no time"]],
    ["#0::2027-13-01T00:00:00+0900;ken\n* G1\n", ["1:1 error FIL-01 `2027-13-01T00:00:00+0900` is no time"]],
    ["#0:2027-03-01;ken\n* G1\n", ["1:1 error FIL-01 `#0:2027-03-01;ken` says nothing of a revision"]],
    ["Revision:: one\n* G1\n", ["1:1 error FIL-01 `one` is no number of a revision"]],
    ["#99999999999::-;ken\n* G1\n", ["1:1 error FIL-01 `99999999999` is no number of a revision"]],
    ["#0::-;ken\nRevision:: 1\n* G1\n", ["2:1 error FIL-02 this revision is number 0 in one line and 1 in another"]],
    ["#1::-;ken\n* G1\n*=====\n#1::-;ken\n* G1\n", ["1:1 error FIL-02 revision 1 stands twice in this text"]],
  ])("%j is refused, with places", (text, said) => {
    expect(troublesOf(text).toSorted()).toEqual(said.toSorted());
    const made = wgsn.read(text, "shop");
    for (const { help } of made.ok ? [] : made.errors) expect(help).toBeTruthy();
  });

  test.each([
    ["* G1 &a\n* E1 &a\n", ["2:6 warning FIL-08 two nodes of this revision have the uid `a`; this one is read as `…`"]],
    [
      "* G1 &1\n* E1 &2\nUid:: 1\n* E2 &3\nUid:: x\n* E3 &4\nUid:: x\n",
      [
        "2:3 warning FIL-08 two nodes of this revision have the uid `1`; this one is read as `…`",
        "6:3 warning FIL-08 two nodes of this revision have the uid `x`; this one is read as `…`",
      ],
    ],
    ["#1::-;ken\n* G1 #0:1\n* C1 #0:0\n", ["2:3 warning FIL-09 revision 0, to which nodes refer, is not in this text"]],
    [
      "# by hand\nTitle\n* G1\n",
      [
        "1:1 warning FIL-08 `# by hand` stands ahead of the first node and is left out",
        "2:1 warning FIL-08 `Title` stands ahead of the first node and is left out",
      ],
    ],
  ])("%j is read, and what was made of it is said", (text, said) => {
    expect(troublesOf(text).map((each) => each.replace(/as `[0-9a-f]+`/, "as `…`"))).toEqual(said);
    expect(reading(text).file.case.nodes.length).toBeGreaterThan(0);
  });

  test("has at most a hundred troubles told", () => {
    const made = wgsn.read("* no\n".repeat(1000), "shop");
    expect(made.ok ? 0 : made.errors.length).toBe(100);
  });
});

describe("a text of 2013", () => {
  test("has the words of nodes that did not change in the revision that changed them last", () => {
    const text = `#0::2027-03-01T09:30:00+0900;ken;owner;plan
#1::2027-03-02T09:30:00+0900;mei;owner;plan
#2::2027-03-03T09:30:00+0900;mei;owner;plan
Revision:: 0
*G1 #0:0
Old.
*=====
Revision:: 1
*G1 #0:1
The shop is open.
Owner:: operator
*C1 #1:1
At noon.
*=====
Revision:: 2
*G1 #0:1
*C1 #1:2
At night.
*C2 #2:2
`;
    const { case: whole, revisions } = fileOf(text);
    expect(whole.nodes.map(({ label, text: words, owner }) => [label, words, owner])).toEqual([
      ["G1", "The shop is open.", "operator"],
      ["C1", "At night.", undefined],
      ["C2", "", undefined],
    ]);
    expect(revisions[1]?.case.nodes[0]).toEqual(whole.nodes[0]);
    expect(edgesIn(whole)).toEqual(["G1 -> C1 inContextOf", "G1 -> C2 inContextOf"]);
  });

  test("finds them by uid also where labels were numbered anew", () => {
    const text =
      "Revision:: 1\n* G1 &1 #0:0\n* C1.2 &2 #0:0\n*=====\nRevision:: 0\n* G1 &1 #0:0\nOpen.\n* C1.1 &2 #0:0\nNoon.\n";
    expect(fileOf(text).case.nodes.map((node) => node.text)).toEqual(["Open.", "Noon."]);
  });

  test("may have the words of ASN, with notes", () => {
    const text = "*goal\nThe shop is open.\n*Context @Agreed\nWhen::\n\tday: Monday\n*strategy\n**Goal\n**evidence\n";
    const { case: whole } = fileOf(text);
    expect(whole.nodes.map(({ label }) => label)).toEqual(["G1", "C1.1", "S1.2", "G2", "E2.1"]);
    expect(whole.nodes[1]).toMatchObject({ text: "@Agreed\n\tday: Monday", tags: [{ name: "When", value: "" }] });
  });
});

describe("a WGSN text that was made to hurt", { timeout: 120_000 }, () => {
  test("is refused where it is too long, in a sentence", () => {
    const made = wgsn.read("* G1\n".repeat(20_000_000), "shop");
    expect(made.ok ? [] : made.errors.map(({ message }) => message)).toEqual([
      "the text has 100000000 characters; at most 67108864 are read",
    ]);
  });

  test("is refused where it has too many nodes or revisions", () => {
    const nodes = wgsn.read("*G\n".repeat(1_000_001), "shop");
    expect(nodes.ok ? "" : nodes.errors[0]?.message).toBe("the text has more than 1000000 nodes in all its revisions");
    const revisions = wgsn.read("*G\n*=\n".repeat(10_001), "shop");
    expect(revisions.ok ? "" : revisions.errors[0]?.message).toBe("the text has more than 10000 revisions");
  });

  test("may be 10,000 goals deep, and is written in trees that are less deep", () => {
    const depth = 10_000;
    const deep = Array.from(
      { length: depth },
      (_, at) => `${"*".repeat(at + 1)} G${at + 1} &${(at + 1).toString(16)}\n`,
    );
    const { case: whole } = fileOf(deep.join(""));
    expect(whole.edges.length).toBe(depth - 1);
    const { text, lost } = writing({ case: whole, revisions: [] });
    expect(lost).toEqual([]);
    expect(text.length).toBeLessThan(20_000_000);
    const again = fileOf(text);
    expect(new Set(again.case.edges.map(({ from, to }) => `${from} ${to}`))).toEqual(
      new Set(whole.edges.map(({ from, to }) => `${from} ${to}`)),
    );
    expect(writing(again).text).toBe(text);
  });

  test("may have thousands of tags of each kind at one node, and an edge to many", () => {
    const many = <T>(make: (at: number) => T, length = 20_000): readonly T[] =>
      Array.from({ length }, (_, at) => make(at));
    const text = [
      "* G1 &1",
      ...many((at) => `Text.a${at}:: words`),
      ...many(() => 'Attachment:: {"name":"a"}'),
      ...many((at) => `T${at}:: [T${at + 1}]`),
      `SupportedBy:: ${many((at) => `&&m${at}`, 200_000).join(", ")}`,
      "Challenges:: &1",
      `Evidence.environment:: ${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`,
      "Evidence:: test",
      `Evidence.environment:: ${'{"a":'.repeat(65)}1${"}".repeat(65)}`,
    ].join("\n");
    const file = fileOf(text);
    const [node] = file.case.nodes;
    expect([node?.tags?.length, node?.attachments?.length, file.case.edges.length]).toEqual([20_002, 20_000, 200_001]);
    const { text: written, lost } = writing(file);
    expect(lost).toEqual([]);
    expect(fileOf(written)).toEqual(file);
  });

  test("may have long lines of anything", () => {
    for (const part of ["*", " ", "[", "\\", ":", "::", "&", "#", "G1", "\t*", "a:", "a :: ", "Text.a::b", "\r", ";"])
      for (const head of ["", "* G1", "* G1\n", "* G1\nA:: ", "#0::", "#0::-;", "Revision::"]) {
        const made = wgsn.read(`${head}${part.repeat(20_000)}`, "shop");
        expect(made.ok || made.errors.length > 0).toBe(true);
      }
  });

  test("with many revisions of words that stand once is written as far as a text may be long", () => {
    const words = "x".repeat(2 ** 20);
    const old = `Revision:: 0\n* G1 &1 #0:0\n${words}\n`;
    const later = Array.from({ length: 99 }, (_, at) => `Revision:: ${99 - at}\n* G1 &1 #0:0\n*=====\n`).join("");
    const { text, lost } = writing(fileOf(`${later}${old}`));
    expect(text.length).toBeLessThanOrEqual(64 * 2 ** 20);
    expect(lost).toEqual([
      { what: "revision 36 and what is older: the text would have more than 67108864 characters" },
    ]);
    expect(text.split("*=====\n").length).toBe(63);
  });

  test("never throws, and every place is within it", () => {
    const part = fc.oneof(
      fc.constantFrom(
        "*",
        "**",
        "\n",
        "\r\n",
        "G1",
        " S",
        "E",
        "C1.1",
        "&1f",
        " #0:1",
        "::",
        "*=====\n",
        "Revision:: 1\n",
      ),
      fc.constantFrom(
        "#1::2027-03-01T00:00:00+0900;a;b;c\n",
        "Uid:: 1",
        "SupportedBy:: &1f",
        "Relation:: none",
        "\ufeff",
      ),
      fc.constantFrom(
        "__proto__:: x",
        "Agree.__proto__:: 1",
        "Text.constructor:: x",
        "* G:__proto__",
        "toString:: 1\n",
      ),
      fc.string({ unit: "binary", maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        const made = readCase(text, "shop.wgsn", wgsn);
        for (const { span } of made.ok ? made.warnings : made.errors) {
          expect(span?.start).toBeGreaterThanOrEqual(0);
          expect(span?.end).toBeGreaterThanOrEqual(span?.start ?? 0);
          expect(span?.end).toBeLessThanOrEqual(text.length);
        }
        if (!made.ok) return;
        const { text: written } = writing(made.file);
        const again = readCase(written, "shop.wgsn", wgsn);
        expect(again.ok && again.file).toEqual(made.file);
        for (const { uid } of made.file.case.nodes) expect(made.places.of(uid)).toBeDefined();
      }),
      { numRuns: 1000 },
    );
  });
});
