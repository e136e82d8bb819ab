// Monitors and what follows from them, as the built program runs them: real processes, short periods, a state folder of their own.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ended, recordsIn, runDscript } from "../../run-dscript.ts";

const dscript = fileURLToPath(new URL("../../../dscript", import.meta.url));
const limit = { timeout: 120_000 };
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dscript-watch-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(text: string, name = "w.dscript"): void {
  writeFileSync(join(folder, name), text);
}

function watch(words: readonly string[] = ["w.dscript"], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return runDscript(folder, ["watch", ...words], env);
}

const read = (name: string): string => readFileSync(join(folder, name), "utf8");

/** The watcher as a process of its own: what it wrote so far, and a wait for what it is to write. */
function startWatch(words: readonly string[]) {
  const child = spawn(dscript, ["watch", ...words], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"], HOME: folder, XDG_STATE_HOME: join(folder, "state"), LC_ALL: "C" },
  });
  let text = "";
  let look = (): void => undefined;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      look();
    });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return {
    child,
    ended,
    text: () => text,
    until: (what: RegExp) =>
      new Promise<void>((resolve, reject) => {
        look = () => {
          if (what.test(text)) resolve();
        };
        look();
        void ended.then(() => reject(new Error(`it ended ahead of ${what}:\n${text}`)));
      }),
  };
}

describe("a watch", () => {
  it("runs the top level, looks, and does what follows as often as it may", limit, async () => {
    write(`
var count = 0
println("set up \${ARGV[0]}")
monitor seen every 20ms { count += 1; return count }
when (seen >= 3) at most 2 per 1h { println("fired at \${seen}"); if (seen > 3) exit 5 }
`);
    const { code, out, error } = await watch(["w.dscript", "here"]);
    expect(code).toBe(5);
    expect(out).toMatch(/^set up here\nfired at 3\nfired at \d+\n$/);
    expect(error).toMatch(/^dscript: watches seen every 20ms, for 1 `when`; Ctrl-C ends it$/m);
    expect(error).toMatch(/^dscript: \d\d:\d\d:\d\d when \(seen >= 3\), seen 3: done after \S+$/m);
    expect(error).toMatch(/when \(seen >= 3\), seen \d+: ended the watch after /);
  });

  it("keeps each value and each firing as a record", limit, async () => {
    write(`
monitor text every 20ms { String s = $(echo "two words"); return s }
when (text == "two words") at most 1 per 1h { exit 0 }
`);
    expect((await watch()).code).toBe(0);
    const points = recordsIn(folder).filter((each) => each["LogPoint"] === "PeriodicPoint");
    expect(points[0]).toMatchObject({ Api: "monitor", ScriptName: "w.dscript", ScriptLine: 2, text: "two words" });
    expect(points.at(-1)).toMatchObject({ Api: "when", condition: 'text == "two words"', result: "exit" });
  });

  it("holds a cap over its restarts, and frees it with its window", limit, async () => {
    write(`
monitor one every 20ms { return 1 }
when (one == 1) at most 1 per 1h { echo x >> fired; exit 0 }
`);
    expect((await watch()).code).toBe(0);
    const again = await watch(["--for", "200ms", "w.dscript"]);
    expect(again.code).toBe(0);
    expect(read("fired")).toBe("x\n");
    const waits =
      /when \(one == 1\): the condition holds, and it ran once within 1h: it waits until .*\d\d:\d\d:\d\d$/gm;
    expect(again.error.match(waits)).toHaveLength(1);
    const [name = ""] = readdirSync(join(folder, "state/dscript/watch"));
    const file = join("state/dscript/watch", name);
    const kept = JSON.parse(read(file)) as { readonly fired: Record<string, number[]> };
    writeFileSync(join(folder, file), JSON.stringify({ ...kept, fired: { "one == 1": [Date.now() - 3_600_001] } }));
    expect((await watch(["--for", "10s", "w.dscript"])).code).toBe(0);
    expect(read("fired")).toBe("x\nx\n");
  });

  it("goes on behind a block, and a plan, that fails, and tells of it", limit, async () => {
    write(`
task half()
  goal "something is there"
{ touch made; false } undo { rm -f made; touch undone }
plan act() { half() } on undo failure { println("no") }
var count = 0
monitor seen every 20ms { count += 1; return count }
when (seen == 2) at most 1 per 1h { act() }
when (seen > 4) at most 1 per 1h { exit 0 }
`);
    const { code, error } = await watch();
    expect(code).toBe(0);
    expect(error).toMatch(/when \(seen == 2\), seen 2: failed after \S+: false ended with status 1/);
    expect(error).toMatch(/CommandFault/);
    expect(existsSync(join(folder, "made"))).toBe(false);
    expect(existsSync(join(folder, "undone"))).toBe(true);
    const faults = recordsIn(folder).filter((each) => each["LogPoint"] === "ErrorPoint");
    expect(faults[0]).toMatchObject({ Handled: false });
  });

  it("tells once of a monitor that fails three times in a row, and when it is well again", limit, async () => {
    write(`
var count = 0
monitor shaky every 20ms {
  count += 1
  if (count > 1 && count < 8) throw SystemFault("no such sensor")
  return count
}
when (shaky >= 8) at most 1 per 1h { exit 0 }
`);
    const { code, error } = await watch();
    expect(code).toBe(0);
    const failing =
      /the monitor `shaky` has failed 3 times in a row, its value stays 1, seen at \d\d:\d\d:\d\d: no such sensor/g;
    expect(error.match(failing)).toHaveLength(1);
    expect(error.match(/the monitor `shaky` has a value again: 8/g)).toHaveLength(1);
    const faults = recordsIn(folder).filter((each) => each["LogPoint"] === "ErrorPoint");
    expect(faults).toHaveLength(6);
    expect(faults.every((each) => each["Handled"] === true)).toBe(true);
  });

  it("leaves looks out rather than piling them up, and ends what hangs with itself", limit, async () => {
    write(`
monitor stuck every 10ms { echo x >> looks; sleep 300; return 1 }
monitor tick every 20ms { return 1 }
when (tick > 0 && stuck > 0) at most 1 per 1h { touch never }
`);
    const { code, error, milliseconds } = await watch(["--for", "1s", "w.dscript"]);
    expect(code).toBe(0);
    expect(milliseconds).toBeLessThan(60_000);
    expect(read("looks")).toBe("x\n");
    expect(existsSync(join(folder, "never"))).toBe(false);
    expect(error.match(/the monitor `stuck` takes longer than its period/g)).toHaveLength(1);
  });

  it("runs one block after the other, with the values that it was judged by", limit, async () => {
    write(`
var count = 0
var inside = 0
monitor seen every 10ms { count += 1; return count }
when (seen >= 2) at most 1 per 1h {
  inside += 1
  assert(inside == 1)
  int before = seen
  sleep(200ms)
  assert(seen == before && count > seen, "it stays")
  inside -= 1
}
when (seen >= 2) at most 1 per 1h {
  inside += 1
  assert(inside == 1)
  println("second at \${seen > 2}")
  exit 0
}
`);
    const { code, out } = await watch();
    expect(code).toBe(0);
    expect(out).toBe("second at true\n");
  });

  it("waits outside of the schedule of a context, with its monitors going on", limit, async () => {
    const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    const other = days[(new Date().getDay() + 3) % 7] ?? "Sun";
    write(`
context "the class" schedule "${other}"
monitor seen every 20ms { echo x >> looks; return 1 }
when (seen == 1) at most 1 per 1h { touch never }
`);
    const { code, error } = await watch(["--for", "400ms", "w.dscript"]);
    expect(code).toBe(0);
    expect(read("looks").length).toBeGreaterThan(2);
    expect(existsSync(join(folder, "never"))).toBe(false);
    expect(error.match(/the condition holds outside of "the class", \w+: it waits/g)).toHaveLength(1);
    expect((await runDscript(folder, ["run", "w.dscript"])).code).toBe(65);
  });

  it("shows a condition that fails once, until it can be judged again", limit, async () => {
    write(`
var count = 0
monitor seen every 20ms { count += 1; return count }
when (10 / (seen < 5 ? 0 : 1) > 1) at most 1 per 1h { exit 0 }
`);
    const { code, error } = await watch();
    expect(code).toBe(0);
    expect(error.match(/ZeroDivisionFault:/g)).toHaveLength(1);
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("ends by %s as a run does: what a block began is taken back", limit, async (signal, status) => {
    write(`
task slow()
  goal "it takes long"
{ touch made; sleep(100s) } undo { rm -f made; touch undone }
plan act() { slow() } on undo failure { println("no") }
monitor one every 20ms { return 1 }
monitor hangs every 20ms { sleep 100; return 1 }
when (one == 1) at most 1 per 1h { println("begun"); act() }
`);
    const { child, ended, until, text } = startWatch(["w.dscript"]);
    await until(/begun/);
    while (!existsSync(join(folder, "made"))) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill(signal);
    expect(await ended).toBe(status);
    expect(text()).toMatch(/when \(one == 1\), one 1: interrupted after /);
    expect(existsSync(join(folder, "made"))).toBe(false);
    expect(existsSync(join(folder, "undone"))).toBe(true);
  });

  it("ends at once where nothing runs", limit, async () => {
    write(`
monitor one every 10m { return 1 }
when (one == 2) at most 1 per 1h { touch never }
`);
    const { child, ended, until } = startWatch(["w.dscript"]);
    await until(/watches one every 10m/);
    child.kill("SIGTERM");
    expect(await ended).toBe(143);
  });

  it("has a script to itself on its host", limit, async () => {
    write("monitor one every 1h { return 1 }\n");
    const first = startWatch(["w.dscript"]);
    await first.until(/watches one/);
    const second = await watch();
    expect(second.code).toBe(75);
    expect(second.error).toMatch(/^dscript: process \d+ watches w\.dscript already$/m);
    first.child.kill("SIGKILL");
    await first.ended;
    expect((await watch(["--for", "50ms", "w.dscript"])).code).toBe(0);
  });

  it("refuses what cannot be watched", limit, async () => {
    write('println("x")\n');
    const none = await watch();
    expect(none.code).toBe(64);
    expect(none.error).toMatch(/w\.dscript has no monitors: there is nothing to watch/);
    const input = await runDscript(folder, ["watch", "-"], {}, undefined, "monitor one every 1h { return 1 }\n");
    expect(input.code).toBe(64);
    write("const EVERY = 1ms * 2\nmonitor one every EVERY { return 1 }\n");
    const short = await watch();
    expect(short.code).toBe(70);
    expect(short.error).toMatch(/`every` takes a time from 10ms to 30d/);
  });

  it("leaves a script that is run to its top level, and says so", limit, async () => {
    write('println("top")\nmonitor one every 10ms { touch never; return 1 }\n');
    const { code, out, error } = await runDscript(folder, ["run", "w.dscript"]);
    expect([code, out]).toEqual([0, "top\n"]);
    expect(error).toContain("dscript: its monitors (`one`) look under `dscript watch w.dscript`\n");
    expect(existsSync(join(folder, "never"))).toBe(false);
  });

  it("goes by a clock that a test holds, without waiting", limit, async () => {
    write(`
var count = 0
monitor seen every 10m { count += 1; curl -s http://localhost/; return count }
when (seen > 2) at most 2 per 1h { println("fired at \${seen}") }
`);
    write(
      `test "a watch of three hours" {
  Test.fake("curl")
  Test.setTime(Time.parse("2026-01-05 10:00", "%Y-%m-%d %H:%M"))
  Result r = Test.watch("w.dscript", 3h)
  assert(r.status == 0)
  assert(r.out == "fired at 3\\nfired at 4\\nfired at 9\\nfired at 10\\nfired at 15\\nfired at 16")
}
`,
      "w_test.dscript",
    );
    const { code, out, error } = await runDscript(folder, ["test"]);
    expect(`${out}${error}`).toContain("1 passed");
    expect(code).toBe(0);
  });

  it("hides secrets in what it says and records", limit, async () => {
    write(`
param secret String token
monitor one every 20ms { return "it is \${token}" }
when (one != "") at most 1 per 1h { exit 0 }
`);
    const { error } = await watch(["w.dscript", "--token", "hush-hush"]);
    expect(error).toContain("one it is ***");
    expect(JSON.stringify(recordsIn(folder))).not.toContain("hush-hush");
  });

  it("hides a secret that stands where a text is cut", limit, async () => {
    write(`
param secret String token
monitor one every 20ms { return "\${"x".repeat(995)}\${token}" }
when (one != "") at most 1 per 1h { throw SystemFault("the service of the host refused the token just now: \${token}") }
when (one != "") at most 1 per 1h { exit 0 }
`);
    const { error } = await watch(["w.dscript", "--token", "hush-hush"]);
    expect(error).toMatch(/: failed after \S+: the service of the host refused the token just now: \*\*\*$/m);
    expect(`${error}${JSON.stringify(recordsIn(folder))}`).not.toContain("hush");
  });

  it("speaks Japanese", limit, async () => {
    write("monitor one every 20ms { return 1 }\nwhen (one == 1) at most 1 per 1h { exit 0 }\n");
    const { error } = await watch(["--lang", "ja", "w.dscript"]);
    expect(error).toMatch(/監視中: one every 20ms（`when` が 1 つ）/);
    expect(error).toMatch(/when \(one == 1\), one 1: \S+ で監視を終えた/);
  });
});
