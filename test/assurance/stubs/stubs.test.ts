// A script is drafted from a case: it parses and checks, whatever the case says.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CaseEdge, type DCase, type NodeType, stubsOf } from "../../../src/assurance/index.ts";
import { check } from "../../../src/checker/index.ts";
import { shippedCommands } from "../../../src/commands/index.ts";
import { coreGrammar, parse } from "../../../src/syntax/index.ts";
import { createSource } from "../../../src/text/index.ts";
import { caseOf } from "../pattern/reading.ts";

const whole = caseOf(`
module: { name: aspen, brief: Forty students }
G1: { text: ASPEN bears the peak, supportedBy: [S1, S2, S3, Sn6], inContextOf: [C1] }
C1: { text: "The peak: Thu" }
S1: { text: "pre: what has to be there", supportedBy: [G2] }
S2: { text: concurrent, supportedBy: [G3, G4] }
S3: { text: post, supportedBy: [G5] }
G2: { text: The disk is there, supportedBy: [Sn1] }
G3: { text: データが RAM ディスクにある, supportedBy: [S4, S5] }
S4: { text: 事前, supportedBy: [G6, G9] }
S5: { text: after it, supportedBy: [G10] }
G6: { text: 空きがある, supportedBy: [Sn3] }
G9: { text: 電源がある, undeveloped: true }
G10: { text: It is the same, undeveloped: true }
G4: { text: 'The balancer says "ram" \${x} \\ \`y\`', undeveloped: true }
G5: { text: Everybody is told, supportedBy: [Sn2, S6] }
S6: { text: Argue over the roles, supportedBy: [G7, G8] }
G7: { text: Told, undeveloped: true }
G8: { text: The teacher is told, supportedBy: [Sn4, Sn5] }
Sn1: { text: a look, dcase: { evidence: { by: review } } }
Sn2: { text: all tests, dcase: { evidence: { by: test, of: a_test.dscript } } }
Sn3: { text: tests of space, dcase: { evidence: { by: test } } }
Sn4: { text: the teacher gets a mail, dcase: { evidence: { by: test, of: "mail $x" } } }
Sn5: { text: log of mails }
Sn6: { text: load, dcase: { monitor: { metric: use, condition: max(value) <= 80% } } }
`);

/** What is wrong with a text as a script: errors and advice. */
function diagnosticsOf(text: string): readonly string[] {
  const source = createSource("stub.dscript", text);
  const parsed = parse(source, coreGrammar);
  const file = { source, script: parsed.script, imports: new Map() };
  const checked = check({ files: [file], commands: shippedCommands, hasCommand: () => true, commandNames: () => [] });
  return [...parsed.diagnostics, ...checked.diagnostics].map(({ code, message }) => `${code} ${message}`);
}

/** The lines that say what there is, without what stands within. */
function outlineOf(text: string): readonly string[] {
  return text
    .split("\n")
    .filter((line) => /^(?:task|plan|test|\w+\(\))|^ {2,4}(?:\w+\(\)|parallel|goal|pre|post)/.test(line));
}

describe("the draft of a script", () => {
  const { text, added } = stubsOf(whole);

  test("has a task or plan for each goal, in the order of the edges", () => {
    expect(outlineOf(text)).toEqual([
      "task disk_is_there()",
      '  goal "The disk is there"',
      "task ram_g3()",
      '  goal "データが RAM ディスクにある"',
      "  pre {",
      "  post {",
      "task balancer_says_ram_x_y()",
      '  goal "The balancer says \\"ram\\" \\${x} \\\\ `y`"',
      "task told_g7()",
      '  goal "Told"',
      "task teacher_is_told()",
      '  goal "The teacher is told"',
      "plan everybody_is_told()",
      '  goal "Everybody is told"',
      "  told_g7()",
      "  teacher_is_told()",
      "plan aspen_bears_the_peak()",
      '  goal "ASPEN bears the peak"',
      "  disk_is_there()",
      "  parallel {",
      "    ram_g3()",
      "    balancer_says_ram_x_y()",
      "  everybody_is_told()",
      "aspen_bears_the_peak()",
      'test "tests of space" {',
      'test "mail \\$x" {',
    ]);
    expect(added).toHaveLength(9);
  });

  test("names every child: conditions, contexts, and evidence that is no test", () => {
    for (const line of [
      "    // TODO G6: 空きがある",
      "    // TODO G9: 電源がある",
      "    // TODO G10: It is the same",
      "// C1: The peak: Thu",
      "// Sn1 (review): a look",
      "// Sn2 (test a_test.dscript): all tests",
      "// Sn5 (evidence): log of mails",
      "// Sn6 (monitor use: max(value) <= 0.8): load",
    ])
      expect(text.split("\n")).toContain(line);
  });

  test("checks without an error or advice", () => {
    expect(diagnosticsOf(text)).toEqual([]);
  });

  test("of any case parses and checks", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom("pre", "post", "concurrent", "if", "The `task` is\ndone", "*/ // #", '"', "\u202eabc", "\ud800"),
    );
    const types: readonly NodeType[] = ["goal", "goal", "strategy", "evidence", "context", "justification"];
    const nodes = fc.array(fc.record({ text: texts, type: fc.nat(5), key: fc.nat(12) }), {
      minLength: 1,
      maxLength: 10,
    });
    const keys = [
      "task:a",
      "plan:b",
      "pre:a",
      "post:a",
      "undo:a",
      "irreversible:a",
      "failure:b",
      "watching",
      "why:a",
      "script",
    ];
    const links = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 14 });
    fc.assert(
      fc.property(nodes, links, (list, ends) => {
        const uids = list.map(({ key }, at) =>
          list.findIndex((each) => each.key === key) === at ? (keys[key] ?? `u${at}`) : `u${at}`,
        );
        const edges = ends.map(
          ([from, to]): CaseEdge => ({
            kind: to % 4 === 0 ? "inContextOf" : "supportedBy",
            from: uids[from % uids.length] ?? "",
            to: uids[to % uids.length] ?? "",
          }),
        );
        const any: DCase = {
          module: { name: "any\n// x" },
          nodes: list.map(({ text: words, type }, at) => ({
            ...{
              uid: uids[at] ?? "",
              label: at % 3 === 0 ? `ゴール${at}` : `G${at}`,
              text: words,
              type: types[type] ?? "goal",
            },
            ...(types[type] === "evidence" ? { evidence: { by: "test" as const, of: words } } : {}),
          })),
          edges,
        };
        const { text: made } = stubsOf(any);
        const errors = diagnosticsOf(made).filter((each) => !each.startsWith("DS7"));
        expect(errors.length === 0 ? "" : `${errors.join("\n")}\n${made}`).toBe("");
      }),
      { numRuns: 100 },
    );
  });

  test("of a case as deep as can be is made", () => {
    const count = 20_000;
    const deep: DCase = {
      module: { name: "deep" },
      nodes: Array.from({ length: count }, (_, at) => ({
        uid: `g${at}`,
        label: `G${at}`,
        type: "goal",
        text: `goal ${at}`,
      })),
      edges: Array.from({ length: count - 1 }, (_, at) => ({ kind: "supportedBy", from: `g${at}`, to: `g${at + 1}` })),
    };
    expect(stubsOf(deep).added).toHaveLength(count);
  });
});

describe("a script that is there", () => {
  const names = ["copy", "publish"];
  const known = {
    callees: [
      { name: "copy", goal: "The disk is there", calls: [] },
      { name: "publish", goal: "ASPEN bears the peak", calls: ["copy"] },
    ],
    tests: ["tests of space"],
    names,
  };

  test("gets what is missing, and is told what its plans do not call", () => {
    const { text } = stubsOf(whole, known);
    expect(outlineOf(text).filter((line) => !line.startsWith(" "))).toEqual([
      "task ram_g3()",
      "task balancer_says_ram_x_y()",
      "task told_g7()",
      "task teacher_is_told()",
      "plan everybody_is_told()",
      'test "mail \\$x" {',
    ]);
    expect(text).toContain(
      "// TODO publish does not call yet: ram_g3(), balancer_says_ram_x_y(), everybody_is_told()\n",
    );
    const script = `task copy() goal "The disk is there" { echo x }\nplan publish() { copy() }\npublish()\n`;
    expect(diagnosticsOf(`${script}\n${text}`).filter((each) => !each.startsWith("DS7"))).toEqual([]);
  });

  test("lacks nothing where all is there", () => {
    const one = caseOf("G1: { text: All is well, undeveloped: true, dcase: { uid: 'task:well' } }");
    expect(stubsOf(one, { callees: [{ name: "well", calls: [] }], tests: [], names: ["well"] })).toEqual({
      text: "",
      added: [],
    });
  });
});
