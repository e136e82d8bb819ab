// Commands under a real strace, beside the same ones without.

import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { raise, type StageRun } from "../../../src/records/index.ts";
import type { RunOptions } from "../../../src/runtime/run.ts";
import { command, createFixture, type Fixture, faultOf, shell } from "../processes/fixture.ts";

// Skipped where Debian's strace is not installed, or this sandbox does not let a process trace.
const canTrace =
  spawnSync("strace", ["-DDD", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", "trace=openat", "true"])
    .status === 0;

let fixture: Fixture;
let told: string[];

function fresh(changes: Partial<RunOptions> = {}): void {
  told = [];
  fixture = createFixture({ tell: (sentence) => told.push(sentence), ...changes });
}

beforeEach(() => fresh());

afterEach(async () => {
  await fixture.finish();
  fixture.dispose();
});

const run = (...stages: StageRun[]): Promise<number> => fixture.api.run(fixture.flow, 0, stages, raise);
const traced = (stage: StageRun): StageRun => ({ ...stage, trace: true });

describe.skipIf(!canTrace)("a traced command", () => {
  it("is let be where it traces by itself, or a fault of its system calls does", async () => {
    expect(await run(traced(command("strace", "-o", "/dev/null", "true")))).toBe(0);
    await fixture.finish();
    fixture.dispose();
    const words = ["strace", "-o", "/dev/null", "-e", "inject=read:error=EIO:when=1+", "-P", "/etc/passwd", "--"];
    fresh({ injection: { command: () => ({ words }), around: (_, __, perform) => perform } });
    const { symptom } = await faultOf(() => run(traced(command("cat", "/etc/passwd"))));
    expect(symptom.stderr).toContain("Input/output error");
  });

  it("tells which call failed", async () => {
    const { symptom } = await faultOf(() => run(traced(command("cat", "/nowhere/x"))));
    expect(symptom.calls?.at(-1)).toEqual({ call: "openat", subject: "/nowhere/x", errno: "ENOENT" });
    expect(symptom.status).toBe(1);
  });

  it("tells nothing where it ends well", async () => {
    expect(await run(traced(command("true")))).toBe(0);
  });

  it("tells of what it started", async () => {
    const { symptom } = await faultOf(() => run(traced(shell("gzip -c /nowhere/x"))));
    expect(symptom.calls?.at(-1)).toMatchObject({ subject: "/nowhere/x", program: "gzip" });
  });

  it.each([
    ["its status", "exit 7"],
    ["its death by a signal", "kill -KILL $$"],
    ["its death by a signal that dumps core", "ulimit -c 0; kill -SEGV $$"],
    ["its pipe that broke", "kill -PIPE $$"],
  ])("keeps %s", async (_, text) => {
    const plain = await faultOf(() => run(shell(text)));
    const { symptom } = await faultOf(() => run(traced(shell(text))));
    expect([symptom.status, symptom.signal]).toEqual([plain.symptom.status, plain.symptom.signal]);
  });

  it.each([
    ["its first word", "echo $0"],
    ["its parent, group, session and terminal", "read -r line </proc/$$/stat; set -- ${line##*) }; echo $2 $3 $4 $5"],
    ["its descriptors", "set -- /proc/$$/fd/*; echo $#"],
    ["its umask and directory", "umask; pwd"],
    ["its environment but for the cookie", "env | grep -v COOKIE | sort"],
    ["what signals it ignores and blocks", "grep -E 'Sig(Blk|Ign|Cgt)' /proc/self/status"],
    ["its limits", "ulimit -a"],
  ])("keeps %s", async (_, text) => {
    const plain = await fixture.output(shell(text));
    expect(await fixture.output(traced(shell(text)))).toBe(plain);
  });

  it("reads and writes through pipes as it would", async () => {
    const stages = [shell("echo a; echo b"), traced(command("sort", "-r")), traced(command("tr", "a-z", "A-Z"))];
    expect(await fixture.output(...stages)).toBe("B\nA");
  });

  it("is the engine's child by its own number", async () => {
    const pid = await fixture.output(traced(shell("echo $$; cat /proc/$$/comm")));
    expect(pid.split("\n")[1]).toBe("sh");
  });

  it("that cannot be started says so as it would", async () => {
    const { folder } = fixture;
    writeFileSync(join(folder, "broken"), "#!/no/such/interpreter\n", { mode: 0o755 });
    writeFileSync(join(folder, "plain"), "echo from sh\n", { mode: 0o755 });
    writeFileSync(join(folder, "locked"), "#!/bin/sh\n", { mode: 0o644 });
    writeFileSync(join(folder, "binary"), Buffer.from("\x7fELF\x02\x01\x01\0\0"), { mode: 0o755 });
    for (const name of ["no-such-program", "./nothing", "./broken", "./locked", "./binary", "."]) {
      const plain = await faultOf(() => run(command(name)));
      const { symptom } = await faultOf(() => run(traced(command(name))));
      expect({ ...symptom, elapsed: 0 }).toEqual({ ...plain.symptom, elapsed: 0 });
    }
    expect(await fixture.output(traced(command("./plain")))).toBe("from sh");
  });

  it("keeps the last 64 of a flood of failing calls", async () => {
    const text = "i=0; while [ $i -lt 20000 ]; do [ -e /nowhere/$i ]; i=$((i+1)); done; exit 3";
    const { symptom } = await faultOf(() => run(traced(shell(text))));
    expect(symptom.calls).toHaveLength(64);
    expect(symptom.calls?.at(-1)?.subject).toBe("/nowhere/19999");
  });

  it("is ended by its time limit with all that it started", async () => {
    const fault = await faultOf(() => run(traced({ ...shell("sleep 100 & cat /nowhere/x; sleep 100"), limit: 400 })));
    expect(fault.kind).toBe("TimeoutFault");
    expect(fault.symptom.calls?.map(({ subject }) => subject)).toContain("/nowhere/x");
  });

  it("that leaves something running does not hold the run up, and the run says so", async () => {
    await run(traced(shell("setsid sleep 3 >/dev/null 2>&1 </dev/null & exit 0")));
    const began = performance.now();
    await fixture.finish();
    expect(performance.now() - began).toBeLessThan(2500);
    expect(told).toEqual([
      "what a traced command left running stays traced to its end; start such a program without a trace",
    ]);
    const daemons = fixture.records.filter(({ api }) => api === "daemon");
    expect(daemons.map(({ arguments: list }) => list[1]?.[1])).toEqual(["sleep 3"]);
  });

  it("hides secrets in the names of files", async () => {
    fixture.run.secrets.add("s3cr3t-value");
    const { symptom } = await faultOf(() => run(traced(command("cat", "/nowhere/s3cr3t-value"))));
    expect(JSON.stringify(symptom.calls)).not.toContain("s3cr3t");
  });
});

describe.skipIf(!canTrace)("what is traced", () => {
  const failing = command("cat", "/nowhere/x");

  it("is nothing unless somebody asks", async () => {
    expect((await faultOf(() => run(failing))).symptom.calls).toBeUndefined();
  });

  it("is all of a group", async () => {
    const group: StageRun = {
      trace: true,
      group: async (flow) => {
        await fixture.api.run(flow, 0, [failing], raise);
      },
    };
    expect((await faultOf(() => run(group))).symptom.calls).toHaveLength(1);
  });

  it("is what risky statements start, and jobs of theirs", async () => {
    fixture.flow.risks += 1;
    expect((await faultOf(() => run(failing))).symptom.calls).toHaveLength(1);
  });

  it("is everything with `always`, nothing with `never`", async () => {
    await fixture.finish();
    fixture.dispose();
    fresh({ trace: "always" });
    expect((await faultOf(() => run(failing))).symptom.calls).toHaveLength(1);
    await fixture.finish();
    fixture.dispose();
    fresh({ trace: "never" });
    fixture.flow.risks += 1;
    expect((await faultOf(() => run(traced(failing)))).symptom.calls).toBeUndefined();
    expect(told).toEqual([]);
  });

  it("is no fake of a test", async () => {
    const fakes = join(fixture.folder, "fakes");
    mkdirSync(fakes);
    writeFileSync(join(fakes, "cat"), "#!/bin/sh\ngrep -h TracerPid /proc/$$/status\nexit 3\n", { mode: 0o755 });
    const sandbox = { fakes, allowed: null, time: null };
    fresh({ trace: "always", sandbox });
    const fault = await faultOf(() => run(failing));
    expect(fault.symptom.status).toBe(3);
    expect(fault.symptom.calls).toBeUndefined();
  });
});

describe("where tracing is not possible", () => {
  /** A run whose PATH has a strace of this text, or none. */
  function withStrace(text: string | undefined, changes: Partial<RunOptions> = {}): void {
    fresh();
    const folder = join(fixture.folder, "bin");
    mkdirSync(folder);
    if (text !== undefined) writeFileSync(join(folder, "strace"), text);
    if (text !== undefined) chmodSync(join(folder, "strace"), 0o755);
    const environment = new Map([["PATH", folder]]);
    fresh({ environment, ...changes });
    fixture.flow.environment.set("PATH", `${folder}${delimiter}/bin`);
  }

  it.each([
    ["no strace", undefined, "strace is not installed (install the package strace)"],
    [
      "no permission",
      "#!/bin/sh\necho 'strace: attach: ptrace(PTRACE_SEIZE, 9): Operation not permitted' >&2; exit 1\n",
      "the system does not let this run trace (in a container: add the capability SYS_PTRACE, or a seccomp profile that allows ptrace)",
    ],
    [
      "an old strace",
      "#!/bin/sh\necho \"strace: unrecognized option '--seccomp-bpf'\" >&2; exit 1\n",
      "this strace is too old (5.5 or later is needed)",
    ],
    [
      "a broken strace",
      "#!/bin/sh\necho 'strace: something odd' >&2; exit 1\n",
      "strace does not work here: something odd (try it by hand: strace true)",
    ],
  ])("%s is said once, and commands run on", async (_, text, why) => {
    withStrace(text);
    expect(await fixture.output(traced(command("echo", "one")))).toBe("one");
    expect(await fixture.output(traced(command("echo", "two")))).toBe("two");
    expect(told).toEqual([`cannot trace commands: ${why}; they run without a trace`]);
  });

  it("nothing is said of risky statements, for which nobody asked", async () => {
    withStrace(undefined);
    fixture.flow.risks += 1;
    expect(await fixture.output(command("echo", "one"))).toBe("one");
    expect(told).toEqual([]);
  });
});

describe.skipIf(!canTrace || process.getuid?.() !== 0 || !existsSync("/usr/bin/setpriv"))(
  "rights of a program's own",
  () => {
    it("are kept: it is not traced, and that is said", async () => {
      const own = join(fixture.folder, "own");
      writeFileSync(own, readFileSync("/usr/bin/id"), { mode: 0o755 });
      spawnSync("chown", ["65534", own]);
      chmodSync(own, 0o4755);
      expect(await fixture.output(traced(command(own, "-u")))).toBe("65534");
      expect(told[0]).toContain("it runs with rights of its own, which it would lose");
    });
  },
);
