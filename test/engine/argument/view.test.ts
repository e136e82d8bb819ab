// A D-Case as the checker asks it: nodes, and what holds in their scope.
import { describe, expect, test } from "vitest";
import { argumentOf } from "../../argument-view.ts";

const view = argumentOf(
  `
G1: { text: It answers, supportedBy: [S1], inContextOf: [C1], dcase: { texts: { ja: 答える } } }
C1: { text: The shop, dcase: { owner: operator, tags: { LIMIT: 50, TOOL: curl }, parameters: { WAIT: { type: Duration, value: 2s } } } }
S1: { text: By days, supportedBy: [G2, G3], inContextOf: [C3] }
C3: { text: Days, dcase: { tags: { DAY: Mon } } }
G2: { text: It answers at peak, inContextOf: [C2, C4], dcase: { uid: 7f3a, tags: { OWN: 1 } } }
G3: { text: It answers on normal days }
C2: { text: The peak, dcase: { tags: { LIMIT: 200, TOOL: "" } } }
C4: { text: The peak of late, dcase: { tags: { LIMIT: 300 } } }
`,
  "shop.dcase.yaml",
);

describe("the view of a case", () => {
  test("has nodes with all their texts, and the goal that all support", () => {
    expect(view.nodes[0]).toEqual({ uid: "G1", label: "G1", type: "goal", texts: ["It answers", "答える"] });
    expect(view.root).toBe("G1");
    expect(view.nodes.find(({ label }) => label === "G2")?.uid).toBe("7f3a");
  });

  test("has the nearest value, the node that states it, and who answers for that", () => {
    expect(view.valueOf("G1", "LIMIT")).toEqual({ value: 50, by: "C1", owner: "operator" });
    // Of several contexts the last one counts.
    expect(view.valueOf("7f3a", "LIMIT")).toEqual({ value: 300, by: "C4" });
    expect(view.valueOf("7f3a", "OWN")).toEqual({ value: 1, by: "G2" });
    expect(view.valueOf("7f3a", "DAY")).toEqual({ value: "Mon", by: "C3" });
    expect(view.valueOf("7f3a", "WAIT")).toEqual({ value: "2s", by: "C1", owner: "operator" });
    expect(view.valueOf("G3", "LIMIT")).toMatchObject({ value: 50 });
    expect(view.valueOf("G1", "OWN")).toBeUndefined();
    expect(view.valueOf("nothing", "LIMIT")).toBeUndefined();
  });

  test("looks past an empty value", () => {
    expect(view.valueOf("7f3a", "TOOL")).toMatchObject({ value: "curl", by: "C1" });
  });

  test("lists the keys of a scope, nearest first", () => {
    expect(view.keysAt("7f3a")).toEqual(["OWN", "LIMIT", "TOOL", "DAY", "WAIT"]);
    expect(view.keysAt("G3")).toEqual(["DAY", "WAIT", "LIMIT", "TOOL"]);
  });
});
