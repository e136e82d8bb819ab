// Plans as text of a terminal, as Mermaid, and as JSON.
import { describe, expect, test } from "vitest";
import { designJson, designSvg, designText, mermaidText, type Plan } from "../../src/design/index.ts";
import { displayWidth } from "../../src/text/index.ts";
import { branching, japanesePlan, long, plan, switchOver, task } from "./plans.ts";

const say = (text: string): string => text;
const same = (text: string): string => text;
const paint = { strong: same, dim: same, error: same, warning: same, added: same };
const design = (...plans: readonly Plan[]) => ({ file: "plan.dscript", plans });

describe("a plan in a terminal", () => {
  test("is a tree of its steps, and what follows a failure", async () => {
    const text = designText(design(switchOver, branching), { say, detail: false, width: 80, paint });
    await expect(text).toMatchFileSnapshot("golden/plans.txt");
  });

  test("fits the window, wide characters counted twice", () => {
    for (const detail of [false, true])
      for (const width of [50, 72, 120]) {
        const text = designText(design(switchOver, branching, japanesePlan), { say, detail, width, paint });
        for (const line of text.split("\n")) expect(displayWidth(line), line).toBeLessThanOrEqual(width);
      }
  });

  test("has the steps of a goal below it", () => {
    const lines = { first: 1, last: 1 };
    const strategy = { kind: "goal", phase: "pre", text: "", steps: [task("b")], lines } as const;
    const goal = { kind: "goal", text: "G3: it answers", steps: [task("a"), strategy], lines } as const;
    const text = designText(design(plan("p", [goal])), { say, detail: false, width: 80, paint });
    expect(text).toContain(
      ["├─ ◎  G3: it answers", "│  ├─ 1  A", "│  │     ← take back: a", "│  └─ ▱  first", "│     └─ 2  B"].join("\n"),
    );
    expect(mermaidText(design(plan("p", [goal])), { say, detail: false })).toMatch(/G3: it answers[\s\S]*first/);
    const [drawn] = (JSON.parse(designJson(design(plan("p", [goal])))) as { plans: { nodes: { kind: string }[] }[] })
      .plans;
    expect(drawn?.nodes.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["goal", "strategy"]));
  });

  test("shows what became of a run", () => {
    const overlay = {
      run: "01KE",
      tasks: [
        { name: "copy_to_ram", occurrence: 1, state: "undone", milliseconds: 3210 },
        { name: "switch_balancer", occurrence: 1, state: "failed", milliseconds: 61_000 },
      ],
    } as const;
    const text = designText(design(switchOver), { say, detail: false, width: 100, paint, overlay });
    expect(text).toContain("before the switch  taken back · 3.2 s");
    expect(text).toContain("to the big machine  failed · 1 m 01 s");
    expect(text).toContain("3  Check page  not reached");
  });

  test("shows how long a task took as every list of runs does: no minute of 60.0 s", () => {
    const shown = (milliseconds: number): string => {
      const tasks = [{ name: "a", occurrence: 1, state: "done", milliseconds }] as const;
      const text = designText(design(plan("p", [task("a")])), {
        say,
        detail: false,
        width: 100,
        paint,
        overlay: { tasks },
      });
      return /done · (.*)/.exec(text)?.[1] ?? "";
    };
    const spans = [999, 59_949, 59_999, 60_000, 3_599_999, 3_600_000, 93_600_000];
    expect(spans.map(shown)).toEqual(["999 ms", "59.9 s", "59.9 s", "1 m 00 s", "59 m 59 s", "1 h 00 m", "1 d 02 h"]);
  });
});

describe("what follows a failure", () => {
  const stays = "as before, but for what cannot be taken back";
  const whole = "everything is as before";
  const told = (drawn: Plan): readonly string[] => [
    designText(design(drawn), { say, detail: false, width: 100, paint }),
    mermaidText(design(drawn), { say, detail: false }),
    designJson(design(drawn)),
    designSvg(design(drawn), { say, detail: false, theme: "light" }).replaceAll(/<\/text><text [^>]*>/g, " "),
  ];

  test("is the same in each form: what a task did for good stays, whether or not an undo can fail", () => {
    for (const steps of [[task("a", "irreversible")], [task("a", "irreversible"), task("b", "undo")]])
      for (const text of told(plan("p", steps))) {
        expect(text).toContain(stays);
        expect(text).not.toMatch(/everything is as before|─ all is taken back/);
      }
    for (const text of told(plan("p", [task("a", "atomic")]))) {
      expect(text).toContain(whole);
      expect(text).not.toContain(stays);
    }
  });

  test("is told of a plan without tasks, too, and of none that cannot fail", () => {
    const approve = { kind: "approve", role: "operator", question: "go on?", lines: { first: 1, last: 1 } } as const;
    for (const text of told(plan("p", [approve]))) expect(text).toContain(whole);
    for (const text of told(plan("p", []))) expect(text).not.toContain(whole);
  });
});

describe("a flowchart of Mermaid", () => {
  test("has a frame a plan, and three kinds of arrows", async () => {
    await expect(mermaidText(design(switchOver), { say, detail: false })).toMatchFileSnapshot("golden/plan.mmd");
  });

  test("takes whatever a text holds", () => {
    const hostile = 'a "b" `c` #quot; <script>]]) --> x\nend\u0007';
    const text = mermaidText(design(plan(hostile, [task(hostile, "undo", { goal: hostile })])), { say, detail: false });
    for (const line of text.split("\n")) expect(line).not.toMatch(/<script|`|\u0007|"b"/);
    // Each node stands in a line of its own, its text between two quotes.
    for (const line of text.split("\n").filter((each) => /^ {4}p1n\d+[[({>]/.test(each)))
      expect(line.match(/"/g)?.length, line).toBe(2);
  });
});

describe("JSON", () => {
  test("holds steps, nodes, edges and risks", () => {
    const [first] = JSON.parse(designJson(design(switchOver))).plans;
    expect(Object.keys(first)).toEqual(expect.arrayContaining(["name", "steps", "nodes", "edges", "risks"]));
    expect(first.nodes[1]).toEqual({
      id: "task copy_to_ram",
      kind: "task",
      text: "the data is on the RAM disk before the switch",
      line: 21,
    });
  });

  test("holds the run at its nodes", () => {
    const overlay = {
      run: "01KE",
      tasks: [{ name: "step_2", occurrence: 1, state: "done", milliseconds: 5 }],
    } as const;
    const json = JSON.parse(designJson(design(long(3)), overlay));
    expect(json.run).toBe("01KE");
    expect(json.plans[0].nodes.find(({ id }: { id: string }) => id === "task step_2").run).toEqual({
      state: "done",
      milliseconds: 5,
      times: 1,
      isTakenBack: false,
    });
  });
});
