/** The runs of the state folder are listed, read and removed as documented, and a run that lives stays. */

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tidyRuns } from "../../src/engine/retention.ts";
import { noteEnd, noteStart } from "../../src/engine/run-notes.ts";
import { pruneRuns, type RetentionLimits, recordLines, runFolders, summaryOf } from "../../src/engine/runs/index.ts";
import { createRunState, historyFolder } from "../../src/engine/state.ts";
import { createUlids } from "../../src/engine/ulid.ts";

const uid = process.geteuid?.() ?? 0;
const day = 86_400_000;
const unlimited: RetentionLimits = { keep: Infinity, olderThan: Infinity, size: Infinity };
let root = "";
let outside = "";

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), "dscript-runs-"));
  root = join(outside, "dscript");
  mkdirSync(join(root, "runs"), { recursive: true });
});

afterEach(() => {
  rmSync(outside, { recursive: true, force: true });
});

const end = {
  script: "a.dscript",
  path: "/srv/a.dscript",
  code: 0,
  milliseconds: 5,
  commands: 1,
  unseen: 0,
  interrupted: false,
  records: 0,
};

/** A run that started so many milliseconds ago. */
function made(age: number, files: Readonly<Record<string, string>>): string {
  const id = createUlids(() => Date.now() - age)();
  const folder = join(root, "runs", id);
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return id;
}
const ended = (age: number, more: object = {}) => made(age, { "end.json": JSON.stringify({ ...end, ...more }) });
const there = () => runFolders(root).map(({ id }) => id);
const prune = (limits: Partial<RetentionLimits>, dryRun = false) =>
  pruneRuns({ root, limits: { ...unlimited, ...limits }, dryRun, patience: Infinity });

describe("a run", () => {
  it("leaves its end also where it recorded nothing, and nothing where its folder cannot be", () => {
    const state = createRunState({ env: { XDG_STATE_HOME: outside }, uid });
    noteEnd(state, { ...end, code: 71, kind: "IOFault", class: "SystemFault", message: "x".repeat(900), line: 3 });
    const [run] = runFolders(root).map(summaryOf);
    expect(run).toMatchObject({ id: state.runId, state: "ended", script: "a.dscript", path: "/srv/a.dscript" });
    expect(run?.end).toMatchObject({ code: 71, kind: "IOFault", class: "SystemFault", line: 3 });
    expect(run?.end?.message).toHaveLength(500);
    expect(statSync(join(run?.folder ?? "", "end.json")).mode & 0o777).toBe(0o600);
    writeFileSync(join(outside, "file"), "");
    const none = createRunState({ env: { XDG_STATE_HOME: join(outside, "file"), TMPDIR: outside }, uid });
    noteEnd(none, end);
    expect([none.warning(), readdirSync(outside)]).toEqual([undefined, ["dscript", "file"]]);
  });

  it("is running, was killed, or is unknown, where it wrote no end", () => {
    const id = made(0, {});
    noteStart(join(root, "runs", id), { script: "s", path: "/s" });
    const killed = made(10_000, { "run.json": JSON.stringify({ script: "k", path: "/k", holder: "1-1-00000000" }) });
    utimesSync(join(root, "runs", killed), 1, 1);
    const old = made(20_000, { "records.jsonl": "{}\n", "end.json": '{"torn' });
    expect(runFolders(root).map((found) => [found.id, summaryOf(found).state])).toEqual([
      [id, "running"],
      [killed, "killed"],
      [old, "unknown"],
    ]);
  });

  it("gives its records line by line, a torn one as such", () => {
    const lines = Array.from({ length: 5000 }, (_, at) => JSON.stringify({ at, text: "é".repeat(300) }));
    const id = made(0, { "records.jsonl": `${lines.join("\n")}\nnull\n{"at":` });
    const read = [...recordLines(join(root, "runs", id))];
    expect(read.slice(0, 5000).map(({ text }) => text)).toEqual(lines);
    expect(read.slice(5000).map(({ fields }) => fields)).toEqual([undefined, undefined]);
    expect([...recordLines(join(root, "runs", "none"))]).toEqual([]);
  });
});

describe("pruning", () => {
  it("leaves the newest runs that are within every limit", () => {
    const ids = [0, 1, 2, 3, 4].map((days) => ended(days * day + 1000));
    expect(prune({ keep: 4 }, true).removed.map(({ id }) => id)).toEqual(ids.slice(4));
    expect(there()).toEqual(ids);
    expect(prune({ keep: 4 })).toMatchObject({ stay: 4, failed: [], isCut: false });
    expect(prune({ olderThan: 2.5 * day }).removed.map(({ id }) => id)).toEqual(ids.slice(3, 4));
    const { bytes } = summaryOf({ id: ids[0] ?? "", folder: join(root, "runs", ids[0] ?? "") });
    expect(prune({ size: 2 * bytes + 1 }).removed.map(({ id }) => id)).toEqual(ids.slice(2, 3));
    expect(there()).toEqual(ids.slice(0, 2));
    expect(prune({ keep: 0 }).stay).toBe(0);
  });

  it("leaves a run that lives, one that starts just now, queues, and whatever is no run", () => {
    const living = made(9 * day, {});
    noteStart(join(root, "runs", living), { script: "s", path: "" });
    const starting = made(8 * day, {});
    const killed = made(7 * day, { "run.json": '{"script":"k","holder":"1-1-00000000"}' });
    const unknown = made(6 * day, {});
    utimesSync(join(root, "runs", unknown), 1, 1);
    mkdirSync(join(root, "queue/x"), { recursive: true });
    writeFileSync(join(root, "runs", "note"), "");
    mkdirSync(join(root, "runs", "own-folder"));
    expect(prune({ keep: 0 }).removed.map(({ id }) => id)).toEqual([unknown, killed]);
    expect(there()).toEqual([starting, living]);
    expect(readdirSync(join(root, "runs"))).toEqual(expect.arrayContaining(["note", "own-folder"]));
    expect(existsSync(join(root, "queue/x"))).toBe(true);
  });

  it("removes a link in a run's folder, not what it names", () => {
    const id = ended(day);
    writeFileSync(join(outside, "precious"), "x");
    symlinkSync(outside, join(root, "runs", id, "link"));
    prune({ keep: 0 });
    expect([there(), existsSync(join(outside, "precious"))]).toEqual([[], true]);
  });
});

describe("tidying", () => {
  const state = () => {
    const made = createRunState({ env: { XDG_STATE_HOME: outside }, uid });
    made.quietFolder();
    return made;
  };
  const limits = { keep: 2, olderThan: 30 * day, size: 2 ** 20 };

  it("happens once an hour, and not where the configuration says none", async () => {
    for (let count = 0; count < 5; count += 1) ended(day + count * 1000);
    await tidyRuns(state(), null);
    expect(there()).toHaveLength(6);
    await tidyRuns(state(), limits);
    expect(there().length).toBeLessThanOrEqual(3);
    for (let count = 0; count < 5; count += 1) ended(day + count * 1000);
    const before = there().length;
    await tidyRuns(state(), limits);
    expect(there()).toHaveLength(before + 1);
    utimesSync(join(root, "tidied"), 1, 1);
    await tidyRuns(state(), limits);
    expect(there().length).toBeLessThan(before);
  });

  it("comes sooner where there are many more runs than may stay", async (context) => {
    await tidyRuns(state(), limits);
    for (let count = 0; count < 150; count += 1) ended(day + count * 1000);
    if (statSync(join(root, "runs")).nlink < 150)
      return context.skip("this file system does not count a folder's folders");
    await tidyRuns(state(), limits);
    expect(there().length).toBeLessThan(10);
  });
});

it("looks into the spare folder only where the state folder holds no runs", () => {
  const env = { XDG_STATE_HOME: join(outside, "none"), TMPDIR: outside };
  expect(historyFolder({ env, uid })).toBe(join(outside, "none/dscript"));
  mkdirSync(join(outside, `dscript-state-${uid}`, "runs"), { recursive: true, mode: 0o700 });
  expect(historyFolder({ env, uid })).toBe(join(outside, `dscript-state-${uid}`));
  expect(historyFolder({ env: { ...env, XDG_STATE_HOME: outside }, uid })).toBe(root);
});
