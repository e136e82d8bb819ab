// Waiting, trying again, locks, and what a script is given.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lockFileName } from "../../../src/runtime/control/lock.ts";
import { Interruption, ScriptExit } from "../../../src/runtime/faults/fault.ts";
import { createFault } from "../../../src/runtime/faults/raise.ts";
import { interrupt } from "../../../src/runtime/run.ts";
import { createFixture, faultFrom } from "../library/fixture.ts";

describe("waiting", () => {
  it("is due after 10 ms of computing, and over after a breath", async () => {
    const { control, flow } = createFixture();
    await control.breathe(flow);
    expect(control.due()).toBe(false);
    for (const until = performance.now() + 12; performance.now() < until; );
    expect(control.due()).toBe(true);
    await control.breathe(flow);
    expect(control.due()).toBe(false);
  });

  it("tells an interruption once, so that what cleans up may wait again", async () => {
    const { control, flow, run } = createFixture();
    interrupt(run, "SIGTERM");
    await expect(control.breathe(flow)).rejects.toBeInstanceOf(Interruption);
    await control.breathe(flow);
    const sleeping = control.sleep(flow, 60_000);
    setTimeout(() => interrupt(run, "SIGINT"), 10);
    await expect(sleeping).rejects.toThrow("interrupted by SIGINT");
    await control.sleep(flow, 1);
  });

  it("writes what was printed before it waits", async () => {
    const { call, control, flow } = createFixture();
    call("print", "now");
    expect(flow.stdout.hasPending).toBe(true);
    await control.sleep(flow, 1);
    expect(flow.stdout.hasPending).toBe(false);
  });

  it("asks again until it is true", async () => {
    const { control, flow } = createFixture();
    let asked = 0;
    await control.waitUntil(flow, 1, () => ++asked === 3, 5, 10_000);
    expect(asked).toBe(3);
    await control.waitUntil(flow, 1, async () => ++asked === 5, 0, null);
    expect(asked).toBe(5);
  });

  it("says in a TimeoutFault what did not become true", async () => {
    const { control, flow } = createFixture();
    // The limit holds within a period: the next look would be in an hour.
    const fault = await faultFrom(() => control.waitUntil(flow, 1, () => false, 3_600_000, 60));
    expect(fault.kind).toBe("TimeoutFault");
    expect(fault.message).toBe("(ready()) did not become true within 60ms");
  });
});

describe("retry", () => {
  it("tries again what may pass by itself, and counts the tries before the last as handled", async () => {
    const { control, flow, run, records } = createFixture();
    let tries = 0;
    await control.retry(flow, 0, 5, 1, true, [], async () => {
      tries += 1;
      if (tries < 3) throw createFault(run, 0, { kind: "NetworkFault", message: "no answer" });
    });
    expect(tries).toBe(3);
    expect(records.map(({ logPoint, handled }) => [logPoint, handled])).toEqual([
      ["ErrorPoint", true],
      ["ErrorPoint", true],
    ]);
  });

  it("gives the last fault on, unhandled", async () => {
    const { control, flow, run, records } = createFixture();
    let tries = 0;
    const fault = await faultFrom(() =>
      control.retry(flow, 0, 2, null, false, [], async () => {
        tries += 1;
        throw createFault(run, 0, { kind: "IOFault", message: `try ${tries}` });
      }),
    );
    expect([tries, fault.message, records.length]).toEqual([2, "try 2", 1]);
  });

  it("tries nothing again that another try cannot mend, unless it is told to", async () => {
    const { control, flow, run } = createFixture({}, "UserFault");
    let tries = 0;
    const body = async (): Promise<void> => {
      tries += 1;
      throw createFault(run, 0, { kind: "FormatFault", message: "bad input" });
    };
    await faultFrom(() => control.retry(flow, 0, 3, null, false, [], body));
    expect(tries).toBe(1);
    await faultFrom(() => control.retry(flow, 0, 3, null, false, ["FormatFault"], body));
    expect(tries).toBe(4);
    await faultFrom(() => control.retry(flow, 0, 3, null, false, ["IOFault"], body));
    expect(tries).toBe(5);
    const leaving = control.retry(flow, 0, 3, null, false, ["Fault"], async () => {
      throw new ScriptExit(3);
    });
    await expect(leaving).rejects.toBeInstanceOf(ScriptExit);
    expect((await faultFrom(() => control.retry(flow, 0, 0, null, false, [], body))).kind).toBe("ArgumentFault");
  });

  it("doubles its waits where it is told to", async () => {
    const { control, flow, run } = createFixture();
    const started = performance.now();
    await faultFrom(() =>
      control.retry(flow, 0, 4, 10, true, [], async () => {
        throw createFault(run, 0, { kind: "IOFault", message: "again" });
      }),
    );
    expect(performance.now() - started).toBeGreaterThanOrEqual(69);
  });
});

describe("lock", () => {
  it("keeps others out until it is released, in this run and on this host", async () => {
    const first = createFixture();
    const second = createFixture({ lockFolder: first.run.options.lockFolder });
    const release = await first.control.lock(first.flow, 2, "nightly");
    const order: string[] = [];
    const waiting = second.control.lock(second.flow, 2, "nightly").then((done) => {
      order.push("second");
      done();
    });
    const sibling = first.flow.fork();
    const other = await first.control.lock(sibling, 2, "another name");
    other();
    await first.control.sleep(first.flow, 40);
    order.push("first");
    release();
    release();
    await waiting;
    expect(order).toEqual(["first", "second"]);
  });

  it("refuses to wait for itself", async () => {
    const { control, flow } = createFixture();
    const release = await control.lock(flow, 2, "a");
    const fault = await faultFrom(() => control.lock(flow.fork(), 2, "a"));
    expect(fault.symptom).toMatchObject({ kind: "LockFault" });
    expect(fault.message).toBe(
      'this script holds the lock "a" already, since line 3: it would wait for itself without end',
    );
    release();
    (await control.lock(flow, 2, "a"))();
  });

  it("ends with an interruption while it waits", async () => {
    const { control, flow, run } = createFixture();
    const release = await control.lock(flow.fork(), 2, "a");
    const waiting = control.lock(flow, 2, "a");
    setTimeout(() => interrupt(run, "SIGINT"), 20);
    await expect(waiting).rejects.toBeInstanceOf(Interruption);
    release();
  });

  it("ends with the process that held it", async () => {
    const { control, flow, run } = createFixture();
    mkdirSync(run.options.lockFolder, { recursive: true });
    const path = `${run.options.lockFolder}/${lockFileName("a")}`;
    const holder = spawn("flock", ["--no-fork", path, "sh", "-c", "echo held; exec sleep 60"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    await once(holder.stdout, "data");
    let taken = false;
    const waiting = control.lock(flow, 2, "a").then((release) => {
      taken = true;
      release();
    });
    await control.sleep(flow, 50);
    expect(taken).toBe(false);
    holder.kill("SIGKILL");
    await waiting;
    expect(taken).toBe(true);
  });

  it("takes any name, as a file of its folder only", async () => {
    const { control, flow, run } = createFixture();
    const names = ["../../etc/x", "", "a b", "\n", "é".repeat(200), "A", "a"];
    const releases = [];
    for (const name of names) releases.push(await control.lock(flow, 2, name));
    expect(new Set(names.map(lockFileName)).size).toBe(names.length);
    expect(readdirSync(run.options.lockFolder).sort()).toEqual(names.map(lockFileName).sort());
    for (const release of releases) release();
  });

  it("says why its file cannot be", async () => {
    const { control, flow, folder } = createFixture({ lockFolder: "/dev/null/locks" });
    const fault = await faultFrom(() => control.lock(flow, 2, "a"));
    expect(fault.message).toBe('cannot open the file of lock "a", /dev/null/locks/a.lock: Not a directory');
    expect(existsSync(folder)).toBe(true);
  });
});

describe("surroundings", () => {
  it("are arguments, environment and the script's own place", async () => {
    const { control, flow, folder } = createFixture({ defines: new Map([["KEEP", 5]]) });
    expect(control.argv(flow)).toEqual(["one"]);
    expect(control.argument(flow, 0, 0)).toBe("one");
    expect(control.environment(flow, "HOME", 0)).toBe("/home/a");
    expect(control.environmentOptional(flow, "NONE")).toBeNull();
    expect(control.scriptPath(0)).toBe(`${folder}/test.dscript`);
    expect(control.scriptDirectory(0)).toBe(folder);
    expect(control.defined("KEEP")).toBe(5);
    expect(control.defined("OTHER")).toBeNull();
    const missing = await faultFrom(() => control.argument(flow, 1, 0));
    expect([missing.kind, missing.message]).toEqual(["ArgumentFault", "ARGV[1] was not given: one argument was given"]);
    const unset = await faultFrom(() => control.environment(flow, "HOMEE", 0));
    expect([unset.kind, unset.message]).toEqual([
      "EnvironmentFault",
      "the environment variable HOMEE is not set; the nearest is HOME",
    ]);
  });

  it("are elements that exist", async () => {
    const { control } = createFixture();
    expect(control.at([1, 2], 1, 0)).toBe(2);
    expect((await faultFrom(() => control.at([1, 2], -1, 0))).message).toBe(
      "index -1 is outside of an array of length 2: its indexes are 0 to 1",
    );
    expect((await faultFrom(() => control.setAt([], 0, 1, 0))).message).toBe(
      "index 0 is outside of an array of length 0: it is empty",
    );
    expect((await faultFrom(() => control.characterAt("ab", 2, 0))).kind).toBe("IndexFault");
    expect(control.characterAt("ab", 1, 0)).toBe("b");
    const ports = new Map([["http", 80]]);
    expect(control.valueAt(ports, "http", 0)).toBe(80);
    expect((await faultFrom(() => control.valueAt(ports, "htpt", 0))).message).toBe(
      'the map has no key "htpt"; the nearest is "http"',
    );
    const regex = /a/gu;
    expect([
      control.regexTest({ flow: true }, "a", regex, 0),
      control.regexTest({ flow: true }, "a", regex, 0),
    ]).toEqual([true, true]);
  });
});
