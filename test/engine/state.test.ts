/** The state folder is chosen, made and replaced as its document says. */

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRunState, preferredStateFolder } from "../../src/engine/state.ts";

const uid = process.geteuid?.() ?? 0;
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dscript-state-test-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const mode = (path: string): number => statSync(path).mode & 0o777;

describe("the state folder", () => {
  it("follows XDG_STATE_HOME, then the user's home, and is /var/lib/dscript for root", () => {
    expect(preferredStateFolder({ env: { XDG_STATE_HOME: "/s", HOME: "/h" }, uid: 0 })).toBe("/s/dscript");
    expect(preferredStateFolder({ env: { HOME: "/h" }, uid: 0 })).toBe("/var/lib/dscript");
    expect(preferredStateFolder({ env: { HOME: "/h" }, uid: 7 })).toBe("/h/.local/state/dscript");
    expect(preferredStateFolder({ env: { HOME: "/h", XDG_STATE_HOME: "" }, uid: 7 })).toBe("/h/.local/state/dscript");
  });

  it("ignores an XDG_STATE_HOME that is not absolute", () => {
    expect(preferredStateFolder({ env: { XDG_STATE_HOME: "state", HOME: "/h" }, uid: 7 })).toBe(
      "/h/.local/state/dscript",
    );
    expect(preferredStateFolder({ env: {}, uid: 7 })).toBeUndefined();
  });

  it("is made when it is asked for, not before", () => {
    const run = createRunState({ env: { XDG_STATE_HOME: join(folder, "s") }, uid });
    expect(readdirSync(folder)).toEqual([]);
    expect(run.folder()).toBe(join(folder, "s/dscript/runs", run.runId));
    expect(run.recordsPath()).toBe(join(folder, "s/dscript/runs", run.runId, "records.jsonl"));
    expect(existsSync(join(folder, "s/dscript/runs", run.runId))).toBe(true);
    expect(run.warning()).toBeUndefined();
  });

  it("has mode 0700 whatever the umask is", () => {
    const umask = process.umask(0);
    try {
      const run = createRunState({ env: { XDG_STATE_HOME: join(folder, "s") }, uid });
      expect(mode(run.folder() ?? "")).toBe(0o700);
      expect(mode(join(folder, "s/dscript"))).toBe(0o700);
      expect(process.umask(0)).toBe(0);
    } finally {
      process.umask(umask);
    }
  });

  it("is replaced, with a warning, where it cannot be written", () => {
    writeFileSync(join(folder, "file"), "");
    const run = createRunState({ env: { XDG_STATE_HOME: join(folder, "file"), TMPDIR: folder }, uid });
    expect(run.folder()).toBe(join(folder, `dscript-state-${uid}/runs`, run.runId));
    expect(run.warning()).toMatch(/cannot be written \(a part of the path is no folder\); this run's records go to /);
    expect(mode(join(folder, `dscript-state-${uid}`))).toBe(0o700);
  });

  it("is replaced where there is no HOME", () => {
    const run = createRunState({ env: { TMPDIR: folder }, uid: uid === 0 ? 4242 : uid });
    run.folder();
    expect(run.warning()).toContain("HOME is not set");
  });

  it("is left out, with a warning, where its replacement is not ours", () => {
    const spare = join(folder, `dscript-state-${uid}`);
    mkdirSync(spare);
    chmodSync(spare, 0o777);
    const open = createRunState({ env: { XDG_STATE_HOME: "/proc/1", TMPDIR: folder }, uid });
    expect(open.folder()).toBeUndefined();
    expect(open.recordsPath()).toBeUndefined();
    expect(open.warning()).toContain("others have rights on it");
    rmSync(spare, { recursive: true });
    symlinkSync(folder, spare);
    const linked = createRunState({ env: { XDG_STATE_HOME: "/proc/1", TMPDIR: folder }, uid });
    expect(linked.folder()).toBeUndefined();
    expect(linked.warning()).toContain("it is no folder");
  });
});
