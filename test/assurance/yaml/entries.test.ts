// Entries that are read one by one are what the parser of all YAML makes of the whole text.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CaseReading, codecNamed, readCase } from "../../../src/assurance/index.ts";
import { cases } from "../generated-cases.ts";

/** A comment for which a text is read as a whole. */
const asWhole = "#\r";

/** All that a reading says; of what cannot be read, that. */
function said(reading: CaseReading): unknown {
  if (!reading.ok) return "wrong";
  const { places, file, warnings } = reading;
  return {
    case: file.case,
    keys: file.case.nodes.map((node) => Object.keys(node)),
    warnings,
    places: [undefined, ...file.case.nodes.map(({ uid }) => uid), "G77"].map((uid) => [
      places.of(uid),
      ...keys.map((key) => places.of(uid, key)),
      ...file.case.edges.flatMap(({ to }) => (typeof to === "string" ? [places.of(uid, "supportedBy", to)] : [])),
      places.of(uid, "parameters", "MOST"),
      places.of(uid, "evidence", "expects"),
    ]),
  };
}

const keys = ["text", "supportedBy", "inContextOf", "undeveloped", "owner", "evidence", "parameters", "name", "layer"];

function expectSame(text: string): void {
  const lines = text.endsWith("\n") ? text : `${text}\n`;
  expect(said(readCase(lines, "a.dcase.yaml"))).toEqual(said(readCase(`${lines}${asWhole}`, "a.dcase.yaml")));
}

const file = `# The case
module:
  name: aspen # a name
  dcase: { language: en, agree: { owner: 1 }, parameters: { MOST: { type: Int, range: [1, 40] } } }

G1:   # the goal
  text: "It \\"answers\\" \\u00e4"   # quoted
  supportedBy: [S1,   G9, ] # two
  dcase:
    owner: 'the operator''s'
    tags: {A: 1, "B": [x, {y: z}]}
  inContextOf:
    # only one
    - C1
    - "C 2"   # that
  layer:
S1: {text: over all, supportedBy: [G2]} # flow
G2:
  text: |
    many
    # lines

  undeveloped: true
C1:
  text: a plain text
    of two lines
  url: http://a.b/c#d
"C 2":
  text: システムは（応える）
  supportedBy:
  - G9
Sn1:
  dcase:
    evidence: { by: load, of: load 1, maxAge: 90d, expects: users >= 40 and use <= 13% }
    parameters:
      MOST:
        value: 3
    attachments:
      - name: a
        url: x
G9: {}
`;

/** Signs that mean something in YAML, and what stands beside them. */
const signs = [
  ..." \n\t:-#,[]{}\"'|>&*!?%@`~<.0aG\\\r\0\ufeff\u0085é「\ud83d",
  "😀",
  ": ",
  " #",
  "- ",
  "\n  ",
  "\nG1: ",
  "<<: ",
  "&a ",
  "*a",
];

const changed: fc.Arbitrary<string> = fc
  .array(fc.record({ at: fc.nat(file.length), out: fc.nat(3), put: fc.constantFrom("", ...signs) }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((changes) =>
    changes.reduce((text, { at, out, put }) => `${text.slice(0, at)}${put}${text.slice(at + out)}`, file),
  );

describe("entries of a case's file", () => {
  test("are what they are in the whole text", () => {
    expect(readCase(file, "a.dcase.yaml").ok).toBe(true);
    expectSame(file);
  });

  test("are the same in cases that this program writes", () => {
    const written = cases.map((whole) => codecNamed("yaml")?.write({ case: whole, revisions: [] }).text ?? "");
    fc.assert(fc.property(written, expectSame), { numRuns: 100 });
  });

  test("are the same whatever stands in a file, or is wrong with it", { timeout: 60_000 }, () => {
    fc.assert(fc.property(changed, expectSame), { numRuns: 3000 });
  });

  test("are the same in a text of signs", { timeout: 60_000 }, () => {
    const text = fc.array(fc.constantFrom(...signs), { maxLength: 30 }).map((parts) => `G1:${parts.join("")}`);
    fc.assert(fc.property(text, expectSame), { numRuns: 5000 });
  });

  test("are told their places also where they are written in an unusual way", () => {
    const reading = readCase(file, "a.dcase.yaml");
    const span = reading.ok ? reading.places.of("C1", "text") : undefined;
    expect(file.slice(span?.start, span?.end)).toBe("a plain text\n    of two lines");
  });

  test("are the same in the cases and patterns that come with it", () => {
    const patterns = readdirSync("patterns").filter((name) => name.endsWith(".dcase.yaml"));
    for (const path of ["examples/aspen/aspen.dcase.yaml", ...patterns.map((name) => `patterns/${name}`)])
      expectSame(readFileSync(path, "utf8"));
  });
});
