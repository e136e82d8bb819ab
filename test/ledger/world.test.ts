// Logs on a host as hosts are: other people's folders, and file systems that are full.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { signedHold } from "../../bench/log-entries.ts";

const dscript = fileURLToPath(new URL("../../dscript", import.meta.url));
const nobody = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"];
let base = "";

function run(words: readonly string[]): string {
  const [program = "", ...args] = words;
  const env = { PATH: process.env["PATH"] ?? "", HOME: base, LC_ALL: "C", XDG_STATE_HOME: join(base, "state") };
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: base, encoding: "utf8", env, timeout: 60_000 });
  return `${stdout}${stderr}[exit ${status}]`.replaceAll(base, "BASE");
}

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "dscript-world-"));
  chmodSync(base, 0o755);
  writeFileSync(join(base, "one.json"), signedHold("one"));
  writeFileSync(join(base, "two.json"), signedHold("two"));
  run([dscript, "log", "init", "a", "--origin", "o"]);
  run([dscript, "log", "append", "a", "one.json"]);
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

const canBeNobody =
  process.getuid?.() === 0 && spawnSync("setpriv", [...nobody.slice(1), "test", "-r", dscript]).status === 0;

describe.skipIf(!canBeNobody)("a log of somebody else (for root, where setpriv is installed)", () => {
  test("is read, searched, proven and verified, and not written", () => {
    expect(run([...nobody, dscript, "log", "show", "a"])).toMatch(/^0 {2}.* hold .*\n\[exit 0\]$/);
    expect(run([...nobody, dscript, "log", "show", "a", "--kind", "hold"])).toMatch(/^0 {2}.*\n\[exit 0\]$/);
    run([dscript, "log", "index", "a"]);
    expect(run([...nobody, dscript, "log", "show", "a", "--kind", "hold"])).toMatch(/^0 {2}.*\n\[exit 0\]$/);
    run([dscript, "log", "append", "a", "two.json"]);
    // The index that the other one may not write lacks the newest entry.
    expect(run([...nobody, dscript, "log", "show", "a", "--kind", "hold"])).toMatch(/^0 {2}.*\n1 {2}.*\n\[exit 0\]$/);
    expect(run([...nobody, dscript, "log", "verify", "a"])).toMatch(
      /^o is what was signed: 2 entries.*\n.*\n\[exit 0\]$/,
    );
    expect(run([...nobody, dscript, "log", "prove", "0", "a"])).toContain("[exit 0]");
    expect(run([...nobody, dscript, "log", "index", "a"])).toMatch(
      /^dscript: LOG-06: there can be no index in a: .*\n.*\n\[exit 74\]$/,
    );
    expect(run([...nobody, dscript, "log", "append", "a", "one.json"])).toMatchInlineSnapshot(`
      "dscript: LOG-06: a/key.pem cannot be read: Permission denied
        ask whoever owns the folder for the right, or work on a copy: dscript log export, and import
      [exit 64]"
    `);
    chmodSync(join(base, "a", "key.pem"), 0o600);
    expect(run([...nobody, dscript, "log", "init", "b"])).toMatchInlineSnapshot(`
      "dscript: LOG-06: b cannot be written: Permission denied
        ask whoever owns the folder for the right, or work on a copy: dscript log export, and import
      [exit 64]"
    `);
  });

  test("that may not be read is said", () => {
    chmodSync(join(base, "a", "entries.jsonl"), 0o600);
    expect(run([...nobody, dscript, "log", "show", "a"])).toMatchInlineSnapshot(`
      "dscript: LOG-06: a cannot be read: Permission denied
        ask whoever owns the folder for the right, or work on a copy: dscript log export, and import
      [exit 64]"
    `);
    chmodSync(join(base, "a"), 0o700);
    expect(run([...nobody, dscript, "log", "verify", "a"])).toMatchInlineSnapshot(`
      "dscript: LOG-06: a/log.json cannot be read: Permission denied
        ask whoever owns the folder for the right, or work on a copy: dscript log export, and import
      [exit 64]"
    `);
  });
});

const canMount =
  process.getuid?.() === 0 && spawnSync("unshare", ["-m", "mount", "-t", "tmpfs", "x", "/mnt"]).status === 0;

describe.skipIf(!canMount)("a full file system (for root, where mounts are allowed)", () => {
  test("takes nothing, harms nothing, and takes more once there is room", { timeout: 120_000 }, () => {
    writeFileSync(
      join(base, "many"),
      Array.from({ length: 400 }, (_, at) => `${signedHold(`number ${at}`)}\n`).join(""),
    );
    const script = `
      mount -t tmpfs -o size=200k tmp /mnt
      "$0" log init /mnt/a --origin o > /dev/null
      "$0" log append /mnt/a one.json > /dev/null
      "$0" log append /mnt/a many > out 2> err; echo "all at once: $?"; cat err
      "$0" log append /mnt/a - < many > out 2> err; echo "line by line: $?"; cat err
      "$0" log verify /mnt/a | head -1 | sed 's/, root.*//'
      echo "acknowledged: $(wc -l < out)"
      mount -o remount,size=2m /mnt
      tail -100 many > more; "$0" log append /mnt/a more > out; echo "with room: $? $(wc -l < out)"
      "$0" log verify /mnt/a > /dev/null; echo "verified: $?"`;
    const said = run(["unshare", "-m", "bash", "-c", script, dscript]);
    expect(said).toMatch(
      /^all at once: 74\ndscript: LOG-11: \/mnt\/a cannot be written: [^\n]*; nothing was appended\n/,
    );
    expect(said).toMatch(/\nline by line: 74\ndscript: LOG-11: /);
    const size = Number(/what was signed: (\d+) entries/.exec(said)?.[1]);
    const acknowledged = Number(/acknowledged: (\d+)/.exec(said)?.[1]);
    expect(size).toBe(1 + acknowledged);
    expect(said).toMatch(/with room: 0 100\nverified: 0\n\[exit 0\]$/);
  });
});
