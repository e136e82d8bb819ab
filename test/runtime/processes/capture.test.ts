// Captures and lines: what is read, when it ends, and how much it may be.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { accept, type Flow, raise } from "../../../src/records/index.ts";
import { ScriptExit } from "../../../src/runtime/faults/fault.ts";
import { flowOf } from "../../../src/runtime/flow.ts";
import { interrupt } from "../../../src/runtime/run.ts";
import { command, createFixture, type Fixture, faultOf, shell } from "./fixture.ts";

let fixture: Fixture;

beforeEach(() => {
  fixture = createFixture({ captureLimit: 1_000_000 });
});

afterEach(async () => {
  await fixture.finish();
  fixture.dispose();
});

function running(...stages: Parameters<Fixture["output"]>): (flow: Flow) => Promise<void> {
  return async (flow) => {
    await fixture.api.run(flow, 0, stages, raise);
  };
}

async function linesOf(...stages: Parameters<Fixture["output"]>): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of fixture.api.lines(fixture.flow, 0, running(...stages))) lines.push(line);
  return lines;
}

describe("a capture", () => {
  it("loses the newlines at its end only", async () => {
    expect(await fixture.output(command("printf", "\\n a\\n\\nb \\n\\n"))).toBe("\n a\n\nb ");
    expect(await fixture.output(command("true"))).toBe("");
  });

  it("holds output of any bytes, far beyond a pipe's size", async () => {
    const text = await fixture.output(shell("head -c 900000 /dev/zero | tr '\\0' '\\377'; printf x"));
    expect(text).toBe(`${"\udcff".repeat(900_000)}x`);
  });

  it("raises the failure of its command", async () => {
    expect((await faultOf(() => fixture.output(shell("echo x; exit 4")))).status).toBe(4);
  });

  it("that is optional gives null, and accepts the failure", async () => {
    expect(await fixture.api.captureOptional(fixture.flow, 0, running(command("false")))).toBeNull();
    expect(await fixture.api.captureOptional(fixture.flow, 0, running(command("echo", "x")))).toBe("x");
    expect(fixture.records.map((body) => body.handled)).toEqual([true]);
  });

  it("as lines has no line behind the last newline", async () => {
    const lines = (text: string): Promise<string[]> =>
      fixture.api.captureLines(fixture.flow, 0, running(command("printf", "%s", text)));
    expect(await lines("a\n\nb")).toEqual(["a", "", "b"]);
    expect(await lines("a\n")).toEqual(["a"]);
    expect(await lines("\n\n")).toEqual(["", ""]);
    expect(await lines("")).toEqual([]);
  });

  it("as a result has all of it", async () => {
    const result = await fixture.api.captureResult(fixture.flow, 0, (flow) =>
      fixture.api.run(flow, 0, [shell("echo out; echo err >&2; exit 3"), shell("cat; exit 0")], accept),
    );
    expect(result).toMatchObject({ status: 3, out: "out", err: "err", stages: [3, 0] });
    expect(result.elapsed).toBeGreaterThan(0);
    const [point] = fixture.records.filter((body) => body.logPoint === "ErrorPoint");
    expect(point?.message).toBe("sh ended with status 3: err");
    expect(fixture.records.filter((body) => body.logPoint === "ErrorPoint").map((body) => body.handled)).toEqual([
      true,
    ]);
  });

  it("knows the CPU time of what it ran", async () => {
    const busy = shell("i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done");
    const result = await fixture.api.captureResult(fixture.flow, 0, (flow) => fixture.api.run(flow, 0, [busy], accept));
    expect(result.usage.user + result.usage.system).toBeGreaterThan(10);
  });

  it("keeps the order of commands and the engine's own printing", async () => {
    const text = await fixture.api.capture(fixture.flow, 0, async (flow) => {
      flowOf(flow).stdout.write("a\n");
      await fixture.api.run(flow, 0, [command("echo", "b")], raise);
      flowOf(flow).stdout.write(`${"c".repeat(200_000)}\n`);
      await fixture.api.run(flow, 0, [command("echo", "d")], raise);
    });
    expect(text).toBe(`a\nb\n${"c".repeat(200_000)}\nd`);
  });

  it("has a limit: the command is ended, and the fault says what to do", async () => {
    const fault = await faultOf(() => fixture.output(command("yes")));
    expect(fault.kind).toBe("CaptureFault");
    expect(fault.message).toContain("more than 1000000 bytes");
    expect(fault.message).toContain("for (String line in");
    const printed = faultOf(() =>
      fixture.api.capture(fixture.flow, 0, async (flow) => {
        for (;;) flowOf(flow).stdout.write("x".repeat(1000));
      }),
    );
    expect((await printed).kind).toBe("CaptureFault");
  });

  it("waits for background children of its command, as a shell does", async () => {
    expect(await fixture.output(shell("(sleep 0.2; echo late) & echo early"))).toBe("early\nlate");
  });

  it("does not wait for a daemon, and records it", async () => {
    // Sleeps longer than the test may take: had it been waited for, this would not come back.
    expect(await fixture.output(shell("setsid sleep 3605 & echo started"))).toBe("started");
    const daemon = fixture.records.find((body) => body.api === "daemon");
    expect(daemon?.arguments).toContainEqual(["argv", "sleep 3605"]);
    process.kill(Number(daemon?.arguments.find(([name]) => name === "pid")?.[1]));
  });

  it("nests", async () => {
    const text = await fixture.api.capture(fixture.flow, 0, async (outer) => {
      const inner = await fixture.api.capture(outer, 0, running(command("echo", "inner")));
      await fixture.api.run(outer, 0, [command("echo", `<${inner}>`)], raise);
    });
    expect(text).toBe("<inner>");
  });

  it("lets an interruption through", async () => {
    const text = fixture.output(command("sleep", "10"));
    setTimeout(() => interrupt(fixture.run, "SIGTERM"), 50);
    await expect(text).rejects.toThrow("interrupted by SIGTERM");
  });
});

describe("lines", () => {
  it("come as they are written", async () => {
    // The second line comes later than the test may end.
    for await (const line of fixture.api.lines(fixture.flow, 0, running(shell("echo first; exec sleep 3606")))) {
      expect(line).toBe("first");
      break;
    }
  });

  it("are all of them, a last one without newline included", async () => {
    expect(await linesOf(command("printf", "a\\n\\nb"))).toEqual(["a", "", "b"]);
    expect(await linesOf(command("printf", "a\\n"))).toEqual(["a"]);
    expect(await linesOf(command("true"))).toEqual([]);
    expect(await linesOf(command("printf", "\\377\\n\\303\\251"))).toEqual(["\udcff", "é"]);
    expect((await linesOf(command("seq", "1", "100000"))).length).toBe(100_000);
  });

  it("have no limit on their sum, and one on each", async () => {
    let count = 0;
    for await (const _line of fixture.api.lines(fixture.flow, 0, running(command("seq", "1", "300000")))) count += 1;
    expect(count).toBe(300_000);
    const fault = await faultOf(() => linesOf(command("head", "-c", "2000000", "/dev/zero")));
    expect(fault.kind).toBe("CaptureFault");
  });

  it("let the writer wait while the script is slow", async () => {
    let count = 0;
    for await (const _line of fixture.api.lines(fixture.flow, 0, running(command("yes")))) {
      count += 1;
      if (count === 5) await new Promise((resolve) => setTimeout(resolve, 150));
      if (count === 10) break;
    }
    // Without waiting, memory would have taken hundreds of megabytes.
    expect(process.memoryUsage().rss).toBeLessThan(700 << 20);
  });

  it("raise the failure after the last one", async () => {
    const lines: string[] = [];
    const fault = await faultOf(async () => {
      for await (const line of fixture.api.lines(fixture.flow, 0, running(shell("echo a; echo b; exit 5"))))
        lines.push(line);
    });
    expect(lines).toEqual(["a", "b"]);
    expect(fault.status).toBe(5);
  });

  it("end by SIGPIPE when the script leaves, which is no failure; also for a command that writes no more", async () => {
    for (const stage of [command("yes"), shell("echo x; exec sleep 30")]) {
      for await (const line of fixture.api.lines(fixture.flow, 0, running(stage))) {
        expect(line).not.toBe("");
        break;
      }
    }
    expect(fixture.records.filter((body) => body.logPoint === "ErrorPoint")).toEqual([]);
  });

  it("that the script itself prints come in order, and stop when it leaves", async () => {
    const body = async (flow: Flow): Promise<void> => {
      flowOf(flow).stdout.write("one\ntwo");
      await fixture.api.run(flow, 0, [command("echo", "three")], raise);
      for (;;) {
        try {
          flowOf(flow).stdout.write("more\n");
        } catch {
          // As the library's print does.
          throw new ScriptExit(141, false);
        }
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const lines: string[] = [];
    for await (const line of fixture.api.lines(fixture.flow, 0, body)) if (lines.push(line) === 3) break;
    expect(lines).toEqual(["one", "twothree", "more"]);
  });
});
