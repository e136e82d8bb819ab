// An instance is made again in the case that holds it: what people wrote stays.
import { describe, expect, test } from "vitest";
import { type CaseNode, type DCase, instantiate } from "../../../src/assurance/index.ts";
import { caseOf, linesOf, roundTrip } from "./reading.ts";

const text = `
module: { name: watch, dcase: { parameters: { SERVERS: { type: List }, WHO: { type: String, value: the operator } } } }
G1: { text: "{WHO} sees it", supportedBy: [S1], inContextOf: [C1] }
S1: { text: Over the servers, supportedBy: [G2], dcase: { links: { G2: { repeats: 1..*, each: SERVERS, as: SERVER } } } }
G2: { text: "{SERVER} is seen", undeveloped: true }
C1: { text: "Told is {WHO}" }
`;
const pattern = caseOf(text);
const first = (): DCase => roundTrip(instantiate(pattern, { SERVERS: ["web1", "web2"] }).case);

function edited(whole: DCase, label: string, change: Partial<CaseNode>): DCase {
  return { ...whole, nodes: whole.nodes.map((node) => (node.label === label ? { ...node, ...change } : node)) };
}

describe("an instance that is made again", () => {
  test("takes its earlier arguments where none are given", () => {
    const again = instantiate(pattern, { WHO: "the teacher" }, { into: first() });
    expect([again.troubles, again.told]).toEqual([[], []]);
    expect(linesOf(again.case)).toEqual([
      "G1: the teacher sees it → S1 C1",
      "S1: Over the servers → G2 G3",
      "G2: web1 is seen △",
      "G3: web2 is seen △",
      "C1: Told is the teacher",
    ]);
    expect(again.case.module.instance?.arguments).toEqual({ SERVERS: ["web1", "web2"], WHO: "the teacher" });
  });

  test("gets nodes for new values, and keeps the labels that there are", () => {
    const again = instantiate(pattern, { SERVERS: ["web0", "web1", "web2"] }, { into: first() });
    expect(linesOf(again.case).slice(1, 5)).toEqual([
      "S1: Over the servers → G2 G3 G4",
      "G4: web0 is seen △",
      "G2: web1 is seen △",
      "G3: web2 is seen △",
    ]);
  });

  test("keeps a text that was written by hand, and tells so where the pattern says another one now", () => {
    const mine = edited(first(), "G1", { text: "I see it", owner: "teacher" });
    const again = instantiate(pattern, { WHO: "the teacher" }, { into: mine });
    expect(again.told.map(({ message }) => message)).toEqual(["the text of G1 was written by hand, and stays"]);
    expect(again.case.nodes[0]).toMatchObject({ text: "I see it", owner: "teacher" });
    expect(again.case.nodes.at(-1)?.text).toBe("Told is the teacher");
  });

  test("keeps what was developed below it", () => {
    const { undeveloped: _, ...goal } = first().nodes[2] as CaseNode;
    const mine: DCase = {
      ...first(),
      nodes: [
        ...first().nodes.map((node) => (node.label === "G2" ? goal : node)),
        { uid: "E", label: "Sn1", type: "evidence", text: "seen" },
      ],
      edges: [...first().edges, { kind: "supportedBy", from: goal.uid, to: "E" }],
    };
    const again = instantiate(pattern, {}, { into: mine });
    expect(linesOf(again.case)).toContain("G2: web1 is seen → Sn1");
    expect(roundTrip(again.case)).toEqual(roundTrip(mine));
  });

  test("leaves alone what was removed by hand", () => {
    const mine = first();
    const gone = mine.nodes.find(({ label }) => label === "G3")?.uid ?? "";
    const without = {
      ...mine,
      nodes: mine.nodes.filter(({ uid }) => uid !== gone),
      edges: mine.edges.filter(({ to }) => to !== gone),
    };
    const again = instantiate(pattern, { SERVERS: ["web1", "web2", "web3"] }, { into: without });
    expect(again.told.map(({ message }) => message)).toEqual([
      "G3 of the pattern was removed by hand, and is not made again",
    ]);
    expect(linesOf(again.case).slice(1, 4)).toEqual([
      "S1: Over the servers → G2 G4",
      "G2: web1 is seen △",
      "G4: web3 is seen △",
    ]);
  });

  test("keeps the nodes of a value that is gone, and lets go of untouched ones where that is asked for", () => {
    const kept = instantiate(pattern, { SERVERS: ["web2"] }, { into: first() });
    expect(kept.told.map(({ message }) => message)).toEqual(["G2 is no part of the pattern any more, and stays"]);
    expect(linesOf(kept.case)).toContain("G2: web1 is seen △");
    expect(linesOf(kept.case)[1]).toBe("S1: Over the servers → G3");
    const mine = edited(first(), "G2", { text: "web1 is seen by me" });
    const pruned = instantiate(pattern, { SERVERS: [] }, { into: mine, isPruned: true });
    expect(pruned.told.map(({ message }) => message)).toEqual([
      "G2 is no part of the pattern any more, and stays",
      "G3 is no part of the pattern any more, and is removed",
    ]);
    expect(linesOf(pruned.case)).toEqual([
      "G1: the operator sees it → S1 C1",
      "S1: Over the servers △",
      "G2: web1 is seen by me △",
      "C1: Told is the operator",
    ]);
  });

  test("of a pattern that has changed keeps every text that differs, unless the earlier pattern is there to compare", () => {
    const changed = caseOf(text.replace("sees it", "sees it at once").replace("Told is", "Who is told:"));
    const mine = edited(first(), "C1", { text: "Me" });
    const into = { ...mine, nodes: mine.nodes };
    const blind = instantiate(changed, {}, { into, digest: "sha256:11" });
    expect(blind.told.map(({ message }) => message)).toEqual([
      "the text of G1 is not what the pattern says, and stays",
      "the text of C1 is not what the pattern says, and stays",
    ]);
    const seeing = instantiate(changed, {}, { into, digest: "sha256:11", was: pattern });
    expect(seeing.told.map(({ message }) => message)).toEqual(["the text of C1 was written by hand, and stays"]);
    expect(linesOf(seeing.case)[0]).toBe("G1: the operator sees it at once → S1 C1");
  });
});

describe("an instance within another case", () => {
  const whole = caseOf(
    "G1: { text: All is well, supportedBy: [G2] }\nG2: { text: Watching, undeveloped: true }\nG7: { text: x, undeveloped: true }",
  );

  test("supports a node there, has free labels, and its parameters at its root", () => {
    const made = instantiate(pattern, { SERVERS: ["web1"] }, { into: whole, under: "G2" });
    expect(made.troubles).toEqual([]);
    expect(linesOf(made.case)).toEqual([
      "G1: All is well → G2",
      "G2: Watching → G3",
      "G7: x △",
      "G3: the operator sees it → S1 C1",
      "S1: Over the servers → G4",
      "G4: web1 is seen △",
      "C1: Told is the operator",
    ]);
    expect(made.case.nodes[3]?.parameters?.map(({ name, value }) => [name, value])).toEqual([
      ["SERVERS", ["web1"]],
      ["WHO", "the operator"],
    ]);
    const again = instantiate(pattern, {}, { into: roundTrip(made.case) });
    expect([again.told, roundTrip(again.case)]).toEqual([[], roundTrip(made.case)]);
  });

  test("can be there twice under two names", () => {
    const one = instantiate(pattern, { SERVERS: ["a"] }, { into: whole, as: "one" }).case;
    const two = instantiate(pattern, { SERVERS: ["b"] }, { into: roundTrip(one), as: "two" }).case;
    expect(two.nodes.map(({ uid }) => uid).filter((uid) => uid.includes(":S1"))).toEqual(["one:S1", "two:S1"]);
    expect(instantiate(pattern, {}, { into: two }).troubles).toEqual([
      { code: "INS-12", message: "the case has several instances of watch: one, two", help: "say which one is meant" },
    ]);
    const again = instantiate(pattern, { SERVERS: ["b", "c"] }, { into: two, as: "two" });
    expect(again.case.nodes.filter(({ instance }) => instance?.node === "G2").map((node) => node.text)).toEqual([
      "a is seen",
      "b is seen",
      "c is seen",
    ]);
  });

  test("tells of a node that is not there", () => {
    const made = instantiate(pattern, { SERVERS: ["a"] }, { into: whole, under: "G22" });
    expect(made.troubles).toEqual([{ code: "INS-11", message: "the case has no node G22", help: "did you mean G2?" }]);
  });
});
