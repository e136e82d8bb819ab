// The lines of gsn2x, word for word: tools read them.
import { describe, expect, it, test } from "vitest";
import { type CheckOptions, checkCases, type DCase, gsn2xLine, gsn2xSays } from "../../../src/assurance/index.ts";
import { files, made } from "./made.ts";

/** What is printed for modules in the profile gsn2x. */
function lines(cases: readonly DCase[], options: CheckOptions = {}): readonly string[] {
  return checkCases(files(...cases), { profile: "gsn2x", ...options }).flatMap(
    (each) => gsn2xLine(each)?.split("\n") ?? [],
  );
}

const plain = { undeveloped: true } as const;

describe("in the profile gsn2x", () => {
  test.each<[string, DCase, readonly string[]]>([
    ["a goal without support", made({ G1: {} }), ["Warning: (test) V02: Element G1 is undeveloped."]],
    [
      "a strategy without support",
      made({ G1: { supportedBy: ["S1"] }, S1: {} }),
      ["Warning: (test) V02: Element S1 is undeveloped."],
    ],
    [
      "an undeveloped goal with support",
      made({ G1: { undeveloped: true, supportedBy: ["Sn1"] }, Sn1: {} }),
      ["Error: (test) V03: Undeveloped element G1 has supporting arguments."],
    ],
    [
      "a context among the support",
      made({ G1: { supportedBy: ["C1"] }, C1: {} }),
      ["Error: (test) V04: Element G1 has invalid type of reference C1 in supported by element."],
    ],
    [
      "a goal among the contexts",
      made({ G1: { ...plain, inContextOf: ["G2"] }, G2: plain }),
      ["Error: (test) V04: Element G1 has invalid type of reference G2 in context."],
    ],
    [
      "evidence with support",
      made({ G1: { supportedBy: ["Sn1"] }, Sn1: { supportedBy: ["G2"] }, G2: plain }),
      ["Error: (test) V04: Element Sn1 has invalid type of reference G2 in supported by element."],
    ],
    [
      "the same twice",
      made({ G1: { supportedBy: ["Sn1", "Sn1"], inContextOf: ["C1", "C1"] }, Sn1: {}, C1: {} }),
      [
        "Warning: (test) V05: Element G1 has duplicate entry Sn1 in supported by element.",
        "Warning: (test) V05: Element G1 has duplicate entry C1 in context.",
      ],
    ],
    [
      "a node among its own contexts, and another above it",
      made({ G0: { supportedBy: ["G1"] }, G1: { ...plain, inContextOf: ["G1"] } }),
      ["Error: (test) V06: Element G1 references itself in context."],
    ],
    [
      "a claim point elsewhere",
      made({ G1: { ...plain, claimPoints: [{ name: "ACP1", at: ["G3"] }] } }),
      [
        "Error: (test) V09: Element G1 has an assurance claim point ACP1 that references G3, but this is neither its own ID nor any of the connected elements.",
      ],
    ],
    [
      "something defeated by nobody",
      made({ G1: { ...plain, defeated: true } }),
      ["Error: (test) V10: Element G1 is marked as defeated, but no other element challenges it."],
    ],
    [
      "a goal that challenges",
      made({ G1: plain, C1: { challenges: ["G1"] } }),
      ["Error: (test) V12: C1 is not a CounterGoal nor CounterSolution but challenges another element or relation."],
    ],
    [
      "two tops",
      made({ G2: plain, G1: plain }),
      ["Warning: C01: There is more than one unreferenced element: G1, G2."],
    ],
    [
      "a top that is no goal",
      made({ S1: { supportedBy: ["G1"] }, G1: plain }),
      ["Error: C02: The root element should be a goal, but S1 was found."],
    ],
    [
      "references to nothing",
      made({ G1: { supportedBy: ["Sn1"], inContextOf: ["C1"] } }),
      [
        'Error: (test) C03: Element G1 has unresolved "supported by" element: Sn1',
        'Error: (test) C03: Element G1 has unresolved "in context of" element: C1',
      ],
    ],
    [
      "a circle",
      made({ G1: { supportedBy: ["G2"] }, G2: { supportedBy: ["G3"] }, G3: { supportedBy: ["G2"] } }),
      ["Error: C04: Cycle detected at element G2. Cycle is G2 -> G3 -> G2."],
    ],
    [
      "a circle without a top",
      made({ G1: { supportedBy: ["G2"] }, G2: { supportedBy: ["G1"] } }),
      [
        "Error: C01: There are no unreferenced elements found.",
        "Error: C04: Cycle detected at element G1. Cycle is G1 -> G2 -> G1.",
      ],
    ],
    [
      "what the top does not lead to",
      made({ G1: plain, G2: { supportedBy: ["G3"] }, G3: { supportedBy: ["G2"] } }),
      [
        "Error: C08: The following element(s) are not reachable from the root element(s) (G1): G2, G3",
        "Error: C04: Cycle detected at element G2. Cycle is G2 -> G3 -> G2.",
      ],
    ],
    [
      "a list as one text",
      made({ G1: { supportedBy: ["G2, G3"] }, G2: plain, G3: plain }),
      [
        'Error: (test) C03: Element G1 has unresolved "supported by" element: G2, G3',
        'Warning: (test) C11: Unresolved "supported by" element of G1 may be actually a list: G2, G3. Try writing [G2, G3] instead.',
        "Warning: C01: There is more than one unreferenced element: G1, G2, G3.",
      ],
    ],
    [
      "challenges that miss",
      made({
        G1: { supportedBy: ["Sn1"] },
        Sn1: {},
        CG1: { challenges: ["G9"] },
        CG2: { challenges: ["G1 -> Sn9"] },
        CG3: { challenges: ["CG3"] },
        CG4: { challenges: ["G1 -> G1"] },
        CG5: { challenges: ["Sn1 -> CG1"] },
      }),
      [
        "Error: (test) C14: Element CG1 challenges element G9, but it does not exist.",
        "Error: (test) C12: Element CG2 challenges a relation, but element Sn9 of the relation does not exist.",
        "Error: (test) C13: Element CG3 challenges itself.",
        "Error: (test) C15: Element CG4 challenges a relation with both ends pointing to G1.",
        "Error: (test) C16: Element CG5 challenges a relation, but the referenced elements CG1 and Sn1 do not have a relation.",
      ],
    ],
  ])("says %s", (_, whole, expected) => {
    const said = lines([whole]);
    for (const line of expected) expect(said).toContain(line);
    expect(said.filter((line) => !expected.includes(line) && !line.includes(" C08: "))).toEqual([]);
  });

  it("says what is wrong between modules", () => {
    const first = made({ G1: { supportedBy: ["G2"] }, G2: plain, G3: plain }, { name: "one" });
    const second = made(
      { G2: plain, C5: {} },
      {
        name: "two",
        extends: [
          { module: "none", develops: {} },
          { module: "one", develops: { G3: ["G8", "C5"], G1: ["G2"], G9: ["G2"], C5: ["G2"] } },
        ],
      },
    );
    const said = lines([first, second, made({ G7: plain }, { name: "one" })]);
    expect(said).toEqual(
      expect.arrayContaining([
        "Error: (one) C06: Module in one.dcase.yaml was already present in one.dcase.yaml provided by command line.",
        "Error: (two) C07: Element G2 in two.dcase.yaml was already present in one.",
        "Error: (two) C09: Module none is not found, but is supposed to be extended by module two.",
        "Error: (two) V07: Element G8 in module two supposed to develop G3 in module one does not exist.",
        "Error: (two) V07: Element C5 is of wrong type. Only Strategies, Goals and Solutions can develop other Goals and Strategies.",
        "Error: (two) C10: Element G1 is not undeveloped, but is supposed to be extended by G2.",
        "Error: (two) C10: Element G9 does not exist, but is supposed to be extended by G2.",
        "Error: (two) C10: Element C5 does not exist in module one, but is supposed to be extended by G2.",
      ]),
    );
  });

  it("says what gsn2x says only when it is asked to, when it is asked to", () => {
    const whole = made({ Sn1: { type: "goal", ...plain }, CG1: { challenges: ["Sn1"] } });
    expect(lines([whole])).toEqual([]);
    expect(lines([whole], { also: ["COR-03", "DIA-09"] })).toEqual([
      "Warning: (test) V08: Element Sn1 has type Goal, but ID indicates type Solution",
      "Warning: (test) V11: Dialectic extension is used. See elements: CG1",
    ]);
  });

  it("says nothing of a sound case", () => {
    const whole = made({
      G1: { supportedBy: ["S1"], inContextOf: ["C1"] },
      S1: { supportedBy: ["G2", "G3"] },
      G2: { supportedBy: ["Sn1"] },
      G3: plain,
      C1: {},
      Sn1: {},
    });
    expect(lines([whole])).toEqual([]);
  });
});

describe("the other profiles", () => {
  it("have the same lines, where gsn2x has one", () => {
    const found = checkCases(files(made({ G1: { text: "" } })), { profile: "gate" });
    expect(found.flatMap((each) => gsn2xLine(each) ?? [])).toEqual(["Warning: (test) V02: Element G1 is undeveloped."]);
    expect(found.find(({ rule }) => rule === "TXT-01")?.gsn2x).toEqual([]);
  });
});

test("what only a reader can say has its words as well", () => {
  expect(gsn2xLine({ gsn2x: [gsn2xSays.V01("test", "X1"), gsn2xSays.V13("test", "G1", "G2")] })).toBe(
    "Error: (test) V01: Element X1 is of unknown type. Please see documentation for supported types\n" +
      "Error: (test) V13: Relation from G1 to G2 is marked as defeated, but G1 has no relation to G2.",
  );
});
