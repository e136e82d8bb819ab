// What follows what: when it goes well, when it fails, and when it is taken back.
import { describe, expect, test } from "vitest";
import { graphOf, type Plan, risksOf } from "../../src/design/index.ts";
import { branching, handler, long, notify, plan, switchOver, task } from "./plans.ts";

const say = (text: string): string => text;

function edges(drawn: Plan, kind: string): readonly string[] {
  return graphOf(drawn, say, false)
    .edges.filter((edge) => edge.kind === kind)
    .map(({ from, to, label }) => `${from} → ${to}${label === "" ? "" : ` (${label})`}`);
}

describe("a graph", () => {
  test("goes from the start through the tasks to the end", () => {
    expect(edges(switchOver, "goes").slice(0, 4)).toEqual([
      "start → task copy_to_ram",
      "task copy_to_ram → task switch_balancer",
      "task switch_balancer → task check_page",
      "task check_page → done",
    ]);
  });

  test("takes back the task that failed, and then those ahead of it, the last first", () => {
    expect(edges(switchOver, "fails").slice(0, 3)).toEqual([
      "task copy_to_ram → undo copy_to_ram (fails)",
      "task switch_balancer → undo switch_balancer (fails)",
      // It has nothing to take back.
      "task check_page → undo switch_balancer (fails)",
    ]);
    expect(edges(switchOver, "back")).toEqual([
      "undo copy_to_ram → undone-all",
      "undo switch_balancer → undo copy_to_ram",
      "undone-all → message (yes)",
    ]);
  });

  test("leads a failure behind a choice to what each of its branches has done", () => {
    const drawn = plan("p", [
      {
        kind: "choice",
        asks: "a",
        lines: { first: 1, last: 1 },
        branches: [
          { on: "yes", code: "", steps: [task("left")] },
          { on: "no", code: "", steps: [task("right")] },
        ],
      },
      task("last", "nothing"),
    ]);
    expect(edges(drawn, "fails").filter((edge) => edge.startsWith("task last"))).toEqual([
      "task last → undo left (fails)",
      "task last → undo right (fails)",
    ]);
  });

  test("has each node once, and no edge to a node that is not there", () => {
    for (const drawn of [switchOver, branching, long(200), plan("empty", [])]) {
      const graph = graphOf(drawn, say, true);
      const ids = graph.nodes.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { from, to } of graph.edges) expect(ids).toEqual(expect.arrayContaining([from, to]));
      // Everything is reached.
      for (const id of ids)
        if (id !== "start")
          expect(
            graph.edges.some(({ to }) => to === id),
            id,
          ).toBe(true);
    }
  });
});

describe("what a plan leaves open", () => {
  test("is told by kind, task and line", () => {
    expect(risksOf(branching).map(({ kind, of }) => `${kind} ${of}`.trim())).toEqual([
      "undo-can-fail stop_jobs",
      "undo-can-fail copy_all",
      "undo-can-fail verify_all",
      "undo-can-fail start_web",
      "undo-can-fail start_mail",
      "undo-can-fail start_db",
      "undo-can-fail drain",
      "irreversible upgrade",
      "undo-can-fail switch_over",
      "message-can-get-lost owner",
      "message-can-get-lost operator, owner",
    ]);
  });

  test("is that nobody is told, where no handler tells anybody", () => {
    const kinds = (drawn: Plan) => risksOf(drawn).map(({ kind }) => kind);
    expect(kinds(plan("p", [task("a")]))).toEqual(["undo-can-fail", "failure-untold", "undo-failure-untold"]);
    expect(kinds(plan("p", [task("a", "atomic")]))).toEqual(["failure-untold"]);
    expect(kinds(plan("p", [task("a", "atomic")], { onFailure: handler(notify("x", "owner")) }))).toEqual([
      "message-can-get-lost",
    ]);
    expect(kinds(plan("p", []))).toEqual([]);
  });
});
