// A run laid over a plan.
import { describe, expect, test } from "vitest";
import { type RunTask, statesOf } from "../../src/design/index.ts";
import { plan, task } from "./plans.ts";

const lines = (line: number) => ({ first: line, last: line });
const twice = plan("p", [
  task("copy", "undo", { call: 1, lines: lines(3) }),
  task("copy", "undo", { call: 2, lines: lines(4) }),
]);

function ran(name: string, occurrence: number, state: RunTask["state"], more: Partial<RunTask> = {}): RunTask {
  return { name, occurrence, state, milliseconds: 100, ...more };
}

describe("the state of a box", () => {
  test("is that of its own call", () => {
    const stateOf = statesOf(twice, { tasks: [ran("copy", 1, "undone"), ran("copy", 2, "failed")] });
    expect(stateOf({ name: "copy", call: 1, line: 3 })).toEqual({
      state: "undone",
      milliseconds: 100,
      times: 1,
      isTakenBack: true,
    });
    expect(stateOf({ name: "copy", call: 2, line: 4 }).state).toBe("failed");
    expect(stateOf({ name: "other", call: 1, line: 9 })).toEqual({
      state: "not-reached",
      milliseconds: 0,
      times: 0,
      isTakenBack: false,
    });
  });

  test("follows the line where the run tells it", () => {
    // The first call stood in a branch that was not taken.
    const stateOf = statesOf(twice, { tasks: [ran("copy", 1, "done", { line: 4 })] });
    expect(stateOf({ name: "copy", call: 1, line: 3 }).state).toBe("not-reached");
    expect(stateOf({ name: "copy", call: 2, line: 4 }).state).toBe("done");
  });

  test("is the worst of all rounds of a loop, with their time together", () => {
    const loop = plan("p", [
      {
        kind: "loop",
        variable: "h",
        over: "hosts",
        lines: lines(2),
        steps: [task("drain", "undo", { lines: lines(3) })],
      },
    ]);
    const stateOf = statesOf(loop, {
      tasks: [ran("drain", 1, "done"), ran("drain", 2, "running"), ran("drain", 3, "not-reached")],
    });
    expect(stateOf({ name: "drain", call: 1, line: 3 })).toEqual({
      state: "running",
      milliseconds: 300,
      times: 3,
      isTakenBack: false,
    });
  });
});
