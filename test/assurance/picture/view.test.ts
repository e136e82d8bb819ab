// What of a case is drawn: folded, around a focus, and down to a depth.
import { describe, expect, test } from "vitest";
import { type LayoutOptions, layoutOf } from "../../../src/assurance/index.ts";
import { caseOf, edges, node, small } from "./cases.ts";

const labels = (options: LayoutOptions, whole = small): string =>
  layoutOf(whole, options)
    .nodes.map(({ node: { label }, hidden }) => (hidden === 0 ? label : `${label}+${hidden}`))
    .sort()
    .join(" ");

describe("folding", () => {
  test("hides what is below a node, and says how many that are; contexts stay", () => {
    expect(labels({ folded: new Set(["u-S1"]) })).toBe("C1 G1 J1 S1+4");
    expect(labels({ folded: new Set(["u-G1"]) })).toBe("C1 G1+6");
  });

  test("leaves what is also reached another way", () => {
    expect(labels({ folded: new Set(["u-G2"]) })).toBe("C1 G1 G2 G3 G4 J1 S1 Sn1");
    expect(labels({ folded: new Set(["u-G2", "u-G3"]) })).toBe("C1 G1 G2+1 G3+1 G4 J1 S1");
  });

  test("takes what is not there for nothing", () => {
    expect(labels({ folded: new Set(["nobody"]) })).toBe(labels({}));
  });

  test("of a circle ends", () => {
    const circle = caseOf(
      "Circle",
      ["G1", "G2", "G3"].map((label) => node(label, "goal", "")),
      edges("G1 > G2", "G2 > G3", "G3 > G1"),
    );
    expect(labels({ folded: new Set(["u-G2"]) }, circle)).toBe("G1 G2+1");
  });
});

describe("a focus", () => {
  test("shows the way from the root, with its contexts, and all below", () => {
    expect(labels({ focus: "u-G2" })).toBe("C1 G1 G2 J1 S1 Sn1");
  });

  test("is unfolded, as is the way to it", () => {
    expect(labels({ focus: "u-G2", folded: new Set(["u-G1", "u-G2"]) })).toBe("C1 G1 G2 J1 S1 Sn1");
  });

  test("that is not there leaves everything", () => {
    expect(labels({ focus: "u-G99" })).toBe(labels({}));
  });
});

describe("a depth", () => {
  test("counts from the roots, or from the focus", () => {
    expect(labels({ depth: 0 })).toBe("C1 G1+6");
    expect(labels({ depth: 1 })).toBe("C1 G1 J1 S1+4");
    expect(labels({ depth: 2 })).toBe("C1 G1 G2+1 G3+1 G4 J1 S1");
    expect(labels({ focus: "u-S1", depth: 1 })).toBe("C1 G1 G2+1 G3+1 G4 J1 S1");
  });
});
