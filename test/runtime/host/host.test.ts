// This machine: what is told of it, its processes, signals to them, and files that are copied.
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Disk } from "../../../src/runtime/host/disk.ts";
import type { ProcessStatus } from "../../../src/runtime/host/process-list.ts";
import { createFixture } from "../library/fixture.ts";

describe("processes", () => {
  it("are told with their owner, size and times", () => {
    const { call } = createFixture();
    const own = call("System.process", process.pid) as ProcessStatus;
    expect(own).toMatchObject({ pid: process.pid, parent: process.ppid });
    expect(own.memory).toBeGreaterThan(10_000_000);
    expect(own.cpu).toBeGreaterThan(0);
    expect(Math.abs(Date.now() - process.uptime() * 1000 - own.started)).toBeLessThan(60_000);
    const all = call("System.processes") as ProcessStatus[];
    expect(all.find((each) => each.pid === process.pid)?.command).toBe(own.command);
    expect(all.every(({ name, command, state }) => name !== "" && command !== "" && state !== "")).toBe(true);
  });

  it("that are not there are null, and not running", async () => {
    const { call, faultOf } = createFixture();
    const gone = 2 ** 22 + 1;
    expect(call("System.process", gone)).toBeNull();
    expect(call("System.process", -1)).toBeNull();
    expect([call("System.isRunning", gone), call("System.isRunning", 1)]).toEqual([false, true]);
    expect((await faultOf("System.isRunning", 0)).kind).toBe("ArgumentFault");
    expect((await faultOf("System.kill", gone)).symptom.errno).toBe("ESRCH");
  });

  it("are not ended where that would end more than was meant", async () => {
    const { faultOf, records } = createFixture();
    for (const [pid, why] of [
      [1, "the first process of a host"],
      [0, "those below 1 mean many"],
      [-1, "those below 1 mean many"],
      [process.pid, "the process that runs this script"],
    ] as const) {
      const fault = await faultOf("System.kill", pid);
      expect([fault.kind, fault.message]).toEqual(["ArgumentFault", expect.stringContaining(why)]);
    }
    expect((await faultOf("System.kill", 99, "TREM")).message).toContain(
      'there is no signal "TREM"; the nearest is TERM',
    );
    expect(records.every((record) => record.phase === "before")).toBe(true);
  });
});

describe("the machine", () => {
  it("has file systems that are as full as df(1) says", async () => {
    const { call, faultOf } = createFixture();
    const disk = (await call("System.disk", "/proc/self/status")) as Disk;
    expect(disk).toMatchObject({ type: "proc", mount: "/proc", isReadOnly: false });
    const root = (await call("System.disk", "/")) as Disk;
    expect(root.total).toBe(root.used + root.free);
    expect(root.mount).toBe("/");
    expect((await faultOf("System.disk", "/no/such")).symptom.errno).toBe("ENOENT");
  });
});

describe("files", () => {
  it("are copied whole, with their mode, in the place of others", async () => {
    const { call, faultOf, folder } = createFixture();
    const at = (name: string): string => join(folder, name);
    const content = Buffer.alloc(3_000_000, "0123456789");
    writeFileSync(at("a"), content);
    chmodSync(at("a"), 0o750);
    await call("System.copy", "a", "b");
    expect([readFileSync(at("b")).equals(content), statSync(at("b")).mode & 0o777]).toEqual([true, 0o750]);
    writeFileSync(at("c"), "old", { mode: 0o600 });
    symlinkSync("c", at("l"));
    await call("System.copy", "a", "l");
    expect([readdirSync(folder).includes("l"), statSync(at("c")).size, statSync(at("c")).mode & 0o777]).toEqual([
      true,
      3_000_000,
      0o600,
    ]);
    mkdirSync(at("d"));
    expect((await faultOf("System.copy", "a", "d")).symptom.errno).toBe("EISDIR");
    expect((await faultOf("System.copy", "d", "x")).symptom.errno).toBe("EISDIR");
    expect((await faultOf("System.copy", "gone", "x")).symptom.errno).toBe("ENOENT");
    expect((await faultOf("System.copy", "a", "a")).message).toContain("both names are one file");
    expect((await faultOf("System.copy", "/dev/zero", "x")).message).toContain("is no regular file");
  });

  it("are found below a directory, links not followed", async () => {
    const { call, faultOf, folder } = createFixture();
    const at = (name: string): string => join(folder, name);
    mkdirSync(at("w/b/c"), { recursive: true });
    writeFileSync(at("w/a"), "");
    writeFileSync(at("w/b/.hidden"), "");
    symlinkSync("..", at("w/b/up"));
    expect(await call("System.walk", "w")).toEqual(["w/a", "w/b", "w/b/.hidden", "w/b/c", "w/b/up"]);
    expect((await faultOf("System.walk", "gone")).symptom.errno).toBe("ENOENT");
  });
});
