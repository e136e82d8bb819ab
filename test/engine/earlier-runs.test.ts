// What earlier runs of the same script came to: only those of the same content, and only those that ended well.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contentMark, createEarlierRuns } from "../../src/engine/earlier-runs.ts";
import { createUlids } from "../../src/engine/ulid.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dscript-earlier-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const ulid = createUlids();
const file = (text: string) => ({ bytes: Buffer.from(text) });

function left(end: object | string): void {
  const folder = join(root, "runs", ulid());
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "end.json"), typeof end === "string" ? end : JSON.stringify({ script: "a", ...end }));
}

describe("the mark of a script's content", () => {
  it("is the same for the same bytes, and another for an edit, a file more, or another order", () => {
    const marks = [[file("ab")], [file("ab\n")], [file("ba")], [file("ab"), file("c")], [file("")]].map(contentMark);
    expect(new Set(marks).size).toBe(5);
    expect(contentMark([file("ab")])).toBe(marks[0]);
  });
});

describe("earlier runs", () => {
  it("count where they ended with 0 and had the same content", () => {
    const mark = contentMark([file("cat a")]);
    left({ code: 0, mark });
    left({ code: 71, mark });
    left({ code: 0, mark: "other" });
    left({ code: 0 });
    left("torn {");
    left({ code: 0, mark });
    const { runs, lastRun = 0 } = createEarlierRuns(root, mark)();
    expect(runs).toBe(2);
    expect(Math.abs(Date.now() - lastRun)).toBeLessThan(60_000);
  });

  it("say nothing where there are none, or no state folder", () => {
    expect(createEarlierRuns(root, "1-0")()).toEqual({});
    expect(createEarlierRuns(undefined, "1-0")()).toEqual({});
  });
});
