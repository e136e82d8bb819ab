// What single rules do at their edges, beyond the smallest case of each.
import { describe, expect, it, test } from "vitest";
import { type CheckOptions, checkCases, type DCase, pathFrom } from "../../../src/assurance/index.ts";
import { files, made, type Short } from "./made.ts";

const said = (id: string, whole: DCase | readonly DCase[], options: CheckOptions = {}) =>
  checkCases(files(...[whole].flat()), { only: [id], ...options }).map(({ message }) => message);
const open = { undeveloped: true } as const;

describe("circles (COR-12)", () => {
  it("are said once each, with their ways", () => {
    const whole = made({
      G1: { supportedBy: ["G2", "G4"] },
      G2: { supportedBy: ["G3"] },
      G3: { supportedBy: ["G2"] },
      G4: { inContextOf: ["C1"], supportedBy: ["G4"] },
      C1: { supportedBy: ["G1"] },
    });
    expect(said("COR-12", whole)).toEqual([
      "the argument goes in a circle: `G2` → `G3` → `G2`",
      "the argument goes in a circle: `G1` → `G4` → `C1` → `G1`",
    ]);
  });

  it("show the ends of a long way", () => {
    const labels = Array.from({ length: 500 }, (_, index) => `G${index}`);
    const whole = made(labels.map((label, index) => ({ label, supportedBy: [`G${(index + 1) % 500}`] })));
    expect(said("COR-12", whole)).toEqual([
      "the argument goes in a circle: `G0` → `G1` → `G2` → `G3` → `G4` → … → `G499` → `G0`",
    ]);
  });
});

describe("references (COR-05)", () => {
  it("lead to nodes of other modules by label", () => {
    const whole = [
      made({ G1: { supportedBy: ["G2"] } }, { name: "a" }),
      made({ G2: { uid: "x", ...open } }, { name: "b" }),
    ];
    expect(said("COR", whole)).toEqual([]);
  });

  it("are never meant for the node itself", () => {
    const helpOf = (whole: DCase) => checkCases(files(whole), { only: ["COR-05"] }).map(({ help }) => help);
    expect(helpOf(made({ G1: { supportedBy: ["G3"] }, G2: {} }))).toEqual(["did you mean `G2`?"]);
    expect(helpOf(made({ G1: { supportedBy: ["G3"] } }))).toEqual(["write the node, or take the reference out"]);
  });

  it("of each kind say what they are", () => {
    const whole = made({ G1: { supportedBy: ["x"], inContextOf: ["y"], responsibility: ["z"] } });
    expect(said("COR-05", whole)).toEqual([
      "`G1` is supported by `x`, which does not exist",
      "`G1` is stated with `y`, which does not exist",
      "`G1` is responsible for `z`, which does not exist",
    ]);
  });
});

describe("tops (COR-13)", () => {
  it("are looked for over all modules together", () => {
    const away = made({ G1: { supportedBy: ["G2"] }, G2: { away: { module: "b", node: "G5" } } }, { name: "a" });
    const develops = { name: "c", extends: [{ module: "b", develops: { G6: ["G7"] } }] };
    const whole = [away, made({ G5: { supportedBy: ["G6"] }, G6: open }, { name: "b" }), made({ G7: open }, develops)];
    expect(said("COR-13", whole)).toEqual([]);
    expect(said("ARG-04", whole, { profile: "gate" })).toEqual(["`G7` is still undeveloped"]);
  });

  it("are no challengers, and nothing that only has a role", () => {
    expect(said("COR-13", made({ G1: open, CG1: { challenges: ["G1"] } }))).toEqual([]);
  });
});

describe("modules", () => {
  test.each([
    ["a/b.yaml", "c.yaml", "a/c.yaml"],
    ["a/b.yaml", "../c.yaml", "c.yaml"],
    ["b.yaml", "../c.yaml", "../c.yaml"],
    ["/a/b.yaml", "./d//c.yaml", "/a/d/c.yaml"],
    ["a/b.yaml", "/c.yaml", "/c.yaml"],
    ["", "c.yaml", "c.yaml"],
  ])("%s that uses %s uses %s", (file, used, expected) => {
    expect(pathFrom(file, used)).toBe(expected);
  });

  it("say their circle once (MOD-07)", () => {
    const module = (name: string, uses: readonly string[]) => made({ [`G${name}`]: open }, { name, uses });
    const whole = [
      module("a", ["b.dcase.yaml"]),
      module("b", ["c.dcase.yaml", "gone.dcase.yaml"]),
      module("c", ["./b.dcase.yaml"]),
    ];
    expect(said("MOD-07", whole)).toEqual(["modules use each other in a circle: `b` → `c` → `b`"]);
  });

  it("may repeat the label of what a node stands for (MOD-02)", () => {
    const away: Short = { away: { module: "b", node: "G1" } };
    expect(said("MOD-02", [made({ G1: away }, { name: "a" }), made({ G1: open }, { name: "b" })])).toEqual([]);
    expect(said("MOD-02", [made({ G1: open }, { name: "b" }), made({ G1: away }, { name: "a" })])).toEqual([]);
    expect(said("MOD-02", [made({ G1: open }, { name: "a" }), made({ G1: open }, { name: "b" })]).length).toBe(1);
  });
});

describe("values of parameters", () => {
  const parameter = (type: string, rest: object) =>
    said("PAT", made({ G1: open }, { parameters: [{ name: "X", type, ...rest } as never] }), { off: ["PAT-09"] });

  test.each<[string, object, readonly string[]]>([
    ["Int", { value: 3 }, []],
    ["Int", { value: 3.5 }, ["the parameter `X` is of the type Int, but its value is `3.5`"]],
    ["Int", { value: "3" }, ["the parameter `X` is of the type Int, but its value is `3`"]],
    ["Double", { value: 0.5, range: [0, 1] }, []],
    ["Double", { value: 1.5, range: [0, 1] }, ["the value of `X` is outside of its range: `1.5`, not `0` to `1`"]],
    ["Duration", { value: "90m", range: ["1h", "2h"] }, []],
    [
      "Duration",
      { value: "3h", range: ["1h", "2h"] },
      ["the value of `X` is outside of its range: `3h`, not `1h` to `2h`"],
    ],
    ["Duration", { range: ["2h", "1h"] }, ["the range of `X` is empty: `2h` to `1h`"]],
    ["Duration", { range: [1, 2] }, ["the range of `X` has ends that are not of the type Duration"]],
    ["Boolean", { value: true, range: [0, 1] }, ["the range of `X` has ends that are not of the type Boolean"]],
    ["List", { value: [] }, []],
    ["List", { value: {} }, ["the parameter `X` is of the type List, but its value is `{}`"]],
    ["String", { value: null }, ["the parameter `X` is of the type String, but its value is `null`"]],
    ["List", { value: [1], choices: [[1], [2]] }, []],
    ["String", { value: "c", choices: ["a", "b"] }, ["the value of `X` is none of its choices: `c`"]],
  ])("%s %j", (type, rest, expected) => {
    expect(parameter(type, rest).filter((message) => !message.includes("no value"))).toEqual(expected);
  });

  it("bear values in values, thousands deep", () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(parameter("String", { value: deep, choices: [["a"]] }).length).toBe(2);
  });
});

describe("placeholders (PAT-01)", () => {
  const unfilled = (text: string, module = {}) =>
    said("PAT-01", made({ G1: { text, tags: [{ name: "TAG", value: 1 }] } }, module));

  test.each([
    [
      "{A} and {system X}",
      [
        "`G1` has the placeholder `{A}`, which nothing fills",
        "`G1` has the placeholder `{system X}`, which nothing fills",
      ],
    ],
    ["{温度} と {TAG}", ["`G1` has the placeholder `{温度}`, which nothing fills"]],
    ['{"a": 1}, { x }, {1}, {}', []],
  ])("%s", (text, expected) => {
    expect(unfilled(text)).toEqual(expected);
  });

  it("of a pattern are its parameters", () => {
    const pattern = { parameters: [{ name: "SYSTEM", type: "String" as const }] };
    expect(unfilled("{SYSTEM} works", pattern)).toEqual([]);
    const [found] = checkCases(files(made({ G1: { text: "{SYSTM} works" } }, pattern)), { only: ["PAT-01"] });
    expect([found?.message, found?.help]).toEqual([
      "`G1` has the placeholder `{SYSTM}`, but no parameter has that name",
      "did you mean `SYSTEM`?",
    ]);
  });
});

describe("evidence", () => {
  const evidence = (node: Short, options: CheckOptions = {}) =>
    said("EVI", made({ G1: { supportedBy: ["Sn1"] }, Sn1: node }), options);

  it("of a person or document may hold until a day instead of having an age (EVI-02)", () => {
    const review: Short = { evidence: { by: "review", of: "minutes" } };
    expect(evidence(review)).toEqual(["the evidence `Sn1` does not say how old it may be"]);
    expect(evidence({ ...review, validUntil: "2028-02-29" })).toEqual([]);
    expect(evidence({ evidence: { by: "test", of: "x" }, validUntil: "2028-02-29" }).length).toBe(1);
  });

  test.each([
    ["2027-02-29", "`Sn1` is to hold until `2027-02-29`, which is no day"],
    ["2027-1-1", "`Sn1` is to hold until `2027-1-1`, which is no day"],
    ["2026-12-31", "what `Sn1` says held until 2026-12-31"],
    ["2027-01-01", undefined],
  ])("that holds until %s (EVI-04, EVI-05)", (validUntil, expected) => {
    const node: Short = { validUntil, evidence: { by: "document", of: "x" } };
    expect(evidence(node, { today: "2027-01-01" })).toEqual(expected === undefined ? [] : [expected]);
  });

  it("has conditions of which each part measures something (EVI-08)", () => {
    const compare = (path?: string) => ({
      kind: "compare" as const,
      is: "<" as const,
      left: path === undefined ? { kind: "value" as const, value: 1 } : { kind: "field" as const, path },
      right: { kind: "value" as const, value: 2 },
    });
    const expects = (condition: object) =>
      evidence({ evidence: { by: "load", of: "x", maxAge: "1d", expects: condition as never } }).length;
    expect(expects({ kind: "and", of: [compare("a"), { kind: "not", of: compare("b") }] })).toBe(0);
    expect(expects({ kind: "or", of: [compare("a"), compare()] })).toBe(1);
    expect(expects({ kind: "and", of: [] })).toBe(1);
  });
});

describe("owners (OWN-01)", () => {
  it("answer for what is below them, and only the topmost goal without one is said", () => {
    const whole = made({
      G1: { supportedBy: ["S1"] },
      S1: { supportedBy: ["G2", "G3"] },
      G2: { owner: "operator", supportedBy: ["G4"] },
      G3: { supportedBy: ["G5"] },
      G4: open,
      G5: open,
    });
    expect(said("OWN-01", whole)).toEqual(["nobody answers for `G1`"]);
    expect(said("OWN-01", made({ G1: open }))).toEqual([]);
    expect(said("OWN-01", made({ G1: open }), { profile: "gate" })).toEqual(["nobody answers for `G1`"]);
  });
});

describe("vague words (TXT-03)", () => {
  const vague = (text: string, rest: Short = {}) =>
    said("TXT-03", made({ G1: { text, ...rest }, C1: { text: "Acceptable: less than one failure in a year" } }));

  test.each([
    ["The risk is acceptable", "`acceptable`"],
    ["Logs are kept as long as possible, and so on", "`as long as possible`, `and so on`"],
    ["適切に監視し、必要に応じて通知する", "`適切に`, `必要に応じて`"],
    ["CPU、メモリ等の資源が十分にある", "`等の`, `十分に`"],
  ])("%s", (text, words) => {
    expect(vague(text)).toEqual([`\`G1\` leaves open how much is claimed: ${words}`]);
  });

  test.each([
    "The server answers within 2 s",
    "対等の立場で合意する",
    "Inappropriateness is impossible",
    "平等に配分する",
  ])("not %s", (text) => {
    expect(vague(text)).toEqual([]);
  });

  it("are settled by a context that defines them, and looked for in translations", () => {
    expect(vague("The risk is acceptable", { inContextOf: ["C1"] })).toEqual([]);
    expect(vague("The risk is low", { translations: { ja: "リスクは十分に低い" } }).length).toBe(1);
  });
});

describe("headings (TXT-04)", () => {
  const isSaid = (text: string) => said("TXT-04", made({ G1: { text } })).length === 1;

  test.each(["Performance", "Fault tolerance", "Memory exhaustion", "性能", "サーバー", "安全性の確保"])(
    "are %s",
    (text) => {
      expect(isSaid(text)).toBe(true);
    },
  );

  test.each([
    "The server answers",
    "Backups work",
    "Data is safe",
    "Nothing lost.",
    "{SYSTEM} safety",
    "Every fault of the network card is seen",
    "サーバーは停止しない",
    "リスクは許容可能",
    "データを失わない",
    "バックアップが完了している",
    "応答時間 2 秒以内",
  ])("are not %s", (text) => {
    expect(isSaid(text)).toBe(false);
  });
});
