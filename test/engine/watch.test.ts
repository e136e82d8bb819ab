// What a run sees of its host and of its commands' times: the built program, with real memory, mounts and clocks of the kernel.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ended, recordsIn, runDscript } from "../run-dscript.ts";

let folder = "";
let mounted: string | undefined;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "dscript-watch-")));
});

afterEach(() => {
  if (mounted !== undefined) spawnSync("umount", [mounted]);
  mounted = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function run(script: string, ...words: readonly string[]): Promise<Ended> {
  writeFileSync(join(folder, "s.dscript"), script);
  return runDscript(folder, ["run", ...words, "s.dscript"]);
}

/** The records of a point; a run that recorded nothing has no file. */
const points = (point: string): readonly Record<string, unknown>[] => {
  const runs = join(folder, "state/dscript/runs");
  const isEmpty = readdirSync(runs).every((id) => !existsSync(join(runs, id, "records.jsonl")));
  return isEmpty ? [] : recordsIn(folder).filter((record) => record["LogPoint"] === point);
};

/** Whether this process may mount file systems; else the test is skipped. */
function mount(options: string): boolean {
  const path = join(folder, "mnt");
  mkdirSync(path);
  if (spawnSync("mount", ["-t", "tmpfs", "-o", options, "none", path]).status !== 0) return false;
  mounted = path;
  return true;
}

describe("--sample", () => {
  it("records how the host does, at the start and at each interval", async () => {
    await run("sleep 2.4\n", "--sample", "1s");
    const found = points("PeriodicPoint");
    expect(found.length).toBeGreaterThanOrEqual(3);
    const [first, second] = found;
    expect(first).toMatchObject({ Api: "sample", ScriptName: "s.dscript" });
    for (const key of ["Load", "Memory", "Processes", "Descriptors"])
      expect(Number(first?.[key]), key).toBeGreaterThan(0);
    expect(Object.keys(first ?? {}).some((key) => key.startsWith("FreeBytes:/"))).toBe(true);
    for (const key of ["Cpu", "ClockStep"]) expect(Number.isFinite(Number(second?.[key])), key).toBe(true);
    expect(Number(second?.["Cpu"])).toBeLessThanOrEqual(1);
  });

  it("keeps no run from ending", async () => {
    const ended = await run("println(1)\n", "--sample", "1d");
    expect(ended).toMatchObject({ code: 0, out: "1\n" });
    expect(points("PeriodicPoint")).toHaveLength(1);
  });

  it.each(["1", "500ms", "2d", "often"])("refuses %s", async (time) => {
    const ended = await run("println(1)\n", "--sample", time);
    expect(ended.code).toBe(64);
    expect(ended.error).toContain("--sample takes a duration from 1s to 1d");
  });

  it("can be set in dscript.yaml", async () => {
    writeFileSync(join(folder, "dscript.yaml"), "sample: 1s\nsampler: off\n");
    await run("println(1)\n");
    expect(points("PeriodicPoint")).toHaveLength(1);
  });
});

describe("usual times", () => {
  const learnt = (): string => readFileSync(join(folder, "state/dscript/usual-times/new.jsonl"), "utf8");

  it("are learnt, and a command that takes longer is recorded while it runs", async () => {
    await run("for (int i = 0; i < 21; i++) { sleep 0.03 }\n");
    expect(learnt().trim().split("\n")).toHaveLength(21);
    expect(points("ResponseCheckPoint")).toEqual([]);
    rmSync(join(folder, "state/dscript/runs"), { recursive: true });
    mkdirSync(join(folder, "state/dscript/runs"));
    await run("sleep 6\n");
    const [point] = points("ResponseCheckPoint");
    expect(point).toMatchObject({ Api: "sleep", argv: "sleep 6", Runs: "21" });
    expect(Number(point?.["Limit"])).toBeGreaterThanOrEqual(250);
    expect(point?.["Message"]).toMatch(
      /^runs for \d+ ms, and goes on; \d+ ms are usual, and after 21 runs more than \d+ ms are not$/,
    );
    // It was in its records ahead of its end.
    expect(point?.["ElapsedTime"]).toBeLessThan(6000);
  });

  it("leave out what failed, and everything where they are off", async () => {
    await run("if (sh -c 'sleep 0.05; exit 1') { }\n");
    expect(existsSync(join(folder, "state/dscript/usual-times"))).toBe(false);
    writeFileSync(join(folder, "dscript.yaml"), "usual_times: off\n");
    await run("sleep 0.05\n");
    expect(existsSync(join(folder, "state/dscript/usual-times"))).toBe(false);
  });
});

describe("a failure", () => {
  const reasons = (): string => JSON.stringify(points("ErrorPoint").map((record) => record["Diagnosis"]));

  it("for want of inodes says so, at once and later (needs mount)", async (context) => {
    if (!mount("nr_inodes=2")) return context.skip();
    await run("cp s.dscript mnt/a\ncp s.dscript mnt/b\n");
    expect(reasons()).toMatch(/no inode is free on (?:this file system|\/)/);
    rmSync(join(folder, "state"), { recursive: true });
    await run(`sleep 0.7\ncp s.dscript ${folder}/mnt/b\n`);
    expect(reasons()).toContain(`no inode is free on ${folder}/mnt`);
  });

  it("on a mount that became read-only says so (needs mount)", async (context) => {
    if (!mount("size=1m")) return context.skip();
    const path = `${folder}/mnt/a`;
    await run(`touch ${path}\nsleep 1.5\nmount -o remount,ro ${folder}/mnt\ntouch ${path}b\n`);
    expect(reasons()).toContain(`${folder}/mnt became read-only while the script ran`);
  });

  const cgroups = ["/sys/fs/cgroup/memory", "/sys/fs/cgroup"].find((path) => existsSync(join(path, "cgroup.procs")));

  it("by the kernel for want of memory is the system's for certain (needs a memory control group of its own)", async (context) => {
    const group = join(cgroups ?? "", `dscript-test-${process.pid}`);
    try {
      mkdirSync(group);
      const limit = readdirSync(group).find((name) => /^memory\.(?:limit_in_bytes|max)$/.test(name));
      writeFileSync(join(group, limit ?? "none"), String(24 << 20));
    } catch {
      return context.skip();
    }
    try {
      writeFileSync(join(folder, "hog.sh"), `echo $$ > ${group}/cgroup.procs\nexec tail /dev/zero\n`);
      await run("sleep 0.7\nsh hog.sh\n");
      const [point] = points("ErrorPoint");
      expect(point).toMatchObject({ FaultType: "SystemFault", Owner: "operator" });
      expect(reasons()).toContain("memory ran out, and the kernel killed processes");
    } finally {
      rmdirSync(group);
    }
  });

  it("says what the script itself did when its time ran out", async () => {
    const ended = await run("int n = 0\nwhile (true) { n += 1 }\n", "--max-time", "2500ms");
    expect(ended.error).toContain("it was computing, with");
    // On a host where others take the processors, it may be the host's fault.
    expect([70, 71]).toContain(ended.code);
    const waited = await run("sleep(60s)\n", "--max-time", "2500ms");
    expect(waited.error).not.toContain("it was computing");
  });
});
