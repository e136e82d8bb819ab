/** The journal of a run: what is written is read back, what is torn or damaged is known, and one engine has it at a time. */

import { appendFileSync, mkdtempSync, readFileSync, realpathSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Header } from "../../../src/engine/journal/header.ts";
import { decodeLine, encodeLine } from "../../../src/engine/journal/line.ts";
import { createJournal } from "../../../src/engine/journal/open.ts";
import { openPlans, readJournal } from "../../../src/engine/journal/read.ts";
import { takeUp } from "../../../src/engine/journal/resume.ts";
import { createRunState } from "../../../src/engine/state.ts";

let root = "";

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "dscript-journal-")));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const header: Header = {
  dscript: "journal",
  version: 1,
  run: "R",
  script: "s.dscript",
  path: "/s.dscript",
  strict: false,
  defines: [],
  arguments: [],
  directory: "/",
  environment: [],
  durable: false,
  holder: "1:1:1",
  unfinished: "tell",
  files: [],
  time: 0,
};

/** A run whose plan has begun a task, and its folder. */
function begun() {
  const state = createRunState({ env: { XDG_STATE_HOME: root }, uid: 0 });
  const journal = createJournal({ state, header: () => header });
  journal.write({ do: "plan", key: "1", name: "p", values: [] });
  journal.write({ do: "task", key: "1.1", name: "t", line: 3, values: ["ä\ud800"], remembered: [] });
  const folder = state.folder() ?? "";
  return {
    journal,
    folder,
    file: join(folder, "journal"),
    found: { id: state.runId, folder, root: state.root() ?? "" },
  };
}

describe("a line", () => {
  it("is read back as it was written, and is none with any other byte", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, at) => {
        const line = encodeLine(value).slice(0, -1);
        expect(decodeLine(line)).toEqual(JSON.parse(JSON.stringify(value)));
        const place = at % line.length;
        const other = `${line.slice(0, place)}${line[place] === "7" ? "8" : "7"}${line.slice(place + 1)}`;
        expect(decodeLine(other)).toBeUndefined();
      }),
    );
  });
});

describe("a journal", () => {
  it("is read back, with what is unfinished", () => {
    const { folder, journal } = begun();
    const known = readJournal(folder);
    if (typeof known === "string") throw new Error(known);
    expect(known.entries.map((each) => each.do)).toEqual(["plan", "task"]);
    expect(known.entries[1]).toMatchObject({ values: ["ä\ud800"] });
    expect(openPlans(known.entries)).toEqual([{ key: "1", name: "p" }]);
    expect(journal.close()).toBe(true);
  });

  it("is not there before its first entry", () => {
    const state = createRunState({ env: { XDG_STATE_HOME: root }, uid: 0 });
    const journal = createJournal({ state, header: () => header });
    expect(journal.close()).toBe(false);
    expect(readJournal(join(root, "dscript/runs", state.runId))).toMatch(/it has no journal/);
  });

  it("goes without a last line that is torn, wherever that is", () => {
    const { folder, file } = begun();
    const whole = readFileSync(file);
    const last = whole.lastIndexOf(10, whole.length - 2) + 1;
    for (let length = last + 1; length < whole.length; length += 7) {
      writeFileSync(file, whole.subarray(0, length));
      const known = readJournal(folder);
      expect(known).toMatchObject({ isTorn: true, length: last });
      if (typeof known !== "string") expect(known.entries).toHaveLength(1);
    }
  });

  it("is refused where a line ahead of the last is damaged", () => {
    const { folder, file } = begun();
    writeFileSync(file, readFileSync(file, "latin1").replace('"do":"plan"', '"do":"plam"'), "latin1");
    expect(readJournal(folder)).toMatch(/damaged in line 2 of 3/);
  });

  it("of a newer engine is refused", () => {
    const { folder, file } = begun();
    writeFileSync(file, encodeLine({ ...header, version: 9 }));
    expect(readJournal(folder)).toMatch(/written by a newer dscript \(form 9; this one reads 1\)/);
  });

  it("says so where it cannot be written, and is whole afterwards", () => {
    const { folder, file, journal } = begun();
    journal.close();
    expect(() => journal.write({ do: "done", key: "1.1" })).toThrow(/the run's journal cannot be written/);
    expect(readJournal(folder)).toMatchObject({ isTorn: false });
    expect(readFileSync(file, "utf8").split("\n")).toHaveLength(4);
  });
});

describe("taking a run up", () => {
  it("cuts off a torn line, and holds the lock", async () => {
    const { journal, file, found } = begun();
    journal.close();
    appendFileSync(file, "12345678 {");
    const mine = await takeUp(found, "finish");
    expect(mine).toMatchObject({ isTorn: true, takesBack: null });
    expect(readFileSync(file, "utf8")).toMatch(/\}\n$/);
    expect(await takeUp(found, "finish")).toMatchObject({ code: 75 });
  });

  it("is refused where nothing is to be done", async () => {
    const { journal, found } = begun();
    journal.write({ do: "ended", key: "1", state: "undone", left: [] });
    expect(journal.close()).toBe(false);
    expect(await takeUp(found, "finish")).toMatchObject({
      problem: { problem: expect.stringMatching(/nothing to finish/) },
    });
    expect(await takeUp(found, "undo")).toMatchObject({
      problem: { problem: expect.stringMatching(/nothing to take back/) },
    });
  });

  it("takes back a plan that is done", async () => {
    const { journal, found } = begun();
    journal.write({ do: "ended", key: "1", state: "done", left: [] });
    journal.close();
    expect(await takeUp(found, "undo")).toMatchObject({ takesBack: "1" });
  });

  it("is refused without a journal's first line", async () => {
    const { journal, file, found } = begun();
    journal.close();
    truncateSync(file, 10);
    expect(await takeUp(found, "undo")).toMatchObject({
      problem: { problem: expect.stringMatching(/its first line is damaged/) },
    });
  });
});
