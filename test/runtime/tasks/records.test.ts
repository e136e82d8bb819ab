/** What the records of a task's commands say of where they stand. */

import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { recordsIn, runDscript } from "../../run-dscript.ts";

let folder = "";

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "dscript-task-records-")));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const script = `
task one() goal "a file is there" {
  touch made
  rm gone
} undo {
  rm -f made
}
touch ahead
one()
`;

it("the commands of a task, and its fault, bear its name and its goal", async () => {
  writeFileSync(join(folder, "s.dscript"), script);
  const { code } = await runDscript(folder, ["run", "s.dscript"]);
  expect(code).toBe(70);
  const seen = recordsIn(folder).map(({ LogPoint, Api, Phase, Task, Goal }) => [LogPoint, Api, Phase, Task, Goal]);
  const mine = ["one", "a file is there"];
  expect(seen).toEqual([
    ["SystemChangePoint", "touch", "before", undefined, undefined],
    ["SystemChangePoint", "touch", "after", undefined, undefined],
    ["SystemChangePoint", "touch", "before", ...mine],
    ["SystemChangePoint", "touch", "after", ...mine],
    ["SystemChangePoint", "rm", "before", ...mine],
    ["SystemChangePoint", "rm", "after", ...mine],
    ["SystemChangePoint", "rm", "before", ...mine],
    ["SystemChangePoint", "rm", "after", ...mine],
    ["ErrorPoint", "rm", undefined, ...mine],
  ]);
});
