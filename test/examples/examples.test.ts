// Every example runs, as its reader would run it.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const booklet = join(root, "../shared/booklet/backup.dscript");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dscript-example-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function dscript(...words: string[]) {
  return spawnSync(join(root, "dscript"), words, {
    cwd: folder,
    encoding: "utf8",
    timeout: 60_000,
    env: { PATH: process.env["PATH"], HOME: folder, XDG_STATE_HOME: join(folder, "state"), LC_ALL: "C" },
  });
}

it("the examples are in the one format", () => {
  const { status, stdout } = dscript("fmt", "--check", join(root, "examples"));
  expect(`${status} ${stdout}`).toBe("0 ");
});

describe("the backup example", () => {
  it("keeps a generation a run, unchanged files as hard links", { timeout: 60_000 }, () => {
    const target = join(folder, "target");
    for (let run = 0; run < 3; run += 1) {
      const ended = dscript("run", join(root, "examples/backup/backup.dscript"), target);
      expect(ended.stderr).toBe("");
      expect(ended.status).toBe(0);
      expect(ended.stdout).toContain(target);
    }
    expect(readdirSync(target).sort()).toEqual(["backup.0", "backup.1", "backup.2"]);
    const inode = (generation: number): number => statSync(join(target, `backup.${generation}/notes/monday.txt`)).ino;
    expect(inode(1)).toBe(inode(0));
    expect(inode(2)).toBe(inode(0));
  });

  it("copies what changed, forgets what went, and keeps four generations", { timeout: 60_000 }, () => {
    const source = join(folder, "a source; $(x)");
    const target = join(folder, "target");
    mkdirSync(join(source, "-sub"), { recursive: true });
    writeFileSync(join(source, "same\nname"), "same");
    for (let day = 1; day <= 6; day += 1) {
      writeFileSync(join(source, "changing"), `day ${day}`);
      // Sometimes a file, sometimes a folder.
      rmSync(join(source, "either"), { force: true, recursive: true });
      if (day % 2 === 0) mkdirSync(join(source, "either"));
      else writeFileSync(join(source, "either"), "");
      writeFileSync(join(source, "-sub", `only-${day}`), "");
      rmSync(join(source, "-sub", `only-${day - 1}`), { force: true });
      expect(dscript("run", join(root, "examples/backup/backup.dscript"), target, source).stderr).toBe("");
    }
    expect(readdirSync(target).sort()).toEqual(["backup.0", "backup.1", "backup.2", "backup.3"]);
    for (const generation of [0, 1, 2, 3]) {
      const copy = join(target, `backup.${generation}`);
      expect(readFileSync(join(copy, "changing"), "utf8")).toBe(`day ${6 - generation}`);
      expect(readdirSync(join(copy, "-sub"))).toEqual([`only-${6 - generation}`]);
      expect(statSync(join(copy, "either")).isDirectory()).toBe(generation % 2 === 0);
    }
  });
});

const hasRsync = spawnSync("rsync", ["--version"]).status === 0;

describe.skipIf(!existsSync(booklet) || !hasRsync)(
  "the booklet's script (extra: needs its text beside the project, and rsync)",
  () => {
    it("runs unchanged five days in a row and keeps four right generations", { timeout: 60_000 }, () => {
      const source = join(folder, "resource");
      const target = join(folder, "backup");
      mkdirSync(source);
      mkdirSync(target);
      for (let day = 1; day <= 5; day += 1) {
        writeFileSync(join(source, "student.c"), `int day = ${day};`);
        // rsync takes a file of the same size and second for unchanged: let a day pass.
        utimesSync(join(source, "student.c"), day * 86_400, day * 86_400);
        const ended = dscript("run", "--define", `SOURCE_DIR=${source}`, "--define", `DEST_DIR=${target}`, booklet);
        expect(ended.status, ended.stderr).toBe(0);
      }
      expect(readdirSync(target).sort()).toEqual(["backup.0", "backup.1", "backup.2", "backup.3"]);
      for (const generation of [0, 1, 2, 3])
        expect(readFileSync(join(target, `backup.${generation}/resource/student.c`), "utf8")).toBe(
          `int day = ${5 - generation};`,
        );
    });
  },
);
