// Who ends what: time limits, interruptions, daemons, and the engine's own death.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Flow, raise } from "../../../src/records/index.ts";
import { flowOf } from "../../../src/runtime/flow.ts";
import type { Job } from "../../../src/runtime/processes/index.ts";
import { processesOf } from "../../../src/runtime/processes/processes.ts";
import { waitIn } from "../../../src/runtime/processes/wait-in.ts";
import { interrupt } from "../../../src/runtime/run.ts";
import { drive } from "./driven.ts";
import { command, createFixture, type Fixture, faultOf, shell } from "./fixture.ts";

let fixture: Fixture;

beforeEach(() => {
  fixture = createFixture();
});

afterEach(async () => {
  await fixture.finish();
  fixture.dispose();
});

// Each test waits with a number of seconds of its own, by which its processes are found.
let seconds = 1000 + (process.pid % 1000) * 100;
function mark(): string {
  seconds += 1;
  return String(seconds);
}

/** The processes that sleep for a mark. */
function sleepers(text: string): readonly number[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const argv = readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0");
      return argv[0] === "sleep" && argv[1] === text ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

function end(text: string): void {
  for (const pid of sleepers(text)) process.kill(pid, "SIGKILL");
}

function run(...stages: Parameters<Fixture["output"]>): Promise<number> {
  return fixture.api.run(fixture.flow, 0, stages, raise);
}

describe("a time limit", () => {
  it("ends the command with TERM, and raises a TimeoutFault", async () => {
    const fault = await faultOf(() => run({ argv: ["sleep", "3607"], limit: 100 }));
    expect(fault.kind).toBe("TimeoutFault");
    expect(fault.status).toBe(124);
  });

  it("does nothing to a command that is in time", async () => {
    expect(await run({ argv: ["true"], limit: 5000 })).toBe(0);
  });

  it("ends everything that the command started: after setsid, two forks, without its environment, deaf to TERM", async () => {
    const n = mark();
    const text = `setsid sleep ${n} & (setsid setsid sleep ${n} &) & env -i sleep ${n} & (trap '' TERM; sleep ${n}; sleep ${n}) & sleep ${n}`;
    const fault = await faultOf(() => run({ ...shell(text), limit: 150 }));
    expect(fault.kind).toBe("TimeoutFault");
    expect(sleepers(n)).toEqual([]);
  });

  it("ends a command that keeps making new processes", async () => {
    const n = mark();
    const text = `trap '' TERM; f() { sleep ${n} & if [ "$1" -gt 0 ]; then f $(($1 - 1)) & f $(($1 - 1)) & fi; wait; }; while :; do f 3 & sleep 0.05; done`;
    await faultOf(() => run({ ...shell(text), limit: 200 }));
    expect(sleepers(n)).toEqual([]);
  });

  it("over a group ends its commands; what tidies up has the time of grace, and no more", async () => {
    const n = mark();
    const group = async (flow: Flow): Promise<undefined> => {
      await fixture.api.run(flow, 0, [shell(`sleep ${n} & exec sleep 0`)], raise);
      try {
        await fixture.api.run(flow, 0, [command("sleep", n)], raise);
      } finally {
        await fixture.api.run(flow, 0, [command("touch", "tidied")], raise);
        await fixture.api.run(flow, 0, [command("sleep", n)], raise);
        await fixture.api.run(flow, 0, [command("touch", "late")], raise);
      }
    };
    const fault = await faultOf(() => run({ group, limit: 200 }));
    expect(fault.kind).toBe("TimeoutFault");
    await until(() => sleepers(n).length === 0);
    expect(readdirSync(fixture.folder)).toEqual(["tidied"]);
  });

  it("ends one stage of a pipeline; the others end as their pipe does", async () => {
    const fault = await faultOf(() => run({ argv: ["sleep", "10"], limit: 100 }, command("cat")));
    expect(fault.stage).toBe(0);
    expect(fault.kind).toBe("TimeoutFault");
  });
});

describe("within", () => {
  it("writes a ResponseCheckPoint after a longer run, and ends nothing", async () => {
    await run({ argv: ["sleep", "0.1"], within: 20 });
    await run({ argv: ["true"], within: 5000 });
    const points = fixture.records.filter((body) => body.logPoint === "ResponseCheckPoint");
    expect(points).toHaveLength(1);
    expect(points[0]?.elapsed).toBeGreaterThan(90);
  });
});

describe("a daemon", () => {
  it("of a command that ended well is let be, and recorded at the end", async () => {
    const n = mark();
    await run(shell(`setsid sleep ${n} >/dev/null 2>&1 &`));
    await until(() => sleepers(n).length === 1);
    await fixture.finish();
    expect(sleepers(n)).toHaveLength(1);
    const record = fixture.records.find((body) => body.api === "daemon");
    expect(record?.arguments).toEqual([
      ["pid", String(sleepers(n)[0])],
      ["argv", `sleep ${n}`],
    ]);
    end(n);
  });
});

describe("an interruption", () => {
  it("by TERM ends the running command with all that it started, and is thrown", async () => {
    const n = mark();
    const running = run(shell(`trap '' TERM; setsid sleep ${n} & sleep ${n}; sleep ${n}`));
    await until(() => sleepers(n).length === 2);
    interrupt(fixture.run, "SIGTERM");
    await expect(running).rejects.toThrow("interrupted by SIGTERM");
    expect(sleepers(n)).toEqual([]);
    // What follows is finally's.
    expect(await run(command("true"))).toBe(0);
  });

  it("by INT without a terminal ends the script, also where its command ignores it", async () => {
    const running = run(shell("trap '' INT; touch ready; sleep 0.3"));
    await until(() => existsSync(`${fixture.folder}/ready`));
    interrupt(fixture.run, "SIGINT");
    await expect(running).rejects.toThrow("interrupted by SIGINT");
  });

  it("by HUP lets finally's commands not die of the next HUP, which a closing terminal sends", async () => {
    const running = run(command("sleep", "10"));
    setTimeout(() => interrupt(fixture.run, "SIGHUP"), 50);
    await expect(running).rejects.toThrow("interrupted by SIGHUP");
    expect(await run(shell("kill -HUP $$; exit 0"))).toBe(0);
  });

  it("by INT ends the script when no command can deal with it, also one that has just ended well", async () => {
    const running = run(shell("sleep 0.1"));
    interrupt(fixture.run, "SIGINT");
    await expect(running).rejects.toThrow("interrupted by SIGINT");
    const stopped = waitIn(processesOf(fixture.run), fixture.flow, new Promise((resolve) => setTimeout(resolve, 50)));
    interrupt(fixture.run, "SIGINT");
    await expect(stopped).rejects.toThrow("interrupted by SIGINT");
  });

  it("by INT ends the waiting for a job, and for a pipe that a background process holds", async () => {
    for (const wait of [
      async () => {
        const job = fixture.api.job(fixture.flow, 0, (flow) =>
          fixture.api.run(flow, 0, [command("sleep", "3608")], raise),
        );
        await waitIn(processesOf(fixture.run), fixture.flow, (job as Job).failure());
      },
      () => fixture.output(shell("sleep 3609 & echo x")),
    ]) {
      const waiting = wait();
      setTimeout(() => interrupt(fixture.run, "SIGINT"), 100);
      await expect(waiting).rejects.toThrow("interrupted by SIGINT");
    }
    for (const n of ["3608", "3609"]) end(n);
  });

  it("by INT ends the script when the command died of it", async () => {
    const running = run(shell("sleep 0.05; kill -INT $$"));
    interrupt(fixture.run, "SIGINT");
    await expect(running).rejects.toThrow("interrupted by SIGINT");
  });

  it("reaches a command that has a time limit, and so a group of its own", async () => {
    const running = run({ argv: ["sleep", "10"], limit: 8000 });
    setTimeout(() => interrupt(fixture.run, "SIGINT"), 50);
    await expect(running).rejects.toThrow("interrupted by SIGINT");
  });

  it("ends all stages, groups included", async () => {
    const group = async (flow: Flow): Promise<undefined> => {
      await fixture.api.run(flow, 0, [command("sleep", "10")], raise);
      flowOf(flow).stdout.write("went on");
    };
    const running = run({ group }, command("cat"));
    setTimeout(() => interrupt(fixture.run, "SIGTERM"), 50);
    await expect(running).rejects.toThrow("interrupted by SIGTERM");
  });
});

describe("an engine in a process of its own", () => {
  it("is told by Ctrl-C together with its command, and runs finally", async () => {
    const n = mark();
    const driven = drive("finally", [`sleep ${n}`], fixture.folder);
    await until(() => sleepers(n).length === 1);
    process.kill(-driven.child.pid!, "SIGINT");
    expect(await driven.ended).toBe(130);
    expect(driven.out()).toBe("finally\nInterruption: interrupted by SIGINT\n");
    expect(sleepers(n)).toEqual([]);
  });

  it("takes a signal that reaches its command first as its own", async () => {
    for (const signal of ["INT", "TERM", "HUP"]) {
      // As the terminal and systemd do, one process after the other.
      const text = `(sleep 0.03; kill -${signal} $PPID) & exec sh -c 'kill -${signal} $$'`;
      const driven = drive("finally", [text], fixture.folder);
      expect(await driven.ended).toBe(130);
      expect(driven.out()).toBe(`finally\nInterruption: interrupted by SIG${signal}\n`);
    }
  });

  it("takes a signal that is its command's alone as that command's failure", async () => {
    const fault = await faultOf(() => run(shell("kill -TERM $$")));
    expect(fault.symptom.signal).toBe("SIGTERM");
  });

  it("that is killed takes what its commands run along, and lets earlier daemons be", async () => {
    const [daemon, n] = [mark(), mark()];
    const driven = drive(
      "shell",
      [`setsid sleep ${daemon} >/dev/null 2>&1 &`, `setsid sleep ${n} >/dev/null 2>&1 & trap '' TERM; sleep ${n}`],
      fixture.folder,
    );
    await until(() => sleepers(n).length === 2);
    driven.child.kill("SIGKILL");
    await until(() => sleepers(n).length === 0);
    expect(sleepers(daemon)).toHaveLength(1);
    end(daemon);
    await driven.ended;
  });

  it("that is killed by its first command, in the moment of its start, takes it along", async () => {
    const n = mark();
    const driven = drive("shell", [`kill -KILL $PPID; setsid sleep ${n} & sleep ${n}; touch lived`], fixture.folder);
    await driven.ended;
    await until(() => sleepers(n).length === 0 && !isWatched(driven.child.pid!));
    expect(existsSync(`${fixture.folder}/lived`)).toBe(false);
  });

  it("that is killed leaves no watchdog", async () => {
    const n = mark();
    const driven = drive("shell", ["true", `exec sleep ${n}`], fixture.folder);
    await until(() => sleepers(n).length === 1);
    const pid = driven.child.pid!;
    driven.child.kill("SIGKILL");
    await driven.ended;
    await until(() => sleepers(n).length === 0 && !isWatched(pid));
  });

  it("that ends well leaves a detached job running", async () => {
    const n = mark();
    const driven = drive("detached", [`exec sleep ${n} >/dev/null 2>&1`], fixture.folder);
    expect(await driven.ended).toBe(0);
    await until(() => sleepers(n).length === 1);
    end(n);
  });

  it("hands its error output on, keeps its last lines, and lets a daemon write on", async () => {
    const driven = drive(
      "shell",
      [
        "echo first >&2",
        "setsid sh -c 'sleep 1; echo from the daemon >&2' >/dev/null & true",
        "head -c 300000 /dev/zero | tr '\\0' x >&2; echo >&2; echo last words >&2; exit 3",
      ],
      fixture.folder,
    );
    await driven.says("Fault");
    await driven.says("]");
    expect(driven.out().includes("sh ended with status 3: …xxx")).toBe(true);
    expect(driven.out().endsWith("last words\n]\n")).toBe(true);
    expect(driven.err().replace(/x+/, "x")).toBe("first\nx\nlast words\n");
    expect(driven.err().length).toBe("first\n\nlast words\n".length + 300_000);
    // The end of its output comes when the daemon has ended, too.
    expect(await driven.ended).toBe(71);
    expect(driven.err().endsWith("from the daemon\n")).toBe(true);
  });

  it("says what is wrong when there are too few descriptors", async () => {
    const driven = drive("few", [], fixture.folder);
    expect(await driven.ended).toBe(0);
    const said = driven.out().trim().split("\n");
    expect(new Set(said)).toEqual(new Set(["EMFILE", "fine"]));
    expect(said.at(-1)).toBe("fine");
  });

  it("has as many descriptors, files and children after many commands as before", { timeout: 60_000 }, async () => {
    const driven = drive("many", ["400"], fixture.folder);
    expect(await driven.ended).toBe(0);
    const [before, after, ...files] = driven.out().trim().split(" ");
    expect(after).toBe(before);
    expect(files).toEqual(["f"]);
  });
});

function isWatched(engine: number): boolean {
  return readdirSync("/proc").some((name) => {
    try {
      const text = readFileSync(`/proc/${name}/stat`, "utf8");
      return text.includes("(sh)") && Number(text.slice(text.lastIndexOf(")") + 2).split(" ")[1]) === engine;
    } catch {
      return false;
    }
  });
}
