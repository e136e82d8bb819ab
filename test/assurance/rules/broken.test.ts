// Whatever a case is like, checking it ends with findings, and never with a throw.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  allRules,
  type CaseEdge,
  type CaseNode,
  checkCases,
  type DCase,
  doubtsOf,
  gsn2xLine,
  type ModuleInfo,
  type Profile,
  profileNames,
} from "../../../src/assurance/index.ts";
import { files } from "./made.ts";

const types = [
  "goal",
  "strategy",
  "evidence",
  "context",
  "assumption",
  "justification",
  "counterGoal",
  "counterEvidence",
] as const;
const kinds = ["monitor", "action", "parameter", "external", "module", "contract", "pattern", "risk"] as const;

/** Few names, so that many are twice, and many are missing. */
const name = fc.oneof(
  fc.constantFrom("G1", "G2", "G3", "S1", "Sn1", "Sn2", "C1", "CG1", "A, B", "", "__proto__", "constructor", "{X}"),
  fc.string({ unit: "binary", maxLength: 4 }),
);
const text = fc.oneof(
  fc.constantFrom("", "Performance", "適切に {X} など", "The {X} is acceptable", "{"),
  fc.string({ unit: "binary" }),
);
const flag = fc.boolean();
const parameter = fc.record(
  {
    name,
    type: fc.constantFrom("String", "Int", "Double", "Boolean", "Duration", "List"),
    value: fc.jsonValue(),
    range: fc.tuple(fc.oneof(fc.double(), name), fc.oneof(fc.double(), name)),
    choices: fc.array(fc.jsonValue(), { maxLength: 2 }),
  },
  { requiredKeys: ["name", "type"] },
);
const compare = fc.record({
  kind: fc.constant("compare"),
  is: fc.constantFrom("==", "<"),
  left: fc.record({ kind: fc.constant("field"), path: name }),
  right: fc.record({ kind: fc.constant("value"), value: fc.double() }),
});
const condition = fc.oneof(compare, fc.record({ kind: fc.constant("and"), of: fc.array(compare, { maxLength: 2 }) }));

const node = fc.record(
  {
    uid: name,
    label: name,
    type: fc.constantFrom(...types),
    text,
    kind: fc.constantFrom(...kinds),
    translations: fc.dictionary(fc.oneof(fc.constantFrom("ja", "en"), name), text, { maxKeys: 3 }),
    undeveloped: flag,
    uninstantiated: flag,
    defeated: flag,
    owner: name,
    validUntil: fc.oneof(fc.constantFrom("2027-02-30", "2026-01-01"), name),
    tags: fc.array(fc.record({ name, value: fc.jsonValue() }), { maxLength: 2 }),
    parameters: fc.array(parameter, { maxLength: 3 }),
    attachments: fc.array(fc.record({ name, digest: name }), { maxLength: 2 }),
    evidence: fc.record(
      { by: fc.constantFrom("test", "review"), of: name, maxAge: name, expects: condition },
      { requiredKeys: ["by"] },
    ),
    monitor: fc.record({ metric: name, condition, window: name }, { requiredKeys: ["metric", "condition"] }),
    away: fc.record({ module: fc.constantFrom("m0", "m1", "none"), node: name }),
    claimPoints: fc.array(fc.record({ name, at: fc.array(name, { maxLength: 2 }) }), { maxLength: 2 }),
    choices: fc.array(
      fc.record({ of: fc.array(name, { maxLength: 3 }), least: fc.integer(), most: fc.double(), by: name }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ["uid", "label", "type", "text"] },
);
const edge = fc.record(
  {
    kind: fc.constantFrom("supportedBy", "supportedBy", "inContextOf", "challenges", "responsibility"),
    from: name,
    to: fc.oneof({ weight: 4, arbitrary: name }, { weight: 1, arbitrary: fc.record({ from: name, to: name }) }),
    defeated: flag,
    optional: flag,
    repeats: fc.record({ least: fc.integer(), most: fc.integer(), each: name, as: name }, { requiredKeys: ["least"] }),
  },
  { requiredKeys: ["kind", "from", "to"] },
);
const info = fc.record(
  {
    name: fc.constantFrom("m0", "m1", ""),
    language: fc.constantFrom("ja", "en"),
    uses: fc.array(fc.oneof(fc.constantFrom("m0.dcase.yaml", "../x"), name), { maxLength: 2 }),
    extends: fc.array(
      fc.record({ module: fc.constantFrom("m0", "m1", "none"), develops: fc.dictionary(name, fc.array(name)) }),
      { maxLength: 2 },
    ),
    parameters: fc.array(parameter, { maxLength: 3 }),
    agree: fc.dictionary(name, fc.double(), { maxKeys: 2 }),
    publishes: fc.array(name, { maxLength: 2 }),
  },
  { requiredKeys: ["name"] },
);

const anyCase: fc.Arbitrary<DCase> = fc.record({
  module: info as unknown as fc.Arbitrary<ModuleInfo>,
  nodes: fc.array(node, { maxLength: 12 }) as unknown as fc.Arbitrary<readonly CaseNode[]>,
  edges: fc.array(edge, { maxLength: 25 }) as unknown as fc.Arbitrary<readonly CaseEdge[]>,
});
const profile: fc.Arbitrary<Profile> = fc.constantFrom(...profileNames);

const ids = new Set<string>(allRules.map(({ id }) => id));

describe("any case", () => {
  it("is checked without a throw, and all that is said of it is whole", () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 3 }), profile, (cases, name) => {
        const options = { profile: name, today: "2027-01-01", roles: ["operator"], files: new Set(["x"]) };
        const found = checkCases(files(...cases), { ...options, also: ["COR-03", "DIA-09"] });
        for (const each of found) {
          expect(ids.has(each.rule)).toBe(true);
          expect(each.message.length).toBeGreaterThan(5);
          expect(each.level).toMatch(/^(?:error|warning|advice)$/);
          expect(gsn2xLine(each) ?? "Error: ").toMatch(/^(?:Error|Warning): /);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("has doubts that end, each at what began it", () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 2 }), name, (cases, marked) => {
        for (const doubt of doubtsOf(cases, [{ uid: marked, says: "it failed" }]).values()) {
          expect(doubt.how === "below").toBe(doubt.because !== undefined);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("has no circle left, once each link that closes one is taken out", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 40 }), (pairs) => {
        const nodes = Array.from({ length: 10 }, (_, index): CaseNode => {
          return { uid: `u${index}`, label: `G${index}`, type: "goal", text: "x" };
        });
        let edges = [...new Set(pairs.filter(([a, b]) => a !== b).map((pair) => pair.join(" ")))].map(
          (pair): CaseEdge => {
            const [from, to] = pair.split(" ");
            return { kind: "supportedBy", from: `u${from}`, to: `u${to}` };
          },
        );
        const circles = () =>
          checkCases(files({ module: { name: "m" }, nodes, edges }), { only: ["COR-12"] }).map(({ message }) =>
            message.replace(/^.*: /, "").replaceAll(/[`G]/g, "").split(" → "),
          );
        const before = circles();
        for (const way of before) {
          expect(way[0]).toBe(way.at(-1));
          edges = edges.filter(({ from, to }) => from !== `u${way.at(-2)}` || to !== `u${way.at(-1)}`);
        }
        expect(circles()).toEqual([]);
      }),
    );
  });
});
