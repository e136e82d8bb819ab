/** `--max-time` ends a run wherever it stands, with all that it has running, as a time limit does. */

import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Ended, isRunning, recordsIn, runDscript } from "../run-dscript.ts";

let folder = "";

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "dscript-max-time-")));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (script: string, time = "500ms", words: readonly string[] = []): Promise<Ended> => {
  writeFileSync(join(folder, "s.dscript"), script);
  return runDscript(folder, ["run", "--max-time", time, ...words, "s.dscript"]);
};

const codes = [69, 70, 71];

/** The unhandled faults of all runs so far. */
const faults = (): readonly Record<string, unknown>[] => {
  return recordsIn(folder).filter((record) => record["LogPoint"] === "ErrorPoint" && record["Handled"] === false);
};

describe("--max-time", { timeout: 120_000 }, () => {
  it.each([
    ["a command", "void work() {\n  sleep 1000\n}\nwork()\n", 2, "sleep was running"],
    ["a capture", 'String s = $(sh -c "sleep 1000")\n', 1, "sh was running"],
    ["a pause", "println(1)\nsleep(1000s)\n", 2, "the run did not end within 500ms"],
    ["a computation", "int x = 0\nwhile (true) {\n  x = (x + 1) % 7\n}\n", 2, "the run did not end within 500ms"],
    ["a wait for a job", "Job j = $(sleep 1000 &)\nj.join()\n", 2, "the run did not end within 500ms"],
    ["a job at the end", "sleep 1000 &\nprintln(1)\n", 1, "sleep was running"],
    ["a pipeline", 'yes | sh -c "cat > /dev/null"\n', 1, "was running"],
    ["the opening of a pipe", "mkfifo p\ncat < p\n", 2, "the run did not end within 500ms"],
  ])("ends %s where it stands", async (_what, script, line, message) => {
    const { code, error } = await run(script);
    expect(codes, error).toContain(code);
    expect(faults(), error).toHaveLength(1);
    expect(faults()[0]).toMatchObject({
      Kind: "TimeoutFault",
      ScriptLine: line,
      Message: expect.stringContaining(message),
    });
    expect(error.match(/^TimeoutFault: /gm)).toHaveLength(1);
  });

  it("names the peer that a call of the library waits for", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const { error, code } = await run(`print(Http.get("http://127.0.0.1:${port}/").text)\n`, "2s");
    server.close();
    expect(error).toContain(`was ended; it was waiting for 127.0.0.1:${port}`);
    expect(code).toBe(71);
  });

  it("lets finally and defer run, for the time of grace", async () => {
    const { out, code } = await run(
      'void work() {\n  defer { println("deferred") }\n  try {\n    sleep 1000\n  } finally {\n    println("tidied")\n    sleep 1000\n    println("never")\n  }\n}\nwork()\nprintln("never")\n',
    );
    expect(out).toBe("tidied\ndeferred\n");
    expect(codes).toContain(code);
  });

  it("is a fault to the end, whatever the script makes of it", async () => {
    const { out, code } = await run('try {\n  sleep 1000\n} catch (Fault f) {\n  println("caught")\n}\nexit 0\n');
    expect(out).toBe("caught\n");
    expect(codes).toContain(code);
    const endless = await run("while (true) {\n  try {\n    sleep(1000s)\n  } catch (Fault f) {\n    true\n  }\n}\n");
    expect(codes, endless.error).toContain(endless.code);
  });

  it("ends all that commands have started, and lets the daemons of earlier ones be", async () => {
    writeFileSync(join(folder, "dscript.yaml"), "timeout_grace: 200ms\n");
    await run(
      `sh -c "setsid sleep 1000 > /dev/null 2>&1 & echo \\$! > daemon"\nsh -c "trap '' TERM; setsid sleep 1000 & echo \\$! > child; sleep 1000 & echo \\$! >> child; wait; sleep 1000"\n`,
      "2s",
    );
    const pids = (name: string): readonly string[] => readFileSync(join(folder, name), "utf8").trim().split("\n");
    expect(pids("child")).toHaveLength(2);
    for (const pid of pids("child")) await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 60_000 });
    for (const pid of pids("daemon")) {
      expect(isRunning(pid)).toBe(true);
      process.kill(Number(pid), "SIGKILL");
    }
  });

  it("does nothing to a run that ends in time", async () => {
    const { out, error, code } = await run('println("quick")\nexit 3\n', "365d");
    expect({ out, error, code }).toEqual({ out: "quick\n", error: "", code: 3 });
  });

  it("comes from dscript.yaml, too, and the command line wins", async () => {
    writeFileSync(join(folder, "dscript.yaml"), "max_time: 300ms\n");
    writeFileSync(join(folder, "s.dscript"), "sleep(1s)\nprintln(1)\n");
    const short = await runDscript(folder, ["run", "s.dscript"]);
    expect(codes).toContain(short.code);
    expect(short.error).toContain("did not end within 300ms");
    expect(await runDscript(folder, ["run", "--max-time", "1h", "s.dscript"])).toMatchObject({ code: 0, out: "1\n" });
  });

  it.each(["", "10", "-1s", "0s", "1x", "366d", "1e3s", "soon"])("refuses %j", async (time) => {
    const { code, error } = await run("println(1)\n", time);
    expect(code).toBe(64);
    expect(error).toBe(
      `dscript: --max-time takes a duration from 1ms to 365d, not ${JSON.stringify(time)}\n  for example: --max-time 90s\n`,
    );
  });
});
