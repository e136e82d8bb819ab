// The sampler on /proc trees of a test's own: what it reads, what it makes of it, and what it does without.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { SampleFact } from "../../src/diagnosis/rule.ts";
import { createSampler, type Sampler } from "../../src/diagnosis/sampler/create.ts";

let proc: string;
let sampler: Sampler | undefined;

beforeEach(() => {
  proc = mkdtempSync(join(tmpdir(), "dscript-proc-"));
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"], now: 1_700_000_000_000 });
});

afterEach(() => {
  sampler?.stop();
  sampler = undefined;
  vi.useRealTimers();
  rmSync(proc, { recursive: true, force: true });
});

/** Writes files of /proc; a path that is not given stays as it was. */
function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(proc, path)), { recursive: true });
    writeFileSync(join(proc, path), text);
  }
}

function begin(paths: readonly string[] = []): Sampler {
  sampler = createSampler({ paths, proc });
  sampler.start();
  return sampler;
}

/** The facts of the host that hold now. */
function facts(): readonly SampleFact[] {
  return sampler?.look().findings.map((finding) => finding.fact) ?? [];
}

function figure(fact: SampleFact, name: string): string | undefined {
  return sampler?.look().findings.find((finding) => finding.fact === fact)?.values[name];
}

const pressure = (some: number, full: number): string =>
  `some avg10=0.00 avg60=0.00 avg300=0.00 total=${some}\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=${full}\n`;

describe("the sampler", () => {
  test("reads what proc(5) describes", () => {
    put({
      stat: "cpu  100 10 40 800 50 0 0 0 0 0\ncpu0 100 10 40 800 50 0 0 0 0 0\nctxt 5\n",
      loadavg: "1.50 1.20 1.00 3/215 4711\n",
      meminfo: "MemTotal:  1000 kB\nMemFree:  100 kB\nMemAvailable:  400 kB\n",
      vmstat: "nr_free_pages 7\npswpin 3\npswpout 4\noom_kill 2\n",
      "pressure/cpu": pressure(10, 0),
      "sys/fs/file-nr": "900\t100\t1000\n",
      "sys/kernel/pid_max": "4096\n",
      "sys/kernel/threads-max": "9000\n",
      uptime: "12.34 5.00\n",
      "net/dev": `Inter-| Receive | Transmit\n face |bytes packets errs drop\n    lo: 1 1 9 9 0 0 0 0 1 1 9 9 0 0 0 0\n  eth0: 5 70 1 2 0 0 0 0 5 30 3 4 0 0 0 0\n`,
    });
    const sample = begin().latest();
    expect(sample).toMatchObject({
      busy: 150,
      ticks: 1000,
      load: 1.5,
      runnable: 3,
      processes: { used: 215, most: 4096 },
      descriptors: { used: 800, most: 1000 },
      memory: { used: 600 * 1024, most: 1000 * 1024 },
      swapped: 7,
      oomKills: 2,
      sinceBoot: 12_340,
      stalls: { cpu: { some: 10, full: 0 } },
    });
    expect([...(sample?.interfaces ?? [])]).toEqual([["eth0", { packets: 100, troubles: 10 }]]);
  });

  test("does without a /proc that is hidden, empty or nonsense", () => {
    expect(begin().latest()).toMatchObject({ stalls: {}, group: {}, mounts: [] });
    expect(facts()).toEqual([]);
    sampler?.stop();
    const junk = "\0\u00ff -- x\n".repeat(50);
    put(
      Object.fromEntries(
        ["stat", "loadavg", "meminfo", "vmstat", "uptime", "net/dev", "self/mounts", "self/cgroup"].map((name) => [
          name,
          junk,
        ]),
      ),
    );
    begin(["/tmp"]);
    vi.advanceTimersByTime(5000);
    expect(facts()).toEqual([]);
  });

  test("takes a sample a second, keeps five minutes of them, and no more when it is stopped", () => {
    begin();
    vi.advanceTimersByTime(400_000);
    const ring = sampler?.ring() ?? [];
    expect(ring.length).toBe(300);
    expect((ring.at(-1)?.at ?? 0) - (ring[0]?.at ?? 0)).toBeLessThanOrEqual(300_000);
    sampler?.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("costs a hundredth of a processor at most: a dear sample makes the next ones rarer", () => {
    const usage = vi
      .spyOn(process, "cpuUsage")
      .mockImplementation((before) =>
        before === undefined ? { user: 0, system: 0 } : { user: 40_000, system: 10_000 },
      );
    begin();
    vi.advanceTimersByTime(20_500);
    // 50 ms each: one in 5 s.
    expect(sampler?.ring().length).toBe(5);
    usage.mockRestore();
  });
});

describe("what is found", () => {
  test("kills for want of memory count from the run's beginning", () => {
    put({ vmstat: "oom_kill 7\n" });
    begin();
    expect(facts()).toEqual([]);
    put({ vmstat: "oom_kill 9\n" });
    vi.advanceTimersByTime(2000);
    expect(figure("oom-killed", "kills")).toBe("2");
    // The ring has forgotten the first sample; the run has not.
    vi.advanceTimersByTime(400_000);
    expect(figure("oom-killed", "kills")).toBe("2");
  });

  test("pressure is a share of the last minute, not of the time since the boot", () => {
    put({ "pressure/memory": pressure(9e9, 9e9), "pressure/io": pressure(9e9, 9e9) });
    begin();
    vi.advanceTimersByTime(10_000);
    expect(facts()).toEqual([]);
    put({ "pressure/memory": pressure(9e9 + 5e6, 9e9 + 4e6), "pressure/io": pressure(9e9 + 8e6, 9e9 + 6e6) });
    vi.advanceTimersByTime(1000);
    expect(facts()).toEqual(["memory-pressure", "io-saturated"]);
    expect(figure("memory-pressure", "memoryStall")).toBe("45 %");
    vi.advanceTimersByTime(120_000);
    expect(facts()).toEqual([]);
  });

  test("busy processors alone are none; those for which others wait are", () => {
    put({ stat: "cpu  0 0 0 0 0 0 0 0 0 0\n", "pressure/cpu": pressure(0, 0) });
    begin();
    vi.advanceTimersByTime(10_000);
    put({ stat: "cpu  1000 0 0 10 0 0 0 0 0 0\n", "pressure/cpu": pressure(1e6, 0) });
    vi.advanceTimersByTime(1000);
    expect(facts()).toEqual([]);
    put({ "pressure/cpu": pressure(9e6, 0) });
    vi.advanceTimersByTime(1000);
    expect(facts()).toEqual(["cpu-saturated"]);
  });

  test("a step of the clock is told from the host's sleep and from slewing", () => {
    put({ uptime: "1000.00 0\n" });
    begin();
    put({ uptime: "1001.00 0\n" });
    vi.advanceTimersByTime(1000);
    put({ uptime: "1002.00 0\n" });
    vi.setSystemTime(Date.now() - 12_000);
    vi.advanceTimersByTime(1000);
    expect(facts()).toEqual(["clock-stepped"]);
    expect(figure("clock-stepped", "step")).toBe("12 s back");
    // Asleep for five minutes: both clocks but the steady one went on.
    sampler?.stop();
    begin();
    put({ uptime: "1303.00 0\n" });
    vi.setSystemTime(Date.now() + 300_000);
    vi.advanceTimersByTime(1000);
    expect(facts()).toEqual(["was-asleep"]);
    expect(figure("was-asleep", "asleep")).toBe("5 min");
  });

  test("a late sample is a sign by itself: nobody ran, and the engine had nothing to do", () => {
    begin();
    const now = performance.now.bind(performance);
    const jump = vi.spyOn(performance, "now").mockImplementation(() => now() + 8000);
    vi.setSystemTime(Date.now() + 8000);
    vi.advanceTimersByTime(1000);
    expect(facts()).toEqual(["starved"]);
    expect(figure("starved", "pause")).toBe("8.0 s");
    jump.mockRestore();
    // A script that computed for as long kept the engine busy itself.
    sampler?.stop();
    begin();
    const computed = vi.spyOn(performance, "now").mockImplementation(() => now() + 8000);
    vi.setSystemTime(Date.now() + 8000);
    const usage = vi.spyOn(process, "cpuUsage").mockImplementation(() => ({ user: 7_900_000, system: 0 }));
    vi.advanceTimersByTime(1000);
    expect(facts()).toEqual([]);
    computed.mockRestore();
    usage.mockRestore();
  });

  test("limits of the host and of its control group", () => {
    put({
      "sys/fs/file-nr": "1000 0 1000\n",
      "sys/kernel/pid_max": "300\n",
      loadavg: "1 1 1 3/299 1\n",
      "self/cgroup": "0::/a/b\n",
      "self/mountinfo": `30 23 0:26 / ${proc}/group rw - cgroup2 none rw\n`,
      "group/a/memory.max": "1000000\n",
      "group/a/memory.current": "990000\n",
      "group/a/b/memory.max": "max\n",
      "group/a/b/pids.max": "50\n",
      "group/a/b/pids.current": "4\n",
    });
    begin();
    expect(facts()).toEqual(["descriptors-gone", "processes-gone", "memory-limit"]);
    expect(figure("processes-gone", "processes")).toBe("299 of 300");
    expect(figure("memory-limit", "groupMemory")).toBe("990 kB of 1.0 MB");
  });

  test("an interface that loses packets, by the share that it loses", () => {
    const line = (packets: number, errors: number): string =>
      `  eth0: 5 ${packets} ${errors} 0 0 0 0 0 5 0 0 0 0 0 0 0\n`;
    put({ "net/dev": line(1000, 500) });
    begin();
    put({ "net/dev": line(100_000, 520) });
    vi.advanceTimersByTime(1000);
    expect(facts()).toEqual([]);
    put({ "net/dev": line(100_500, 5000) });
    vi.advanceTimersByTime(1000);
    expect(figure("net-errors", "interface")).toBe("eth0");
  });
});

describe("a file system", () => {
  const mounts = (flags: string, folder = tmpdir()): string =>
    `/dev/a / ext4 rw 0 0\n/dev/b ${folder} ext4 ${flags} 0 0\nfiler:/x /net/x nfs4 rw 0 0\n`;

  test("that became read-only is found, one that always was is not", () => {
    const folder = join(proc, "data");
    mkdirSync(folder);
    put({ "self/mounts": mounts("rw,noatime", folder) });
    begin([join(folder, "a")]);
    expect(sampler?.look().place(join(folder, "a"))).toEqual([]);
    put({ "self/mounts": mounts("ro,noatime", folder) });
    vi.advanceTimersByTime(200);
    expect(sampler?.look().place(join(folder, "a"))).toEqual([{ fact: "turned-read-only", values: { mount: folder } }]);
    sampler?.stop();
    begin([join(folder, "a")]);
    expect(sampler?.look().place(join(folder, "a"))).toEqual([]);
  });

  test("of a file server is never asked", () => {
    put({ "self/mounts": mounts("rw") });
    begin(["/net/x/file"]);
    vi.advanceTimersByTime(200);
    sampler?.look();
    expect(sampler?.latest()?.mounts).toEqual([{ path: "/net/x", readOnly: false, wasWritable: true }]);
  });

  test("is watched from its first use on, with its space and its inodes", () => {
    put({ "self/mounts": mounts("rw") });
    begin();
    expect(sampler?.latest()?.mounts).toEqual([]);
    sampler?.use(join(proc, "x"));
    vi.advanceTimersByTime(1000);
    const [state] = sampler?.latest()?.mounts ?? [];
    expect(state).toMatchObject({ path: tmpdir(), readOnly: false });
    expect(state?.free).toBeGreaterThan(0);
    expect(state?.freeInodes).toBeGreaterThan(0);
  });

  test("no more than sixteen are watched", () => {
    const many = Array.from({ length: 40 }, (_, index) => `none /m${index} tmpfs rw 0 0`).join("\n");
    put({ "self/mounts": `${many}\n` });
    begin(Array.from({ length: 40 }, (_, index) => `/m${index}/x`));
    vi.advanceTimersByTime(20_000);
    expect(sampler?.latest()?.mounts).toHaveLength(16);
  });
});
