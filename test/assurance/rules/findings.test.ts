// What a finding holds, where it stands, in what order findings come, and which are asked for.
import { describe, expect, it, test } from "vitest";
import { type CheckOptions, caseLimits, checkCases, type DCase, noPlaces } from "../../../src/assurance/index.ts";
import { files, made, placesOf } from "./made.ts";

const rulesOf = (whole: DCase, options: CheckOptions = {}) => checkCases(files(whole), options).map(({ rule }) => rule);
const wrong = made({ G1: { supportedBy: ["G2", "Sn9"] }, G2: {}, Sn1: {} });

describe("a finding", () => {
  it("names the rule, the node, its place, and the next step", () => {
    const places = placesOf({ "": 0, G1: 10, "G1.supportedBy": 20, "G1.supportedBy.Sn9": 30, G2: 40 });
    const found = checkCases([{ case: wrong, places, file: "a.dcase.yaml" }], { off: ["TXT", "EVI"] });
    expect(found.map(({ rule, label, span }) => [rule, label, span?.start])).toEqual([
      // The file tells no place of Sn1: the finding is of the file as a whole, ahead of those that have one.
      ["COR-13", "Sn1", undefined],
      ["COR-05", "G1", 30],
      ["ARG-01", "G2", 40],
    ]);
    expect(found[1]).toEqual({
      rule: "COR-05",
      level: "error",
      file: "a.dcase.yaml",
      module: "test",
      label: "G1",
      uid: "G1",
      message: "`G1` is supported by `Sn9`, which does not exist",
      span: { start: 30, end: 31 },
      related: [],
      help: "did you mean `Sn1`?",
      gsn2x: [
        { id: "C03", kind: "Error", module: "test", text: 'Element G1 has unresolved "supported by" element: Sn9' },
      ],
    });
    expect(found[0]?.related).toEqual([
      { file: "a.dcase.yaml", label: "G1", uid: "G1", span: { start: 10, end: 11 } },
      { file: "a.dcase.yaml", label: "Sn1", uid: "Sn1" },
    ]);
  });

  it("stands at the nearest part that the file tells", () => {
    const at = (starts: Readonly<Record<string, number>>) =>
      checkCases([{ case: wrong, places: placesOf(starts), file: "a" }], { only: ["COR-05"] })[0]?.span?.start;
    expect(at({ G1: 10, "G1.supportedBy": 20 })).toBe(20);
    expect(at({ G1: 10 })).toBe(10);
    expect(at({})).toBeUndefined();
  });

  it("comes in the order of the files and of the places in them", () => {
    const places = placesOf({ G1: 200, G2: 100 });
    const whole = made({ G1: { supportedBy: ["G2"], inContextOf: ["C1"] }, G2: {} });
    const other = made({ G5: {} }, { name: "other" });
    const found = checkCases(
      [
        { case: whole, places, file: "z" },
        { case: other, places: noPlaces, file: "a" },
      ],
      { only: ["ARG-01", "COR-05"] },
    );
    expect(found.map(({ file, label }) => `${file} ${label}`)).toEqual(["z G2", "z G1", "a G5"]);
  });

  it("is one of the first hundred of its rule, and the others are counted", () => {
    const labels = Array.from({ length: 130 }, (_, index) => `G${index + 1}`);
    const found = checkCases(files(made(labels.map((label) => ({ label })))), { only: ["ARG-01"] });
    expect(found.length).toBe(caseLimits.findings + 1);
    expect(found.at(-1)).toMatchObject({
      rule: "LIM-04",
      level: "advice",
      message: "ARG-01 has 130 findings; the first 100 are shown",
    });
  });
});

describe("rules", () => {
  it("can be asked for by id and family, be left out, and be added", () => {
    expect(rulesOf(wrong, { only: ["COR-05"] })).toEqual(["COR-05"]);
    expect(new Set(rulesOf(wrong, { only: ["COR"] }))).toEqual(new Set(["COR-05", "COR-13"]));
    expect(rulesOf(wrong, { only: ["COR"], off: ["COR-13"] })).toEqual(["COR-05"]);
    expect(rulesOf(wrong, { profile: "gsn2x", also: ["EVI-01"] })).toContain("EVI-01");
    expect(rulesOf(wrong, { profile: "gsn2x" })).not.toContain("EVI-01");
  });

  it("are warnings where they are asked for and the profile has them off", () => {
    const levels = (options: CheckOptions) => checkCases(files(wrong), options).map(({ level }) => level);
    expect(levels({ profile: "gsn2x", only: ["EVI-01"] })).toEqual(["warning"]);
    expect(levels({ profile: "gate", only: ["EVI-01"] })).toEqual(["error"]);
  });
});

test("of no modules nothing is said", () => {
  expect(checkCases([])).toEqual([]);
  expect(checkCases([], { profile: "gate" })).toEqual([]);
  expect(checkCases(files({ module: { name: "" }, nodes: [], edges: [] }))).toEqual([]);
});
