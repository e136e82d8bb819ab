// Revisions gone through: who did what, and whose each node is.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  blameText,
  type CaseNode,
  type DCase,
  logText,
  type Revision,
  replayOf,
} from "../../../src/assurance/index.ts";
import { cases } from "../generated-cases.ts";
import { editedBy } from "../generated-edits.ts";

const same = (text: string): string => text;
const plain = { say: same, paint: { strong: same, dim: same, added: same, error: same } };

const goal: CaseNode = { uid: "a", label: "G1", type: "goal", text: "It stops" };
const context: CaseNode = { uid: "c", label: "C1", type: "context", text: "Thursday" };
const strategy: CaseNode = { uid: "s", label: "S1", type: "strategy", text: "By cause" };

function caseOf(...nodes: readonly CaseNode[]): DCase {
  const [top, ...below] = nodes;
  return {
    module: { name: "night" },
    nodes,
    edges: below.map(({ uid, type }) => ({
      kind: type === "context" ? "inContextOf" : "supportedBy",
      from: top?.uid ?? "",
      to: uid,
    })),
  };
}

const revisions: readonly Revision[] = [
  { number: 0, time: "2014-03-01T10:00:00+0900", author: "Guest", case: caseOf(goal) },
  {
    number: 1,
    time: "2014-03-02T10:00:00+0900",
    author: "Guest",
    role: "todo",
    process: "test",
    message: "More of it\n\nas we spoke of",
    case: caseOf(goal, context, strategy),
  },
  {
    number: 3,
    time: "2014-03-03T23:59:00+0900",
    author: "佐藤",
    role: "owner",
    case: caseOf(
      { ...goal, label: "G9", owner: "operator" },
      { ...context, text: "Thursday night", translations: { ja: "木曜の夜" } },
      { uid: "n", label: "Sn1", type: "evidence", text: "A very long text of evidence that no line has room for" },
    ),
  },
  { number: 4, case: { ...caseOf(goal, context, strategy), module: { name: "day" } } },
  { number: 5, time: "later", case: { ...caseOf(goal, strategy, context), module: { name: "day" } } },
];

describe("a log", () => {
  test("tells of each revision who made it, and what of", () => {
    expect(logText(replayOf(revisions).chapters, plain)).toBe(`rev 0, 2014-03-01, Guest: added G1
rev 1, 2014-03-02, Guest (todo, test): added C1, S1
    More of it

    as we spoke of
rev 3, 2014-03-03, 佐藤 (owner): added Sn1; removed S1; reworded C1; translated C1; relabelled G1 → G9; changed G9
rev 4: added S1; removed Sn1; reworded C1; translated C1; relabelled G9 → G1; changed G1; module changed
rev 5, later: nothing changed
`);
  });

  test("names only some of many nodes", () => {
    const many = Array.from({ length: 30 }, (_, at): CaseNode => ({ ...context, uid: `c${at}`, label: `C${at}` }));
    const [chapter] = replayOf([{ number: 1, case: caseOf(goal, ...many) }]).chapters;
    expect(logText([chapter!], plain)).toBe("rev 1: added G1, C0, C1, C2, C3, C4, C5, C6, C7, C8, C9, C10 … +19\n");
  });
});

describe("whose a node is", () => {
  test("is told by when it came, was worded, changed and went", () => {
    const { nodes } = replayOf(revisions.slice(0, 3));
    expect(
      nodes.map(({ label, added, worded, changed, removed }) => [
        label,
        added.number,
        worded.number,
        changed.number,
        removed?.number,
      ]),
    ).toEqual([
      ["G9", 0, 0, 3, undefined],
      ["C1", 1, 3, 3, undefined],
      ["Sn1", 3, 3, 3, undefined],
      ["S1", 1, 1, 1, 3],
    ]);
  });

  test("is a line each, that is no longer than there is room", () => {
    const text = blameText(replayOf(revisions.slice(0, 3)).nodes, { ...plain, width: 80 });
    expect(text).toBe(`node  added                   changed last
G9    rev 0 2014-03-01 Guest  rev 3 2014-03-03 佐藤  It stops
C1    rev 1 2014-03-02 Guest  rev 3 2014-03-03 佐藤  Thursday night
Sn1   rev 3 2014-03-03 佐藤                          A very long text of eviden…
S1    rev 1 2014-03-02 Guest                         removed rev 3 2014-03-03 佐藤
`);
  });

  test("is known for every node of the last revision, and of no other", () => {
    fc.assert(
      fc.property(
        cases.chain((first) =>
          editedBy("a")(first).chain((second) => editedBy("b")(second).map((third) => [first, second, third])),
        ),
        (states) => {
          const { nodes, chapters } = replayOf(states.map((each, number) => ({ number, case: each })));
          const left = nodes.filter(({ removed }) => removed === undefined);
          expect(left.map(({ uid }) => uid)).toEqual(states.at(-1)?.nodes.map(({ uid }) => uid));
          expect(chapters).toHaveLength(3);
          for (const { added, worded, changed } of nodes) {
            expect(worded.number).toBeGreaterThanOrEqual(added.number);
            expect(changed.number).toBeGreaterThanOrEqual(worded.number);
          }
        },
      ),
    );
  });

  test("outlives a tool that gives new uids", () => {
    const other = caseOf({ ...goal, uid: "x" }, { ...context, uid: "y", text: "Friday" });
    const { nodes, chapters } = replayOf([
      { number: 1, case: caseOf(goal, context) },
      { number: 2, case: other },
    ]);
    expect(nodes.map(({ uid, added, worded }) => [uid, added.number, worded.number])).toEqual([
      ["x", 1, 1],
      ["y", 1, 2],
    ]);
    expect(logText(chapters.slice(1), plain)).toBe("rev 2: reworded C1\n");
  });

  test("of no revision at all is nobody's", () => {
    expect(replayOf([])).toEqual({ chapters: [], nodes: [] });
  });
});
