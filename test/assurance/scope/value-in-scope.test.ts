// Named values in lexical scope: what a name says at a node, and texts that are shown with it.
import { describe, expect, test } from "vitest";
import {
  type CaseEdge,
  type CaseNode,
  type DCase,
  interpolated,
  listOf,
  namesInScope,
  type Tag,
  valueInScope,
} from "../../../src/assurance/index.ts";

/** `G1 Peak=noon System=shop`: a node with its tags. */
function caseOf(nodes: readonly string[], edges: readonly string[], module: DCase["module"] = { name: "shop" }): DCase {
  return {
    module,
    nodes: nodes.map((line): CaseNode => {
      const [label = "", ...tags] = line.split(" ");
      const letter = label.charAt(0);
      const type = letter === "G" ? "goal" : letter === "S" ? "strategy" : letter === "C" ? "context" : "evidence";
      const own = tags.map((tag): Tag => ({ name: tag.split("=")[0] ?? "", value: tag.split("=")[1] ?? "" }));
      return { uid: label.toLowerCase(), label, type, text: "", ...(own.length === 0 ? {} : { tags: own }) };
    }),
    edges: edges.map((edge): CaseEdge => {
      const [from = "", to = ""] = edge.toLowerCase().split(">");
      return { kind: to.startsWith("c") ? "inContextOf" : "supportedBy", from, to };
    }),
  };
}

describe("a value in scope", () => {
  const shop = caseOf(
    [
      "G1 Peak=noon System=shop",
      "C1 System=web Students=70",
      "C2 Students=80 Empty",
      "S1",
      "G2 Peak=night",
      "C3 Peak=dawn",
      "E1",
    ],
    ["G1>C1", "G1>C2", "G1>S1", "S1>G2", "G2>C3", "G2>E1"],
  );

  test.each([
    ["g1", "Peak", "noon", "g1"],
    ["g1", "System", "shop", "g1"],
    ["g1", "Students", "80", "c2"],
    ["s1", "Students", "80", "c2"],
    ["g2", "Peak", "night", "g2"],
    ["e1", "Peak", "night", "g2"],
    ["c3", "Peak", "dawn", "c3"],
    ["c1", "Peak", "noon", "g1"],
    ["c2", "System", "web", "c1"],
  ])("at %s: %s is %s, by %s", (uid, key, value, by) => {
    const expected = key === "System" && uid === "c2" ? { value: "shop", uid: "g1" } : { value, uid: by };
    expect(valueInScope(shop, uid, key)).toEqual(expected);
  });

  test("is there for each name in scope, nearer ones first", () => {
    expect(namesInScope(shop, "e1")).toEqual(["Peak", "System", "Students", "Empty"]);
    expect(namesInScope(shop, "c1")).toEqual(["System", "Students", "Peak", "Empty"]);
    expect(namesInScope(shop, "none")).toEqual([]);
  });

  test("is none where no tag has the name, and at a node that there is not", () => {
    expect(valueInScope(shop, "e1", "System.X")).toBeUndefined();
    expect(valueInScope(shop, "g9", "Peak")).toBeUndefined();
    expect(valueInScope(shop, "g1", "toString")).toBeUndefined();
  });

  test("is an empty one only where there is no other", () => {
    const whole = caseOf(["G1 A=1", "G2 A", "C2 B"], ["G1>G2", "G2>C2"]);
    expect(valueInScope(whole, "g2", "A")).toEqual({ value: "1", uid: "g1" });
    expect(valueInScope(whole, "g2", "B")).toEqual({ value: "", uid: "c2" });
  });

  test("is the nearest of several parents' ones, and bears cycles and missing ends", () => {
    const whole = caseOf(
      ["G1 A=far", "G2", "G3 A=near", "G4", "G5 B=5"],
      ["G1>G2", "G2>G4", "G3>G4", "G4>G1", "G4>G4", "G4>G9", "G5>G3"],
    );
    expect(valueInScope(whole, "g4", "A")).toEqual({ value: "near", uid: "g3" });
    expect(valueInScope(whole, "g2", "B")).toEqual({ value: "5", uid: "g5" });
    expect(valueInScope(whole, "g2", "C")).toBeUndefined();
  });

  test("is also that of a parameter, and at last of the module's", () => {
    const whole = caseOf(["G1", "G2 N=tag"], ["G1>G2"], {
      name: "shop",
      parameters: [{ name: "M", type: "Int", value: 7 }],
    });
    const nodes = whole.nodes.map(
      (node): CaseNode => ({ ...node, parameters: [{ name: "N", type: "Int", value: 3 }] }),
    );
    expect(valueInScope({ ...whole, nodes }, "g1", "N")).toEqual({ value: 3, uid: "g1" });
    expect(valueInScope({ ...whole, nodes }, "g2", "N")).toEqual({ value: "tag", uid: "g2" });
    expect(valueInScope({ ...whole, nodes }, "g2", "M")).toEqual({ value: 7, uid: undefined });
  });

  test("of what challenges a node is that of the node, and of an edge's beginning", () => {
    const whole = caseOf(["G1 A=1", "G2", "G7", "G8"], ["G1>G2"]);
    const edges: readonly CaseEdge[] = [
      ...whole.edges,
      { kind: "challenges", from: "g7", to: "g2" },
      { kind: "challenges", from: "g8", to: { from: "g1", to: "g2" } },
    ];
    expect(valueInScope({ ...whole, edges }, "g7", "A")?.uid).toBe("g1");
    expect(valueInScope({ ...whole, edges }, "g8", "A")?.uid).toBe("g1");
  });

  test("is found through 10,000 goals", () => {
    const labels = Array.from({ length: 10_000 }, (_, at) => `G${at}`);
    const whole = caseOf(
      ["G A=top", ...labels],
      labels.map((label, at) => `${at === 0 ? "G" : labels[at - 1]}>${label}`),
    );
    expect(valueInScope(whole, "g9999", "A")).toEqual({ value: "top", uid: "g" });
  });
});

describe("a text with names in brackets", () => {
  const shop = caseOf(
    [
      "G1 System=shop Alias=System Loop=Pool Pool=Loop Empty",
      "S1 Subsystem=SUBA,SUBB",
      "G2 Subsystem=SUBA",
      "C2 X=5",
      "G3",
      "E3 Subsystem=SUBB",
      "C3 X=7 Y=9",
      "G4 SUBA.Z=2 Part=SUBB",
    ],
    ["G1>S1", "S1>G2", "G2>C2", "S1>G3", "G3>E3", "G3>C3", "S1>G4"],
  );

  test.each([
    ["g1", "[System] is up", "shop is up"],
    ["g1", "[ System ], [System]!", "shop, shop!"],
    ["g1", "[Alias] and [Loop]", "shop and Loop"],
    ["g1", "[x], [Empty], [], [[System]] and [System", "[x], [Empty], [], [shop] and [System"],
    ["g1", "[System\n]", "[System\n]"],
    ["s1", "by [Subsystem]", "by SUBA,SUBB"],
    ["g2", "[Subsystem] has [Subsystem.X]", "SUBA has 5"],
    ["g4", "[SUBA.X] [SUBB.X] [SUBB.Y] [SUBA.Z] [SUBC.X] [SUBA.]", "5 7 9 2 [SUBC.X] [SUBA.]"],
    ["g4", "[Part.Y]", "9"],
    ["g4", "see [G:G2] and [G:G9]", "see G2 and [G:G9]"],
    ["none", "[System]", "[System]"],
  ])("at %s: %j is %j", (uid, text, shown) => {
    expect(interpolated(shop, uid, text)).toBe(shown);
  });

  test("shows values that are no texts, and lists with commas", () => {
    const tags: readonly Tag[] = [
      { name: "N", value: 70 },
      { name: "L", value: ["a", 1] },
      { name: "M", value: { a: [1, 2], b: { c: true }, d: null } },
      { name: "T", value: { en: "the teacher", ja: "教員" } },
    ];
    const whole: DCase = {
      module: { name: "" },
      nodes: [{ uid: "1", label: "G1", type: "goal", text: "", tags }],
      edges: [],
    };
    expect(interpolated(whole, "1", "[N] [L] [M]")).toBe("70 a, 1 a: (1, 2), b: (c: true), d:");
    expect(interpolated(whole, "1", "{N} {L} {M} {M.a} [T]")).toBe(
      "70 a, 1 a: (1, 2), b: (c: true), d: 1, 2 the teacher",
    );
    expect(interpolated(whole, "1", "[L]と{M}と[T]", "ja")).toBe("a、1とa: (1、2)、b: (c: true)、d:と教員");
  });

  test("is looked at once, however many brackets it has", () => {
    const text = "[".repeat(200_000);
    expect(interpolated(shop, "g1", text)).toBe(text);
    expect(interpolated(shop, "g1", "[a".repeat(100_000)).length).toBe(200_000);
  });
});

describe("a list", () => {
  test.each([
    ["A, B", ["A", "B"]],
    ["A、B，C", ["A", "B", "C"]],
    ["A,, ", ["A"]],
    ["", []],
    [
      ["x", 1],
      ["x", 1],
    ],
    [7, [7]],
    [null, []],
  ])("%j has the parts %j", (value, parts) => {
    expect(listOf(value)).toEqual(parts);
  });
});

describe("names in braces", () => {
  const whole: DCase = {
    module: {
      name: "shop",
      language: "en",
      parameters: [
        { name: "SHOP", type: "String", value: { en: "the shop", ja: "店" } },
        { name: "DISKS", type: "List", value: ["sda", "sdb"] },
        { name: "OPEN", type: "Int" },
      ],
    },
    nodes: [
      { uid: "g1", label: "G1", type: "goal", text: "" },
      {
        uid: "c1",
        label: "C1",
        type: "context",
        text: "",
        tags: [{ name: "SERVER", value: { name: "web1", limit: 4 } }],
      },
      { uid: "g9", label: "G9", type: "goal", text: "" },
    ],
    edges: [{ kind: "inContextOf", from: "g1", to: "c1" }],
  };

  test.each([
    ["{SHOP} has {DISKS}", "the shop has sda, sdb"],
    ["{SERVER} bears {SERVER.limit}", "web1 bears 4"],
    ["{OPEN}, {NONE}, {SERVER.none} and @{SHOP} stay", "{OPEN}, {NONE}, {SERVER.none} and @{SHOP} stay"],
    ["[SHOP.x] {SHOP} []", "[SHOP.x] the shop []"],
  ])("%s", (text, shown) => {
    expect(interpolated(whole, "g1", text)).toBe(shown);
  });

  test("have the value of a text's language, with no blank beside Japanese", () => {
    expect(interpolated(whole, "g1", "{SHOP} が答える", "ja")).toBe("店が答える");
  });

  test("have the values of where they stand, and the module's everywhere", () => {
    expect(interpolated(whole, "g9", "{SERVER.name} of {SHOP}")).toBe("{SERVER.name} of the shop");
    expect(interpolated(whole, "", "About {SHOP}")).toBe("About the shop");
  });
});
