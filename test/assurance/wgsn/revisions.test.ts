// Revisions of a WGSN text: their order, their numbers, and that nothing is made twice.
import { describe, expect, test } from "vitest";
import type { CaseNode, Revision } from "../../../src/assurance/index.ts";
import { fileOf, wgsn } from "./texts.ts";

describe("the revisions of a WGSN text", () => {
  test("are in the order of their numbers, wherever they stand", () => {
    const text = "Revision:: 3\n* G1\nthree\n*=====\nRevision:: 7\n* G1\nseven\n*=====\nRevision:: 5\n* G1\nfive\n";
    const { case: whole, revisions } = fileOf(text);
    expect(revisions.map(({ number, case: { nodes } }) => [number, nodes[0]?.text])).toEqual([
      [3, "three"],
      [5, "five"],
      [7, "seven"],
    ]);
    expect(whole.nodes[0]?.text).toBe("seven");
  });

  test("without numbers are numbered from the last one of the text", () => {
    expect(fileOf("* G1\n*=====\n* G1\n*=====\n* G1\n").revisions.map(({ number }) => number)).toEqual([0, 1, 2]);
    expect(fileOf("* G1\n*=====\n#4::-;ken\n* G1\n").revisions.map(({ number }) => number)).toEqual([4, 5]);
  });

  test("are none where a single text tells nothing of them", () => {
    expect(fileOf("* G1\n").revisions).toEqual([]);
    expect(fileOf("Revision:: 0\n* G1\n").revisions).toEqual([]);
    expect(fileOf("Revision:: 1\n* G1\n").revisions.length).toBe(1);
    expect(fileOf("Author:: ken\nRole:: owner\nDate:: 2027-03-01\nProcess:: plan\n* G1\n").revisions).toMatchObject([
      { number: 0, time: "2027-03-01", author: "ken", role: "owner", process: "plan" },
    ]);
  });

  test("have the same objects for what did not change, edges too", () => {
    const nodes = Array.from(
      { length: 1000 },
      (_, at) => `** G${at + 2} &${(at + 2).toString(16)}\nGoal ${at}.\nPeak:: noon\n`,
    );
    const parts = Array.from({ length: 20 }, (_, number) => {
      const own = [...nodes];
      own[number] = `** G${number + 2} &${(number + 2).toString(16)}\nChanged.\n`;
      return `Revision:: ${number}\n* G1 &1\n* S1 &ffff\n${own.join("")}`;
    });
    const made = wgsn.read(parts.toReversed().join("*=====\n"), "shop");
    if (!made.ok) throw new Error(made.errors[0]?.message);
    const { revisions } = made.file;
    const [first, second] = [revisions.at(-2), revisions.at(-1)];
    expect(revisions.length).toBe(20);
    expect(new Set(revisions.flatMap(({ case: whole }) => whole.nodes)).size).toBe(1002 + 19 * 2);
    expect(second?.case.edges.every((edge, at) => edge === first?.case.edges[at])).toBe(true);
    expect(second?.case.module).toBe(first?.case.module);
  });

  test("have a goal anew that something was put below, and no other", () => {
    const text = "Revision:: 1\n* G1 &1\n* C1.1 &2\n* E1.2 &3\n*=====\nRevision:: 0\n* G1 &1\n* C1.1 &2\n";
    const made = wgsn.read(text, "shop");
    const [before, after] = made.ok ? made.file.revisions : [];
    const node = (revision: Revision | undefined, at: number): CaseNode | undefined => revision?.case.nodes[at];
    expect([node(before, 0)?.undeveloped, node(after, 0)?.undeveloped]).toEqual([true, undefined]);
    expect(node(after, 1)).toBe(node(before, 1));
  });
});
