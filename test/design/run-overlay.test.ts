// What a run's journal tells of its tasks.
import { describe, expect, test } from "vitest";
import { runOverlayOf } from "../../src/design/index.ts";
import type { DatedEntry, JournalEntry } from "../../src/records/index.ts";

/** Entries a tenth of a second apart. */
function journal(...entries: readonly JournalEntry[]): readonly DatedEntry[] {
  return entries.map((entry, at) => ({ ...entry, at: 1000 + at * 100 }));
}

const plan = (key: string, name: string): JournalEntry => ({ do: "plan", key, name, values: [] });
const task = (key: string, name: string, line: number): JournalEntry => ({
  do: "task",
  key,
  name,
  line,
  values: [],
  remembered: [],
});
const fault = { kind: "CommandFault", class: "SystemFault", message: "it failed", line: 1 } as const;

describe("a run's journal", () => {
  test("tells of each task what became of it, and how long it took", () => {
    const { run, tasks } = runOverlayOf(
      "01KE",
      journal(
        plan("1", "all"),
        task("1.1", "copy", 3),
        { do: "done", key: "1.1" },
        task("1.2", "switch", 4),
        { do: "failed", key: "1.2", fault },
        { do: "undo", key: "1.2" },
        { do: "undone", key: "1.2" },
        { do: "undo", key: "1.1" },
        { do: "undone", key: "1.1" },
        { do: "ended", key: "1", state: "undone", left: [] },
      ),
    );
    expect(run).toBe("01KE");
    expect(tasks).toEqual([
      { name: "copy", occurrence: 1, line: 3, state: "undone", milliseconds: 100 },
      { name: "switch", occurrence: 1, line: 4, state: "failed", milliseconds: 100, isTakenBack: true },
    ]);
  });

  test("tells which undo failed, and what is still running", () => {
    const { tasks } = runOverlayOf(
      "01KE",
      journal(
        plan("1", "all"),
        task("1.1", "copy", 3),
        { do: "done", key: "1.1" },
        { do: "undo", key: "1.1" },
        { do: "undo-failed", key: "1.1", fault },
        plan("2", "all"),
        task("2.1", "copy", 3),
      ),
      5600,
    );
    expect(tasks.map(({ state, occurrence, milliseconds }) => [state, occurrence, milliseconds])).toEqual([
      ["undo-failed", 1, 100],
      ["running", 2, 4000],
    ]);
  });

  test("tells of a plan within a plan what its tasks tell, branches too", () => {
    const inner = (...more: readonly JournalEntry[]) =>
      runOverlayOf("01KE", journal(plan("1", "all"), plan("1.1", "inner"), ...more)).tasks.find(
        ({ name }) => name === "inner",
      );
    const branches = [task("1.1.1.b1.1", "a", 5), task("1.1.1.b2.1", "b", 6)];
    expect(inner(...branches)?.state).toBe("running");
    expect(inner(...branches, { do: "done", key: "1.1.1.b1.1" })?.state).toBe("running");
    const done = [
      { do: "done", key: "1.1.1.b1.1" },
      { do: "done", key: "1.1.1.b2.1" },
    ] as const;
    expect(inner(...branches, ...done)).toMatchObject({ state: "done", milliseconds: 400 });
    expect(inner(...branches, ...done, { do: "undone", key: "1.1.1.b2.1" })?.state).toBe("undone");
    expect(inner()?.state).toBe("done");
  });

  test("that is empty tells of nothing", () => {
    expect(runOverlayOf("01KE", []).tasks).toEqual([]);
  });
});
