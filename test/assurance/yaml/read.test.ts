// A case's file to its data: what gsn2x has, what is ours beneath `dcase:`, and every mistake with its place.
import { describe, expect, test } from "vitest";
import { type CaseReading, readCase } from "../../../src/assurance/index.ts";

function caseIn(text: string) {
  const reading = readCase(text, "aspen.dcase.yaml");
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading;
}

/** "line:column code message | help" of each trouble. */
function said(text: string, reading: CaseReading = readCase(text, "aspen.dcase.yaml")): readonly string[] {
  const troubles = reading.ok ? reading.warnings : reading.errors;
  return troubles.map(({ code, message, span, help }) => {
    const before = text.slice(0, span?.start ?? 0).split("\n");
    return `${before.length}:${(before.at(-1)?.length ?? 0) + 1} ${code} ${message}${help === undefined ? "" : ` | ${help}`}`;
  });
}

describe("a case in YAML", () => {
  test("has the name of its file where it says none", () => {
    expect(caseIn("G1: {}\n").file.case.module.name).toBe("aspen");
    expect(caseIn("module: { name: ASPEN }\nG1: {}\n").file.case.module.name).toBe("ASPEN");
  });

  test("has the nodes and edges that gsn2x sees in it", () => {
    const { file } = caseIn(
      "G1:\n  text: It answers\n  supportedBy: [S1]\n  inContextOf: C1\nS1:\n  supportedBy:\n    - Sn1\nC1: {}\nSn1:\nCG1:\n  challenges: G1 -> S1\n  defeated: true\n",
    );
    expect(file.case.nodes.map(({ label, type }) => `${label} ${type}`)).toEqual([
      "G1 goal",
      "S1 strategy",
      "C1 context",
      "Sn1 evidence",
      "CG1 counterGoal",
    ]);
    expect(file.case.edges).toEqual([
      { kind: "supportedBy", from: "G1", to: "S1" },
      { kind: "inContextOf", from: "G1", to: "C1" },
      { kind: "supportedBy", from: "S1", to: "Sn1" },
      { kind: "challenges", from: "CG1", to: { from: "G1", to: "S1" } },
    ]);
  });

  test("keeps a text as it is written, and what only gsn2x draws as layers", () => {
    const { file } = caseIn("G1:\n  text: 1.10\n  layer1: [a, 2]\n  classes: [x]\n");
    expect(file.case.nodes[0]).toEqual({
      uid: "G1",
      label: "G1",
      type: "goal",
      text: "1.10",
      layers: { layer1: ["a", 2] },
      presentation: { classes: ["x"] },
    });
  });

  test("knows a node by its uid, whatever its label", () => {
    const { file } = caseIn("G1:\n  supportedBy: [G9]\nG9:\n  dcase: { uid: 5af12d6 }\n");
    expect(file.case.edges[0]?.to).toBe("5af12d6");
  });

  test("has evidence, monitors, parameters and facts of edges", () => {
    const { file } = caseIn(`module:
  name: M
  dcase:
    language: en
    agree: { owner: 1 }
    parameters: { SERVERS: { type: List, value: [a, b] }, MOST: { type: Int, range: [1, 40] } }
G1:
  text: It answers on {SERVER}
  supportedBy: [Sn1, Sn2]
  dcase:
    texts: { ja: 応答する }
    owner: operator
    validUntil: 2027-03-31
    tags: { PEAK: Thu 14:40-16:10 }
    links: { Sn1: { each: SERVERS, as: SERVER, repeats: 1..* }, Sn2: { optional: true } }
    choices: { of: [Sn1, Sn2], least: 1, most: 1 }
Sn1:
  dcase:
    evidence: { by: load, of: load.dscript, maxAge: 30d, expects: usage <= 13% }
Sn2:
  dcase:
    monitor: { metric: cpu, condition: "max(cpu) < 0.8 and not errors > 0", window: 5m }
`);
    expect(file.case).toMatchSnapshot();
  });

  test("takes aliases and merge keys for what they stand for", () => {
    const { file } = caseIn("G1: &a\n  text: same\n  undeveloped: true\nG2:\n  <<: *a\n  text: other\n");
    expect(file.case.nodes.map(({ text, undeveloped }) => [text, undeveloped])).toEqual([
      ["same", true],
      ["other", true],
    ]);
  });

  test("tells where its parts stand", () => {
    const text = "G1:\n  text: a\n  supportedBy: [G2, G3]\n  dcase:\n    tags: { A: 1 }\n";
    const { places } = caseIn(text);
    const at = (key?: string, item?: string) => {
      const span = places.of("G1", key, item);
      return span === undefined ? undefined : text.slice(span.start, span.end);
    };
    expect([at(), at("text"), at("supportedBy", "G3"), at("tags", "A"), at("nothing")]).toEqual([
      "G1",
      "a",
      "G3",
      "A",
      "G1",
    ]);
  });
});

describe("a mistake in a case's file", () => {
  test.each([
    ["", "nothing in it"],
    ["- a\n", "a list"],
    ["G1:\n\ttext: a\n", "a tab"],
    ["G1: {text: a\nG2: {}\n", "an open bracket"],
    ["G1:\n  text: a: b\n", "a colon in a text"],
    ["G1: {}\nG2: {}\nG1: {}\n", "a label twice"],
    ["G1:\n  text: a\n  text: b\n", "a key twice"],
    ["X1:\n  text: a\n", "a label that shows no type"],
    ["X1:\n  nodeType: Gaol\n", "a type that does not exist"],
    ["G1:\n  text: [a]\n", "a list for a text"],
    ["G1:\n  supportedBy: { a: 1 }\n", "a map for a list"],
    ["G1:\n  undeveloped: perhaps\n", "no truth value"],
    ["G1:\n  dcase:\n    ownr: operator\n", "an unknown key"],
    ["Sn1:\n  dcase:\n    evidence: { of: x }\n", "evidence without its source"],
    ["Sn1:\n  dcase:\n    evidence: { by: tset }\n", "a source that does not exist"],
    ["G1:\n  dcase:\n    monitor: { metric: cpu, condition: cpu < }\n", "half a condition"],
    ["G1:\n  dcase:\n    monitor: { metric: cpu }\n", "a monitor without a condition"],
    ["G1:\n  dcase:\n    links: { G2: { repeats: many } }\n", "no multiplicity"],
    ["G1:\n  text: *lost\n", "an alias without its anchor"],
    ["G1: {}\n---\nG2: {}\n", "a second document"],
    [`G1: ${"[".repeat(100)}\n`, "endless depth"],
    ["module:\n  dcase:\n    agree: { owner: none }\nG1: {}\n", "a quorum that is no number"],
  ])("is told with its place and the next step: %j (%s)", (text, what) => {
    expect(said(text)).toMatchSnapshot(what);
  });

  test("is warned of where a key is kept as a layer that was meant otherwise", () => {
    expect(said("G1:\n  text: a\n  supportBy: [G2]\n  owner: me\n")).toMatchSnapshot();
  });

  test("that unfolds to billions of values is refused at once", () => {
    let text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (let at = 1; at < 12; at += 1)
      text += `a${at}: &a${at} [${Array(10)
        .fill(`*a${at - 1}`)
        .join(", ")}]\n`;
    const reading = readCase(text, "bomb.dcase.yaml");
    expect(reading.ok ? [] : reading.errors.map(({ code }) => code)).toContain("FIL-05");
  });

  test("is found in all places at once", () => {
    const text = "G1:\n  undeveloped: 3\nG2:\n  text: { a: 1 }\nX: {}\n";
    expect(said(text)).toHaveLength(3);
  });
});
