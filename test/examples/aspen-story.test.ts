// The story of ASPEN's agreement, from its start to its end: story.dscript looks at each step itself, and stops where one is not as it should be.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const example = join(root, "examples/aspen");
const missing = ["nginx-light:nginx", "git:git", "python3:python3", "gawk:awk", "curl:curl"]
  .filter((entry) => spawnSync("sh", ["-c", 'command -v "$0"', entry.split(":")[1] ?? ""]).status !== 0)
  .map((entry) => entry.split(":")[0]);
const needs = missing.length > 0 ? ` (skipped: needs ${missing.join(", ")})` : "";
const home = mkdtempSync(join(tmpdir(), "dscript-aspen-story-"));
const place = join(home, "the place");

function dscript(...words: string[]) {
  return spawnSync(join(root, "dscript"), words, {
    cwd: home,
    encoding: "utf8",
    timeout: 900_000,
    env: {
      PATH: `${root}:${process.env["PATH"] ?? ""}`,
      HOME: home,
      XDG_STATE_HOME: join(home, ".state"),
      LC_ALL: "C.UTF-8",
    },
  });
}

afterAll(() => {
  if (existsSync(place)) dscript("run", join(example, "stop.dscript"), place);
  rmSync(home, { recursive: true, force: true });
});

/** What each step says once it was as it should be. */
const steps = [
  "ASPEN is set up; its policy writes down, and refuses nothing yet",
  "the load test: the big machine bears 40 students",
  "three tasks were made to fail in a class, and taken back; nothing was lost",
  "ASPEN is in service: what nobody has agreed on does not run",
  "switches the store to asynchronous mode: refused, nothing has changed",
  "proposes the switch-over, for the peak",
  "objects to G3: peak detection works half the time; asks on G7: what of a lost save?",
  "answers on G7: none was lost when tasks failed (Sn3)",
  "runs it all the same: refused, the teacher objects",
  "narrows the case: the peak is the class hours, and the objection is CSn1",
  "withdraws the objection: it became CSn1, and the timetable answers it",
  "a second developer, the teacher and the operator agree",
  "runs it: refused, the log has no evidence",
  "signs the load test, the failed tasks and the letter",
  "runs it out of class hours: refused",
  "the class is moved to today: shown what has changed, all agree anew",
  "edits a comment: it is agreed on as before",
  "edits a word of a command: void",
  "edits an unrelated part of the case: it is agreed on as before",
  "edits what its goals rest on: void",
  "runs it in class hours: ASPEN is on the big machine, no student has noticed",
  "takes it back after the class",
  "revokes it while it runs: taken back ahead of its next change, nothing is lost",
  "starts the monitor of the timetable: refused, nobody has agreed on that",
  "agreed on, and switches over as class hours have begun",
  "what everybody has said stands in the log, whole and signed",
];

describe.skipIf(missing.length > 0)(`the story of ASPEN's agreement${needs}`, () => {
  const told: string[] = [];
  it("is played from its start to its end", { timeout: 900_000 }, () => {
    const { status, stdout, stderr } = dscript("run", join(example, "story.dscript"), place);
    told.push(...stdout.trimEnd().split("\n"));
    expect(`${status}\n${stderr}`).toBe("0\n");
    expect(existsSync(place)).toBe(false);
  });
  for (const [at, step] of steps.entries()) it(step, () => expect(told[at]?.replace(/^\S+ +/, "")).toBe(step));
  it("has no other steps", () => expect(told.length).toBe(steps.length));
});
