// Patterns are made into cases: parameters, repetitions, choices, and the record of what a node was made from.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DCase, instantiate, type Json } from "../../../src/assurance/index.ts";
import { caseOf, linesOf, roundTrip } from "./reading.ts";

const servers = caseOf(`
module:
  name: servers
  dcase:
    parameters:
      SYSTEM: { type: String, says: the system that is watched }
      SERVERS: { type: List, says: its servers }
      LIMIT: { type: Double, value: 0.8, range: [0, 1] }
G1: { text: "{SYSTEM} is watched", supportedBy: [S1], inContextOf: [C1], dcase: { texts: { ja: "{SYSTEM} を見ている" } } }
S1: { text: "Over {SERVERS}", supportedBy: [G2], dcase: { links: { G2: { repeats: 1..*, each: SERVERS, as: SERVER } } } }
G2: { text: "{SERVER} is watched", supportedBy: [Sn1], inContextOf: [C1, C2] }
C1: { text: "All of {SYSTEM}" }
C2: { text: "The rules of watching" }
Sn1: { text: "Load of {SERVER}", dcase: { monitor: { metric: "load_{SERVER}", condition: 'max(load) <= "{LIMIT}"' } } }
CG1: { text: "{SERVER} may hang unseen", challenges: G2 }
`);

describe("an instance", () => {
  test("has the arguments in its texts, and a subtree for each value of a list", () => {
    const made = instantiate(servers, { SYSTEM: "ASPEN", SERVERS: ["web1", "web2"] });
    expect(made.troubles).toEqual([]);
    expect(linesOf(made.case)).toEqual([
      "G1: ASPEN is watched → S1 C1",
      "S1: Over web1, web2 → G2 G3",
      "G2: web1 is watched → Sn1 C1 C2",
      "C2: The rules of watching",
      "Sn1: Load of web1",
      "CG1: web1 may hang unseen → G2",
      "G3: web2 is watched → Sn2 C1 C3",
      "C3: The rules of watching",
      "Sn2: Load of web2",
      "CG2: web2 may hang unseen → G3",
      "C1: All of ASPEN",
    ]);
  });

  test("has its arguments in monitors, where a number stays one", () => {
    const made = instantiate(servers, { SYSTEM: "ASPEN", SERVERS: ["web1"], LIMIT: 0.5 });
    expect(made.case.nodes.find(({ label }) => label === "Sn1")?.monitor).toMatchObject({
      metric: "load_web1",
      condition: { right: { kind: "value", value: 0.5 } },
    });
  });

  test("has texts of its arguments in the language of each text", () => {
    const made = instantiate(servers, { SYSTEM: { en: "the store", ja: "保管庫" }, SERVERS: ["a"] });
    const root = made.case.nodes[0];
    expect([root?.text, root?.translations?.["ja"]]).toEqual(["the store is watched", "保管庫を見ている"]);
  });

  test("records what it was made from: all arguments at the roots, elsewhere those that are used", () => {
    const made = instantiate(
      servers,
      { SYSTEM: "ASPEN", SERVERS: ["web1", "web 2"] },
      { digest: "sha256:00", as: "web" },
    );
    expect(made.case.module.instance).toEqual({
      pattern: "servers",
      digest: "sha256:00",
      arguments: { SYSTEM: "ASPEN", SERVERS: ["web1", "web 2"] },
    });
    const [root, , goal] = made.case.nodes;
    expect([root?.uid, root?.instance?.arguments]).toEqual(["web:G1", { SYSTEM: "ASPEN", SERVERS: ["web1", "web 2"] }]);
    expect([goal?.uid, goal?.instance]).toEqual([
      "web:G2[web1]",
      { pattern: "servers", digest: "sha256:00", arguments: { SERVER: "web1" }, node: "G2" },
    ]);
    expect(made.case.module.parameters?.map(({ name, value }) => [name, value])).toEqual([
      ["SYSTEM", "ASPEN"],
      ["SERVERS", ["web1", "web 2"]],
      ["LIMIT", 0.8],
    ]);
  });

  test("names what is missing, unknown, wrong and out of range, with the next step", () => {
    const made = instantiate(servers, { SISTEM: "x", SERVERS: "web1", LIMIT: 80 });
    expect(made.troubles.map(({ message, help }) => `${message}; ${help}`)).toEqual([
      "the pattern servers has no parameter SISTEM; did you mean SYSTEM?",
      'the argument SERVERS is a list of values, not "web1"; give SERVERS=…: its servers',
      "the argument LIMIT is from 0 to 1, not 80; give a value of type Double: LIMIT=…",
      "the argument SYSTEM is missing; give SYSTEM=…: the system that is watched",
    ]);
  });

  test("keeps the placeholders that nothing fills, in nodes that are marked so", () => {
    const made = instantiate(servers, { SYSTEM: "ASPEN" });
    expect(linesOf(made.case).slice(0, 3)).toEqual([
      "G1: ASPEN is watched → S1 C1",
      "S1: Over {SERVERS} ◇ → G2",
      "G2: {SERVER} is watched ◇ → Sn1 C1 C2",
    ]);
    expect(made.case.edges.find(({ repeats }) => repeats !== undefined)?.repeats).toMatchObject({ each: "SERVERS" });
  });

  test("tells of a placeholder that no parameter has, and leaves D-Script's own alone", () => {
    const made = instantiate(caseOf('G1: { text: "{WHO} keeps @{KEY} and ${name}", undeveloped: true }'), {});
    expect(made.troubles.map(({ message }) => message)).toEqual(["nothing fills {WHO} in G1 of the pattern"]);
    expect(linesOf(made.case)).toEqual(["G1: {WHO} keeps @{KEY} and ${name} ◇ △"]);
  });

  test("does not fill what an argument brings", () => {
    const made = instantiate(servers, { SYSTEM: "{SERVERS}", SERVERS: ["{SYSTEM}"] });
    expect(made.troubles).toEqual([]);
    expect(linesOf(made.case)[0]).toBe("G1: {SERVERS} is watched → S1 C1");
  });
});

const matrix = caseOf(`
module: { name: matrix, dcase: { parameters: { ACTIONS: { type: List } } } }
G1: { text: All, supportedBy: [G2], dcase: { links: { G2: { each: ACTIONS, as: ACTION } } } }
G2:
  text: "{ACTION.name} does no harm"
  supportedBy: [G3]
  dcase: { links: { G3: { each: ACTION.faults, as: FAULT, repeats: 0..* } } }
G3:
  text: "{FAULT.name} of {ACTION.name} is dealt with"
  supportedBy: [G4, G5]
  dcase: { choices: [{ of: [G4, G5], by: FAULT.how }] }
G4: { text: "{FAULT.name} is taken back", undeveloped: true }
G5: { text: "{FAULT.name} is told", undeveloped: true }
`);

describe("repetitions within repetitions", () => {
  const copying = {
    name: "copying",
    faults: [
      { name: "a full disk", how: "G4" },
      { name: "a cut", how: "G5" },
    ],
  };

  test("go by the fields of what they are repeated over, and so do choices", () => {
    const made = instantiate(matrix, { ACTIONS: [copying, { name: "looking", faults: [] }] });
    expect(made.troubles).toEqual([]);
    expect(linesOf(made.case)).toEqual([
      "G1: All → G2 G7",
      "G2: copying does no harm → G3 G6",
      "G3: a full disk of copying is dealt with → G4",
      "G4: a full disk is taken back △",
      "G6: a cut of copying is dealt with → G5",
      "G5: a cut is told △",
      "G7: looking does no harm △",
    ]);
    expect(made.case.nodes[2]?.uid).toBe("matrix:G3[copying][a-full-disk~8036d382]");
  });

  test("tell of a choice that is none, and keep all of its branches", () => {
    const made = instantiate(matrix, { ACTIONS: [{ name: "copying", faults: [{ name: "a cut", how: "G6" }] }] });
    expect(made.troubles).toEqual([
      {
        code: "INS-08",
        message: 'FAULT.how chooses "G6" at G3, which is none of G4, G5',
        help: "did you mean G4?",
      },
    ]);
    expect(linesOf(made.case)[2]).toBe("G3: a cut of copying is dealt with ◇ → G4 G5");
  });

  test("tell of a value that is there twice, and of too few", () => {
    const made = instantiate(servers, { SYSTEM: "x", SERVERS: [] });
    expect(made.troubles.map(({ message }) => message)).toEqual([
      "S1 repeats G2 for at least 1 values of SERVERS, and there are 0",
    ]);
    expect(linesOf(made.case)).toEqual(["G1: x is watched → S1 C1", "S1: Over △", "C1: All of x"]);
    expect(instantiate(servers, { SYSTEM: "x", SERVERS: ["a", "a"] }).troubles.map(({ message }) => message)).toEqual([
      'SERVERS has "a" twice',
    ]);
  });
});

const options = caseOf(`
module: { name: options, dcase: { parameters: { WITH_UPS: { type: Boolean, value: true }, HOW: { type: String, choices: [G3, G4] } } } }
G1:
  text: Power
  supportedBy: [G2, G5]
  dcase: { choices: [{ of: [G2], least: 0, by: WITH_UPS }], links: { G2: { optional: true }, G5: { optional: true } } }
G2: { text: UPS, supportedBy: [G3, G4], dcase: { choices: [{ of: [G3, G4], by: HOW }] } }
G3: { text: One, undeveloped: true }
G4: { text: Two, undeveloped: true }
G5: { text: Generator, undeveloped: true }
`);

describe("what may be left out", () => {
  test("stays unless an argument says otherwise", () => {
    const made = instantiate(options, { HOW: "G4" });
    expect(made.troubles).toEqual([]);
    expect(linesOf(made.case)).toEqual(["G1: Power → G2 G5", "G2: UPS → G4", "G4: Two △", "G5: Generator △"]);
    expect(made.case.edges.some(({ optional }) => optional)).toBe(false);
  });

  test("goes with all that is only below it", () => {
    const made = instantiate(options, { WITH_UPS: false, HOW: "G4" });
    expect(linesOf(made.case)).toEqual(["G1: Power → G5", "G5: Generator △"]);
  });

  test("and a choice that nobody has made is told of once, as a missing argument", () => {
    const made = instantiate(options, {});
    expect(made.troubles.map(({ message }) => message)).toEqual(["the argument HOW is missing"]);
    expect(made.case.nodes[1]).toMatchObject({ uninstantiated: true, choices: [{ of: ["options:G3", "options:G4"] }] });
  });
});

describe("any pattern", () => {
  const texts = fc.constantFrom("{A}", "{X} of {A}", "plain", "{X.y}", "{{B}}", "@{A}", "{");
  const patterns = fc
    .tuple(
      fc.array(texts, { minLength: 1, maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.nat(5)), { maxLength: 16 }),
    )
    .map(
      ([all, links]): DCase => ({
        module: { name: "any", parameters: [{ name: "A", type: "List" }] },
        nodes: all.map((text, at) => ({ uid: `G${at}`, label: `G${at}`, type: "goal", text })),
        edges: links.map(([from, to, how], at) => ({
          kind: how === 0 ? "inContextOf" : how === 1 ? "challenges" : how === 2 ? "responsibility" : "supportedBy",
          from: `G${from % all.length}`,
          to: how === 3 && links[0] !== undefined ? `G${to}` : `G${to % all.length}`,
          // Circles of repetitions make as many nodes as there are combinations.
          ...(how === 4 && at < 6 ? { repeats: { least: 0, each: "A", as: "X" } } : {}),
        })),
      }),
    );
  const values = fc.array(fc.oneof(fc.string(), fc.record({ y: fc.string() }), fc.integer()), { maxLength: 4 });

  test("is made without a fault, with uids and labels that are there once", () => {
    fc.assert(
      fc.property(patterns, values, (pattern, list) => {
        const { case: made } = instantiate(pattern, { A: list as readonly Json[] });
        const [uids, labels] = [made.nodes.map(({ uid }) => uid), made.nodes.map(({ label }) => label)];
        expect(new Set(uids).size).toBe(uids.length);
        expect(new Set(labels).size).toBe(labels.length);
        for (const { from } of made.edges) expect(uids).toContain(from);
      }),
    );
  });

  test("that is made again with the same arguments is the same, and nothing is told", () => {
    fc.assert(
      fc.property(patterns, values, (pattern, list) => {
        const given = { A: list as readonly Json[] };
        const first = roundTrip(instantiate(pattern, given).case);
        const again = instantiate(pattern, given, { into: first });
        expect(again.told).toEqual([]);
        expect(roundTrip(again.case)).toEqual(first);
      }),
    );
  });
});
