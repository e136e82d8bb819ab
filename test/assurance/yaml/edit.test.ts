// A case written back into its file: what nobody changed stays byte for byte.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arranged, type CaseNode, type DCase, editYaml, formatYaml, readCase } from "../../../src/assurance/index.ts";

const file = `# The case of ASPEN
module:
  name: aspen # a name
  brief: short

# top goal
G1:   # the goal
  # why we say so
  text: "It answers"   # quoted
  supportedBy: [S1,   G9] # two
  dcase:
    # who
    owner: operator   # role
    tags: {A: 1}
  inContextOf:
    - C1   # only one

S1: {text: over all, supportedBy: [G2]} # flow
# a second
G2:
  text: |
    many
    # lines
  undeveloped: true
# behind G2

C1: {text: peak}
G9:
  text: last
  undeveloped: true
# the end
`;

function caseIn(text: string): DCase {
  const reading = readCase(text, "a.dcase.yaml");
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.file.case;
}

function changed(whole: DCase, label: string, change: (node: CaseNode) => CaseNode): DCase {
  return { ...whole, nodes: whole.nodes.map((node) => (node.label === label ? change(node) : node)) };
}

describe("an edited case", () => {
  const whole = caseIn(file);

  test("that says the same is the same file", () => {
    expect(editYaml(file, "a", whole)).toBe(file);
  });

  test("has new values where the old ones stood, with their comments", () => {
    const other = changed(whole, "G1", (node) => ({ ...node, text: "It answers at peak", owner: "teacher" }));
    expect(editYaml(file, "a", other)).toBe(
      file.replace('"It answers"   #', "It answers at peak #").replace("operator   #", "teacher #"),
    );
  });

  test("keeps the name that people gave to a node's identity when its label changes", () => {
    const other = changed(whole, "G2", (node) => ({ ...node, label: "G20" }));
    const text = editYaml(file, "a", other);
    expect(caseIn(text)).toEqual(arranged(other));
    expect(text).toContain("# a second\nG20:");
  });

  test("has new nodes behind those that they follow, and loses what was removed", () => {
    const nodes = [...whole.nodes.filter(({ label }) => label !== "G9")];
    nodes.splice(3, 0, { uid: "G5", label: "G5", type: "goal", text: "new: one", undeveloped: true });
    const edges = whole.edges.filter(({ to }) => to !== "G9");
    const other = { ...whole, nodes, edges };
    const text = editYaml(file, "a", other);
    expect(caseIn(text)).toEqual(arranged(other));
    expect(text).toMatchSnapshot();
  });

  test("is the case that was meant, whatever was changed", () => {
    const texts = fc.constantFrom(
      "",
      "plain",
      "a: b",
      "- x",
      "two\nlines",
      "日本語",
      "# none",
      "  blanks  ".trim(),
      "'q'",
      '"',
      "yes",
      "0x1F",
      "1e3",
      "@at",
      "[x](y)",
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(4), texts, fc.option(texts, { nil: undefined })), { maxLength: 6 }),
        (changes) => {
          let other = whole;
          for (const [at, text, owner] of changes)
            other = changed(other, whole.nodes[at]?.label ?? "", ({ owner: _, ...node }) => ({
              ...node,
              text,
              ...(owner === undefined || owner === "" ? {} : { owner }),
            }));
          const read = caseIn(editYaml(file, "a", other));
          expect(read).toEqual(arranged(other));
          expect(caseIn(formatYaml(editYaml(file, "a", other)))).toEqual(read);
        },
      ),
    );
  });
});

describe("a formatted case", () => {
  test("has its keys in order, and all of its comments", () => {
    const text = formatYaml(file);
    expect(text).toMatchSnapshot();
    expect(caseIn(text)).toEqual(caseIn(file));
    expect(formatYaml(text)).toBe(text);
    for (const [comment] of file.matchAll(/# (?!lines).*/g)) expect(text).toContain(comment);
  });

  test("stays as it is where it is no YAML", () => {
    expect(formatYaml("G1: [")).toBe("G1: [");
  });
});
