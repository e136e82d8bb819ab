/** `trace`, `--trace` and `trace:` in dscript.yaml, as a user meets them: the fault, the record, and where a trace is not possible. */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ended, recordsIn, runDscript } from "../run-dscript.ts";

// Skipped where Debian's strace is not installed, or this sandbox does not let a process trace.
const canTrace =
  spawnSync("strace", ["-DDD", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", "trace=openat", "true"])
    .status === 0;

let folder = "";

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "dscript-trace-")));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(
  script: string,
  words: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  writeFileSync(join(folder, "s.dscript"), script);
  return runDscript(folder, ["run", ...words, "s.dscript"], env);
}

const callsOf = (): readonly unknown[] =>
  recordsIn(folder).flatMap((record) => (record["LogPoint"] === "ErrorPoint" ? [record["SystemCall"]] : []));

describe.skipIf(!canTrace)("a trace", { timeout: 60_000 }, () => {
  it("shows the call that failed in the fault, and keeps it in the record", async () => {
    const { error, code } = await run("trace bash -c 'gzip -c /nowhere/x; exit 1'\n");
    expect(error).toContain('  system call  openat("/nowhere/x") of gzip: No such file or directory\n');
    expect(code).toBe(70);
    expect(callsOf()).toEqual(["openat(/nowhere/x) ENOENT"]);
  });

  it("says so in Japanese, too", async () => {
    const { error } = await run("trace cat /nowhere/x\n", ["--lang", "ja"]);
    expect(error).toContain("システムコール");
    expect(error).toContain('openat("/nowhere/x")');
  });

  it("gives the peer and the error number that a message leaves out", async () => {
    await run("trace timeout 9s curl -s http://127.0.0.1:1/\n");
    const [fault] = recordsIn(folder).filter((record) => record["LogPoint"] === "ErrorPoint");
    expect(fault).toMatchObject({ FaultType: "SystemFault", Owner: "operator" });
    expect(String(fault?.["SystemCall"])).toMatch(/^connect\(127\.0\.0\.1:1\) E/);
  });

  it("finds a local service that is down, in a language that nobody knows", async () => {
    const script = `trace python3 -c '
import socket, sys
try: socket.socket(socket.AF_UNIX).connect("/run/no-such.sock")
except OSError: sys.exit("ei toimi")
'
`;
    await run(script);
    const [fault] = recordsIn(folder).filter((record) => record["LogPoint"] === "ErrorPoint");
    expect(fault).toMatchObject({ SystemCall: "connect(/run/no-such.sock) ENOENT", Owner: "operator" });
  });

  it("is asked for by an option, by the configuration, or by @Risky", async () => {
    const failing = "!cat /nowhere/x\n";
    await run(failing);
    await run(failing, ["--trace"]);
    await run(`@Risky\n${failing}`);
    await run(`@Risky\n${failing}`, ["--no-trace"]);
    await run(`@Risky\n!trace cat /nowhere/x\n`, ["--no-trace", "--trace"]);
    writeFileSync(join(folder, "dscript.yaml"), "trace: always\n");
    await run(failing);
    writeFileSync(join(folder, "dscript.yaml"), "trace: never\n");
    await run(`@Risky\n!trace cat /nowhere/x\n`);
    const traced = "openat(/nowhere/x) ENOENT";
    expect(callsOf()).toEqual([undefined, traced, traced, undefined, undefined, traced, undefined]);
  });

  it("leaves fakes of tests alone", async () => {
    const test = `test "fake" {
  Fake f = Test.fake("cat", 3)
  int n = $(trace cat /nowhere/x).status
  assert(n == 3)
}
`;
    writeFileSync(join(folder, "dscript.yaml"), "trace: always\n");
    writeFileSync(join(folder, "t.dscript"), test);
    const { code, out, error } = await runDscript(folder, ["test", "t.dscript"]);
    expect(`${out}${error}`).not.toContain("trace");
    expect(code).toBe(0);
  });
});

describe("where tracing is not possible", { timeout: 60_000 }, () => {
  it("one sentence says why and what to do, and the script goes on", async () => {
    const bin = join(folder, "bin");
    mkdirSync(bin);
    const node = process.execPath;
    symlinkSync(node, join(bin, "node"));
    for (const name of readdirSync("/bin"))
      if (/^(?:sh|echo|env|dirname|readlink|cat|grep|sleep)$/.test(name))
        symlinkSync(join("/bin", name), join(bin, name));
    const { out, error, code } = await run("trace echo one\ntrace echo two\n", [], { PATH: bin });
    expect(out).toBe("one\ntwo\n");
    expect(error).toBe(
      "dscript: cannot trace commands: strace is not installed (install the package strace); they run without a trace\n",
    );
    expect(code).toBe(0);
    const japanese = await run("trace echo one\n", ["--lang", "ja"], { PATH: bin });
    expect(japanese.error).toContain("strace がない");
  });

  it("a wrong value in the configuration is refused", async () => {
    writeFileSync(join(folder, "dscript.yaml"), "trace: sometimes\n");
    const { error, code } = await run("echo\n");
    expect(error).toContain('trace: expected never, risky or always, found "sometimes"');
    expect(code).toBe(78);
  });
});
