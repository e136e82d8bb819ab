// What a WGSN text says: nodes, labels, uids, texts, tags, and which node stands beneath which.
import { describe, expect, test } from "vitest";
import { edgesIn, fileOf, reading } from "./texts.ts";

const shop = `#1::2027-03-02T09:30:00+0900;mei;owner;agreement
Revision:: 1
CommitMessage:: Agree on the peak
* G1 &1a2b #0:1
The [Service] answers every customer.
Even at noon.

* C1.1 &1a2c #0:0
Service:: web shop
What a customer waits for is a page.
Peak:: 11:30-13:00

* S1.2 &1a2d #1:1
By the parts that a page needs.

** G2 &1a2e #1:1
The balancer is up.

** E2.1 &1a2f #1:1
The log of the balancer's checks.

** G3 &1a30 #1:1
The database answers.

*=====
#0::2027-03-01T09:30:00+0900;ken;operator;-
Revision:: 0
* G1 &1a2b #0:0
The [Service] answers.

* C1.1 &1a2c #0:0
What a customer waits for is a page.
`;

describe("a WGSN text", () => {
  test("is nodes with their texts and tags, and edges by their stars", () => {
    const { case: whole } = fileOf(shop);
    expect(whole.module).toEqual({ name: "shop" });
    expect(whole.nodes.slice(0, 2)).toEqual([
      { uid: "1a2b", label: "G1", type: "goal", text: "The [Service] answers every customer.\nEven at noon." },
      {
        uid: "1a2c",
        label: "C1.1",
        type: "context",
        text: "What a customer waits for is a page.",
        tags: [
          { name: "Service", value: "web shop" },
          { name: "Peak", value: "11:30-13:00" },
        ],
      },
    ]);
    expect(edgesIn(whole)).toEqual(["G1 -> S1.2", "G1 -> C1.1 inContextOf", "S1.2 -> G2", "S1.2 -> G3", "G2 -> E2.1"]);
  });

  test("has a goal that nothing supports as undeveloped, as AssureNote draws it", () => {
    const { case: whole } = fileOf(shop);
    expect(whole.nodes.filter(({ undeveloped }) => undeveloped).map(({ label }) => label)).toEqual(["G3"]);
  });

  test("tells who made each revision, the oldest first, and what the case was then", () => {
    const { case: whole, revisions } = fileOf(shop);
    expect(revisions.map(({ case: _, ...made }) => made)).toEqual([
      { number: 0, time: "2027-03-01T09:30:00+09:00", author: "ken", role: "operator" },
      {
        number: 1,
        time: "2027-03-02T09:30:00+09:00",
        author: "mei",
        role: "owner",
        process: "agreement",
        message: "Agree on the peak",
      },
    ]);
    expect(revisions.at(-1)?.case).toBe(whole);
    expect(edgesIn(revisions[0]?.case ?? whole)).toEqual(["G1 -> C1.1 inContextOf"]);
  });

  test("says where its parts stand", () => {
    const { places } = reading(shop);
    const at = (...path: Parameters<typeof places.of>): string => {
      const span = places.of(...path);
      return span === undefined ? "nowhere" : shop.slice(span.start, span.end);
    };
    expect(at("1a2c")).toBe("C1.1");
    expect(at("1a2c", "uid")).toBe("&1a2c");
    expect(at("1a2c", "text")).toBe("What a customer waits for is a page.");
    expect(at("1a2c", "tags", "Peak")).toBe("Peak:: 11:30-13:00");
    expect(at("1a2d", "supportedBy", "G3")).toBe("G3");
    expect(at("1a2d", "owner")).toBe("nowhere");
    expect(at("none")).toBe("nowhere");
    expect(at(undefined)).toBe("#");
  });

  test.each([
    ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["CR", (text: string) => text.replaceAll("\n", "\r")],
    ["a byte order mark", (text: string) => `\ufeff${text}`],
    ["tabs and blanks around its lines", (text: string) => text.replace(/^(?=.)/gm, "\t ").replaceAll("\n", " \t\n")],
    ["no blank lines", (text: string) => text.replaceAll(/\n+/g, "\n")],
    ["no space behind its stars and `::`", (text: string) => text.replace(/^(\*+) /gm, "$1").replaceAll(":: ", "::")],
    ["a separator of another length", (text: string) => text.replace("*=====", "*==========  ")],
    ["all who made it on top, as in 2013", (text: string) => onTop(text)],
  ])("is the same with %s", (_, change) => {
    expect(fileOf(change(shop))).toEqual(fileOf(shop));
  });
});

/** `#N::` of all revisions ahead of the first, and `Revision:: N` with each. */
function onTop(text: string): string {
  const lines = text.split("\n");
  const isWho = (line: string): boolean => /^#\d+::/.test(line);
  return [...lines.filter(isWho), ...lines.filter((line) => !isWho(line))].join("\n");
}

describe("the lines of nodes", () => {
  test.each([
    ["* G1", "goal", "G1"],
    ["* Goal", "goal", "G1"],
    ["*goal", "goal", "G1"],
    ["* g", "goal", "G1"],
    ["* G:Top &1f", "goal", "Top"],
    ["* G7:Top &1f #0:0", "goal", "Top"],
    ["* S", "strategy", "S1"],
    ["* Solution3", "evidence", "E3"],
    ["* E1.1", "evidence", "E1.1"],
    ["* M1.1", "evidence", "M1.1"],
    ["* C", "context", "C1"],
    ["* A1", "assumption", "A1"],
    ["* J1", "justification", "J1"],
    ["* R1.1", "context", "R1.1"],
    ["* X1.1", "context", "X1.1"],
  ])("%s is %s %s", (line, type, label) => {
    const [node] = fileOf(`${line}\nIts words.\n`).case.nodes;
    expect([node?.type, node?.label, node?.text]).toEqual([type, label, "Its words."]);
  });

  test("say what only AssureNote knows as D-Case's kinds", () => {
    const kinds = fileOf("* G1\n* M1.1\n* R1.2\n* X1.3\n").case.nodes.map(({ kind }) => kind);
    expect(kinds).toEqual([undefined, "monitor", "risk", "risk"]);
  });

  test("may have words of their own", () => {
    const texts = fileOf("* G1 &1f #0:0 The shop is open.\nAlways.\n* C1.1: At noon\n").case.nodes.map(
      ({ text }) => text,
    );
    expect(texts).toEqual(["The shop is open.\nAlways.", "At noon"]);
  });

  test("take a uid in capitals, with zeros ahead, and make one where there is none, each time the same", () => {
    const text = "* G1 &00FF\n* C1.1\nNoon\n* C1.2\nNoon\n";
    const uids = fileOf(text).case.nodes.map(({ uid }) => uid);
    expect(uids[0]).toBe("ff");
    expect(new Set(uids).size).toBe(3);
    expect(fileOf(text).case.nodes.map(({ uid }) => uid)).toEqual(uids);
  });

  test("without labels are numbered as AssureNote does: goals level by level, and what belongs to one within it", () => {
    const text = "* G\n* C\n* S\n* C\n** G\n** E\n** C\n** G\n** S\n*** G\n* E\n";
    expect(fileOf(text).case.nodes.map(({ label }) => label)).toEqual(
      "G1 C1.1 S1.2 C1.3 G2 E2.1 C2.2 G3 S3.1 G4 E1.4".split(" "),
    );
  });

  test("without labels take none that another node has", () => {
    const labels = fileOf("* G\n* C1.1\n* C\n* S\n** G1\n** G\n").case.nodes.map(({ label }) => label);
    expect(labels).toEqual("G2 C1.1 C2.2 S2.3 G1 G3".split(" "));
  });
});

describe("what stands beneath what", () => {
  test("a context belongs to the last node of its depth, also to evidence", () => {
    const text = "* G1\n* C1.1\n* S1.2\n* C1.3\n** G2\n** E2.1\n** C2.2\n* C1.4\n* E1.5\n";
    expect(edgesIn(fileOf(text).case)).toEqual([
      "G1 -> S1.2",
      "G1 -> E1.5",
      "G1 -> C1.1 inContextOf",
      "S1.2 -> G2",
      "S1.2 -> C1.3 inContextOf",
      "S1.2 -> C1.4 inContextOf",
      "G2 -> E2.1",
      "E2.1 -> C2.2 inContextOf",
    ]);
  });

  test("a goal below a goal needs no strategy, and goals belong to the last one", () => {
    const text = "* G1\n** G2\n* S1.1\n** G3\n* E1.2\n** G4\n* S1.3\n** G5\n";
    expect(edgesIn(fileOf(text).case)).toEqual([
      "G1 -> G2",
      "G1 -> S1.1",
      "G1 -> E1.2",
      "G1 -> S1.3",
      "S1.1 -> G3",
      "S1.1 -> G4",
      "S1.3 -> G5",
    ]);
  });

  test("AssureNote's implied strategy, with the uid of its goal and no words, is none", () => {
    const { nodes, edges } = fileOf("* G1 &1f\n* S1.1 &1f #0:0\n* C1.2 &2f\n** G2 &3f\n* E1.3\n").case;
    expect(nodes.map(({ label }) => label)).toEqual(["G1", "C1.2", "G2", "E1.3"]);
    expect(edgesIn({ module: { name: "" }, nodes, edges })).toEqual([
      "G1 -> G2",
      "G1 -> E1.3",
      "G1 -> C1.2 inContextOf",
    ]);
  });

  test("a case may begin with something else than a goal, and have several tops", () => {
    expect(edgesIn(fileOf("* C1\n* S1\n** G1\n* G2\n** G3\n").case)).toEqual(["S1 -> G1", "G2 -> G3"]);
  });
});

describe("tags", () => {
  test("are any lines of one word, `::` and a value, wherever they stand, in their order", () => {
    const [node] = fileOf("* C1\nA:: 1\nwords: and\nB ::2\n\nnot a tag:: here\nシステム::アスペン\n::neither\nA::\n")
      .case.nodes;
    expect(node?.tags?.map(({ name, value }) => `${name}=${value}`)).toEqual(["A=1", "B=2", "システム=アスペン", "A="]);
    expect(node?.text).toBe("words: and\n\nnot a tag:: here\n::neither");
  });

  test("say what WGSN has no other way to say", () => {
    const text = `* E1 &1
Words.
Owner:: operator
ValidUntil:: 2027-03-31
Url:: https://example.org/load
Undeveloped:: not before April
Defeated::
Kind:: external
Evidence:: load
Evidence.of:: noon.dscript
Evidence.maxAge:: 30d
Evidence.environment:: {"hosts":3}
Evidence.expects:: max(cpu) <= 80 and not errors > 0
Monitor.metric:: cpu
Monitor.condition:: mean(cpu) < 60
Monitor.window:: 5m
Attachment:: {"name":"load.csv","digest":"sha256:${"0".repeat(64)}"}
Away.module:: backup
Away.node:: G3
Text.ja:: 一行目
Text.ja:: 二行目
`;
    const [node] = fileOf(text).case.nodes;
    expect(node).toMatchObject({
      owner: "operator",
      validUntil: "2027-03-31",
      url: "https://example.org/load",
      undeveloped: true,
      defeated: true,
      kind: "external",
      tags: [{ name: "Undeveloped", value: "not before April" }],
      evidence: { by: "load", of: "noon.dscript", maxAge: "30d", environment: { hosts: 3 }, expects: { kind: "and" } },
      monitor: { metric: "cpu", window: "5m", condition: { kind: "compare" } },
      attachments: [{ name: "load.csv" }],
      away: { module: "backup", node: "G3" },
      translations: { ja: "一行目\n二行目" },
    });
  });

  test("stay tags where they cannot be meant so", () => {
    const text = `* C1
Owner:: Let us bring the tutor in, says the owner.
ValidUntil:: April
Kind:: odd
Type:: counterGoal
Evidence:: somebody's word
Evidence.of:: nothing
Monitor:: { IsDown == 0 }
Monitor.metric:: cpu
SupportedBy:: JUnit
Attachment:: {"file":1}
`;
    expect(fileOf(text).case.nodes[0]?.tags?.map(({ name }) => name)).toEqual([
      "Owner",
      "ValidUntil",
      "Kind",
      "Evidence",
      "Evidence.of",
      "Monitor",
      "SupportedBy",
      "Attachment",
      "Monitor.metric",
      "Type",
    ]);
  });

  test("name edges that stars cannot: several parents, challenges of nodes and of edges, nodes of other modules", () => {
    const text = `* G1 &1
* S1.1 &2
** G2 &3
SupportedBy:: &6, &&backup.G3
** E2.1 &4
* E1.2 &5
* E1.3 &6
Relation:: none
* G9 &9
Type:: counterGoal
Challenges:: &3, &2 > &3
Responsibility:: &1
`;
    const { case: whole } = fileOf(text);
    expect(edgesIn(whole)).toEqual([
      "G1 -> S1.1",
      "G1 -> E1.2",
      "S1.1 -> G2",
      "G2 -> E2.1",
      "G2 -> E1.3",
      "G2 -> backup.G3",
      "G9 -> G2 challenges",
      "G9 -> S1.1/G2 challenges",
      "G9 -> G1 responsibility",
    ]);
    expect(whole.nodes.at(-1)?.type).toBe("counterGoal");
  });

  test("of a header are the module's", () => {
    const text =
      "#0::2027-03-01T09:30:00+0900;ken\nBrief:: The shop\nLanguage:: ja\nAgree.owner:: 2\nProject:: shop\n* G1\n";
    expect(fileOf(text).case.module).toEqual({
      name: "shop",
      brief: "The shop",
      language: "ja",
      agree: { owner: 2 },
      extra: { Project: "shop" },
    });
  });
});
