// Background jobs: beside the script, joined by it or at its end.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Flow, raise } from "../../../src/records/index.ts";
import { flowOf } from "../../../src/runtime/flow.ts";
import { Job } from "../../../src/runtime/processes/index.ts";
import { interrupt } from "../../../src/runtime/run.ts";
import { command, createFixture, type Fixture, faultOf, shell } from "./fixture.ts";

let fixture: Fixture;
let finished = false;

beforeEach(() => {
  fixture = createFixture();
  finished = false;
});

afterEach(async () => {
  if (!finished) await fixture.finish();
  fixture.dispose();
});

function job(...stages: Parameters<Fixture["output"]>): Job {
  return jobOf((flow) => fixture.api.run(flow, 0, stages, raise));
}

function jobOf(body: (flow: Flow) => Promise<number>): Job {
  const started = fixture.api.job(fixture.flow, 0, body);
  if (started instanceof Job) return started;
  throw new Error("no job");
}

async function finish(): Promise<void> {
  finished = true;
  await fixture.finish();
}

describe("a job", () => {
  it("runs beside the script, and gives its result when it is joined", async () => {
    const started = job(shell("sleep 0.1; exit 0"));
    expect(started.isRunning()).toBe(true);
    expect(await fixture.output(command("echo", "meanwhile"))).toBe("meanwhile");
    const result = await started.join();
    expect(result).toMatchObject({ status: 0, out: "", err: "", stages: [0] });
    expect(result.elapsed).toBeGreaterThan(90);
    expect(started.isRunning()).toBe(false);
    expect(started.pid).toBeGreaterThan(0);
    await started.join();
  });

  it("is the flow's last job", async () => {
    expect((await faultOf(() => fixture.api.lastJob(fixture.flow, 0))).message).toContain("$!");
    const started = job(command("true"));
    expect(fixture.api.lastJob(fixture.flow, 0)).toBe(started);
    await started.join();
  });

  it("raises its failure when it is joined, or has it accepted", async () => {
    expect((await faultOf(() => job(shell("exit 4")).join())).status).toBe(4);
    expect((await job(shell("exit 5")).result()).status).toBe(5);
    expect(fixture.records.filter((body) => body.logPoint === "ErrorPoint").map((body) => body.handled)).toEqual([
      true,
    ]);
  });

  it("that nobody joins is waited for at the end, and its failure raised there", async () => {
    job(shell("sleep 0.1; echo done > f"));
    job(shell("exit 6"));
    job(shell("exit 7"));
    expect((await faultOf(finish)).status).toBe(6);
    expect(readFileSync(join(fixture.folder, "f"), "utf8")).toBe("done\n");
    // The second failure is not lost either.
    expect(fixture.shown.map((fault) => fault.status)).toEqual([7]);
  });

  it("reads nothing, and has directory and variables of its own", async () => {
    const text = fixture.api.capture(fixture.flow, 0, async (flow) => {
      const started = fixture.api.job(flow, 0, async (inner) => {
        fixture.api.changeDirectory(inner, 0, "/", raise);
        return fixture.api.run(inner, 0, [shell("cat; pwd")], raise);
      });
      await (started as Job).join();
    });
    expect(await text).toBe("/");
    expect(fixture.flow.directory).toBe(fixture.folder);
  });

  it("of a capture may outlive its body: the capture waits for it", async () => {
    const text = await fixture.api.capture(fixture.flow, 0, async (flow) => {
      fixture.api.job(flow, 0, async (inner) => {
        await fixture.api.run(inner, 0, [shell("sleep 0.1; echo late")], raise);
        flowOf(inner).stdout.write("printed\n");
        return 0;
      });
      await fixture.api.run(flow, 0, [command("echo", "early")], raise);
    });
    expect(text).toBe("early\nlate\nprinted");
  });

  it("leads a process group of its own", async () => {
    const groups = await fixture.api.capture(fixture.flow, 0, async (flow) => {
      const started = fixture.api.job(flow, 0, (inner) =>
        fixture.api.run(inner, 0, [shell("echo $$; ps -o pgid= -p $$")], raise),
      );
      await (started as Job).join();
    });
    const [pid, group] = groups.split("\n").map((line) => line.trim());
    expect(group).toBe(pid);
  });

  it("is ended at the end of an interrupted run", async () => {
    const started = job(command("sleep", "20"));
    const running = fixture.output(command("sleep", "20"));
    setTimeout(() => interrupt(fixture.run, "SIGTERM"), 50);
    await expect(running).rejects.toThrow("interrupted by SIGTERM");
    await finish();
    expect(started.isRunning()).toBe(false);
  });

  it("that the end waits for is ended by Ctrl-C", async () => {
    job(command("sleep", "20"));
    setTimeout(() => interrupt(fixture.run, "SIGINT"), 50);
    await expect(finish()).rejects.toThrow("interrupted by SIGINT");
  });

  it("that is detached is recorded, not waited for, and its failure logged only", async () => {
    const started = job(shell("exit 3"));
    started.detach();
    started.detach();
    await finish();
    while (started.isRunning()) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(fixture.records.filter((body) => body.api === "detach")).toHaveLength(1);
    expect(fixture.shown).toEqual([]);
  });
});

describe("the end of a run", () => {
  it("does what was asked for it, last first, whatever fails", async () => {
    const done: number[] = [];
    fixture.run.atEnd.push(
      () => void done.push(1),
      async () => {
        done.push(2);
        throw new Error("two");
      },
      () => void done.push(3),
    );
    await expect(finish()).rejects.toThrow("two");
    expect(done).toEqual([3, 2, 1]);
  });
});
