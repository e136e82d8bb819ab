// Dry runs as users make them: real effects, none of which is left.

import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ended, runDscript } from "../run-dscript.ts";
import { exact } from "../sandbox/atomic/snapshot.ts";

const isRoot = process.getuid?.() === 0;
const dscript = fileURLToPath(new URL("../../dscript", import.meta.url));
const patience = { timeout: 300_000 };
const base = mkdtempSync("/var/tmp/dscript-rehearsal-test-");
const home = join(base, "home");
const work = join(base, "work");
let count = 0;

const hasNamespaces = spawnSync("unshare", ["--user", "--map-root-user", "--mount", "true"]).status === 0;

beforeAll(() => {
  for (const folder of [home, work, join(work, "dir/sub")]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(work, "text"), "one\ntwo\nthree\n");
  writeFileSync(join(work, "gone"), "gone\n");
  writeFileSync(join(work, "dir/sub/x"), "x\n");
  writeFileSync(join(work, "large"), "");
  truncateSync(join(work, "large"), 100_000_000);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

function scriptOf(text: string): string {
  count += 1;
  const path = join(home, `s${count}.dscript`);
  writeFileSync(path, `cd "${work}"\n${text}`);
  return path;
}

const dry = (
  text: string,
  options: readonly string[] = [],
  words: readonly string[] = [],
  input = "",
): Promise<Ended> => runDscript(home, ["run", "--dry-run", ...options, scriptOf(text), ...words], {}, undefined, input);

interface Shown {
  readonly changes: readonly { readonly path: string; readonly kind: string; readonly from?: string }[];
  readonly uncovered: readonly { readonly command: string; readonly line: number }[];
  readonly notes: readonly string[];
}

function shown({ error }: Ended): Shown {
  return JSON.parse(error.trimEnd().split("\n").at(-1) ?? "") as Shown;
}

describe.skipIf(!isRoot)("a dry run", () => {
  it("shows what the script did, and leaves all as it was", patience, async () => {
    const before = exact(work);
    const ended = await dry(
      [
        'println(ARGV.join(","))',
        "cat",
        "mkdir new",
        'System.appendText("text", "four\\n")',
        "rm gone",
        "mv dir moved",
        "chmod 600 moved/sub/x",
        "ln -s text link",
        "mkfifo pipe",
        "ln text other",
        "truncate -s 1000 large",
        "exit 7",
      ].join("\n"),
      [],
      ["a b", "c"],
      "from the input\n",
    );
    expect(ended).toMatchObject({ code: 7, out: "a b,c\nfrom the input\n" });
    expect(exact(work)).toEqual(before);
    const tree = ended.error.split("\n\n")[1]?.split("\n").slice(0, 12) ?? ended.error;
    expect(ended.error).toContain("Dry run: 4 made, 2 changed, 1 removed, 1 moved, 1 with other attributes;");
    for (const line of [
      `>   moved/  moved, folder, from ${work}/dir`,
      "x  attributes, 2 B, mode 0644 → 0600",
      "~   large  changed, 95.4 MiB → 1000 B",
      "+   link  made, symbolic link, → text",
      `+   other  made, another name of ${work}/text`,
      "+   pipe  made, FIFO, 0644",
      "-   gone  removed, 5 B",
      `--- ${work}/text\n+++ ${work}/text\n@@ -1,3 +1,4 @@\n one\n two\n three\n+four\n`,
    ])
      expect(tree.length > 0 && ended.error).toContain(line);
    expect(readFileSync("/proc/self/mounts", "utf8")).not.toContain("dscript-rehearsal-");
  });

  it("has no network, and says so; what more than files would change is named", patience, async () => {
    const ended = await dry(
      'try { println(Http.get("http://192.0.2.1/").text) } catch (NetworkFault f) { println("none") }\nhostname other\n',
      ["--json"],
    );
    expect(ended.out).toBe("none\n");
    const { changes, uncovered, notes } = shown(ended);
    expect(changes).toEqual([]);
    expect(uncovered).toMatchObject([{ command: "hostname other", line: 3 }]);
    expect(notes).toContain(
      "something tried to reach another host: a dry run has no network, unless --network gives it one",
    );
  });

  it("shows nothing of what the engine itself keeps, wherever that is", patience, async () => {
    const temporary = join(base, "temporary");
    mkdirSync(temporary);
    symlinkSync(temporary, join(base, "link"));
    const none = join(work, "text");
    for (const [number, TMPDIR] of [temporary, join(base, "link")].entries()) {
      const script = scriptOf('lock "x" { atomic ("dir") { println("in it") } }\n');
      const words = ["run", "--dry-run", "--json", "--diff", join(base, `kept${number}`), script];
      // No state folder can be made there: its spare is where temporary files are.
      const ended = await runDscript(home, words, { TMPDIR, XDG_STATE_HOME: none });
      expect(ended).toMatchObject({ code: 0, out: "in it\n" });
      // The tree that takes itself back has another time, and so has a folder that everybody writes to meanwhile.
      const others = shown(ended).changes.filter(({ path }) => path !== work && path !== "/tmp");
      expect(others).toEqual([]);
    }
  });

  it("takes trees back within, by atomic and by undo", patience, async () => {
    const before = exact(base).filter((line) => !line.startsWith("/home"));
    const ended = await dry(
      [
        'try { atomic ("dir") { rm -r dir/sub; throw UserFault("no") } } catch (Fault f) { cat dir/sub/x }',
        'atomic ("dir") { touch dir/kept }',
        "task step(String what) { touch ${what} } undo { rm ${what} }",
        "task bad() { false } undo { }",
        'plan both() { step("first"); bad() } on undo failure { echo "left" }',
        "println(both().state)",
        "ls",
      ].join("\n"),
      ["--json"],
    );
    expect(ended).toMatchObject({ out: expect.stringMatching(/^x\n/) });
    expect(
      shown(ended)
        .changes.filter(({ kind }) => kind !== "times")
        .map(({ path, kind }) => [path, kind]),
    ).toEqual([[`${work}/dir/kept`, "made"]]);
    expect(exact(base).filter((line) => !line.startsWith("/home"))).toEqual(before);
  });

  it("settles what a killed engine left on the host ahead of it, as none of its changes", patience, async () => {
    const before = exact(join(work, "dir"));
    const killed = scriptOf(`atomic ("dir") { echo half > dir/half\n sh -c 'kill -9 $PPID' }`);
    expect((await runDscript(home, ["run", killed])).code).toBe(null);
    expect(readdirSync(work).some((name) => name.startsWith(".dscript-atomic-"))).toBe(true);
    const ended = await dry("touch fresh", ["--json"]);
    expect(ended.error).toContain(`what an engine that was killed left half done in ${work}/dir is taken back`);
    expect(shown(ended).changes.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      `times ${work}`,
      `made ${work}/fresh`,
    ]);
    expect(exact(join(work, "dir"))).toEqual(before);
    expect(readdirSync(work).filter((name) => name.startsWith(".dscript-atomic-"))).toEqual([]);
  });

  it("says where the room for what is written is used up", patience, async () => {
    const { code, error } = await dry("dd if=/dev/zero of=big bs=1M count=64 status=none", ["--dry-run-size", "16MB"]);
    expect(code).toBe(71);
    expect(error).toContain("No space left");
    expect(existsSync(join(work, "big"))).toBe(false);
  });

  it("has no difference of a script that does not check", patience, async () => {
    const { code, error } = await dry("no-such-command-here\n");
    expect(code).toBe(76);
    expect(error).not.toContain("Dry run");
  });
});

describe.skipIf(!isRoot || !hasNamespaces)("an ordinary user's dry run", () => {
  it("shows what the script did, and leaves all as it was", patience, async () => {
    // Trees are copied ahead beside themselves.
    const folder = join(base, "users/own");
    mkdirSync(folder, { recursive: true });
    chmodSync(join(base, "users"), 0o1777);
    writeFileSync(join(folder, "text"), "one\n");
    writeFileSync(join(folder, "theirs"), "theirs\n");
    writeFileSync(
      join(folder, "s.dscript"),
      'id -u\nSystem.appendText("text", "two\\n")\nrm -f theirs\nmkdir new\nSystem.writeText("new/x", "x\\n")\nexit 3\n',
    );
    chmodSync(base, 0o755);
    for (const name of [".", "text"]) chownSync(join(folder, name), 12_345, 12_345);
    const before = exact(folder);
    const env = [`HOME=${folder}`, `XDG_STATE_HOME=/var/tmp/dscript-user-state-${process.pid}`, "LC_ALL=C"];
    const state = `/var/tmp/dscript-user-state-${process.pid}`;
    mkdirSync(state);
    chownSync(state, 12_345, 12_345);
    try {
      const words = ["--reuid=12345", "--regid=12345", "--clear-groups", "env", "-C", folder, ...env, dscript];
      const ended = spawnSync("setpriv", [...words, "run", "--dry-run", "--json", "s.dscript"], { encoding: "utf8" });
      expect(ended).toMatchObject({ status: 3, stdout: "12345\n" });
      const { changes } = shown({ code: 3, out: "", error: ended.stderr, milliseconds: 0 });
      expect(changes.filter(({ kind }) => kind !== "times").map(({ path, kind }) => [path, kind])).toEqual([
        [`${folder}/new`, "made"],
        [`${folder}/new/x`, "made"],
        [`${folder}/text`, "changed"],
        [`${folder}/theirs`, "removed"],
      ]);
      expect(exact(folder)).toEqual(before);
      const applied = spawnSync("setpriv", [...words, "run", "--apply", "last"], { encoding: "utf8" });
      // A file of somebody else keeps trees from being copied ahead.
      expect(applied).toMatchObject({ status: 71, stderr: expect.stringContaining("belongs to user 0 and group 0") });
      rmSync(join(folder, "theirs"));
      rmSync(join(folder, "s.dscript"));
      writeFileSync(join(base, "own.dscript"), 'System.appendText("text", "two\\n")\nmkdir new\n');
      const again = spawnSync("setpriv", [...words, "run", "--dry-run", join(base, "own.dscript")], {
        encoding: "utf8",
      });
      expect(again).toMatchObject({ status: 0, stderr: expect.stringContaining("Dry run: 1 made, 1 changed;") });
      expect(spawnSync("setpriv", [...words, "run", "--apply", "last"])).toMatchObject({ status: 0 });
      expect(readFileSync(join(folder, "text"), "utf8")).toBe("one\ntwo\n");
    } finally {
      rmSync(state, { recursive: true, force: true });
    }
  });
});
