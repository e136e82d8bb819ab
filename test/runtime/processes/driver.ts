// An engine in a process of its own, for tests of signals, of its death, and of what it is given: `node --import tsx driver.ts SCENARIO`.
import { readdirSync, writeFileSync } from "node:fs";
import { type Flow, raise } from "../../../src/records/index.ts";
import { Fault, Interruption } from "../../../src/runtime/faults/fault.ts";
import { writeLimit } from "../../../src/runtime/files/native.ts";
import type { Job } from "../../../src/runtime/processes/index.ts";
import { interrupt } from "../../../src/runtime/run.ts";
import { command, createFixture, type Fixture, shell } from "./fixture.ts";

type Scenario = (fixture: Fixture) => Promise<void>;

const [, , name = "", ...words] = process.argv;
const run = (fixture: Fixture, ...stages: Parameters<Fixture["output"]>): Promise<number> =>
  fixture.api.run(fixture.flow, 0, stages, raise);
const say = (text: string): void => writeFileSync(1, `${text}\n`);

const scenarios: Readonly<Record<string, Scenario>> = {
  /** Runs each word as a shell command. */
  async shell(fixture) {
    for (const text of words) await run(fixture, shell(text));
    say("went on");
  },
  async limited(fixture) {
    await run(fixture, { ...shell(words[0] ?? ""), limit: 10_000 });
    say("went on");
  },
  async finally(fixture) {
    try {
      await run(fixture, shell(words[0] ?? ""));
    } finally {
      await run(fixture, command("echo", "finally"));
    }
  },
  async job(fixture) {
    fixture.api.job(fixture.flow, 0, (flow) => fixture.api.run(flow, 0, [shell(words[0] ?? "")], raise));
    say("started");
  },
  async detached(fixture) {
    const body = (flow: Flow): Promise<number> => fixture.api.run(flow, 0, [shell(words[0] ?? "")], raise);
    const job = fixture.api.job(fixture.flow, 0, body, true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    (job as { detach(): void }).detach();
    say("detached");
  },
  /** A pipeline, a capture and a job at each number of descriptors from none left to enough. */
  async few(fixture) {
    await import("../../../src/runtime/processes/live.ts");
    const open = readdirSync("/proc/self/fd").length;
    const attempts = [
      () => run(fixture, command("true"), command("cat"), command("cat")),
      () => fixture.output(command("echo", "x")),
      () => run(fixture, { argv: ["true"], redirects: [{ fd: 1, op: ">=", target: "f" }] }),
      () =>
        (fixture.api.job(fixture.flow, 0, (flow) => fixture.api.run(flow, 0, [command("true")], raise)) as Job).join(),
    ];
    for (let more = 0; more < 16; more += 1) {
      writeLimit(7, BigInt(open + more), 4096n);
      for (const attempt of attempts) {
        try {
          await attempt();
          say("fine");
        } catch (thrown) {
          say(thrown instanceof Fault ? String(thrown.symptom.errno) : String(thrown));
        }
      }
    }
  },
  /** Many commands: what is open before and after. */
  async many(fixture) {
    const open = (): number => readdirSync("/proc/self/fd").length;
    await run(fixture, command("true"));
    await fixture.output(command("echo", "x"), command("cat"));
    const before = open();
    const count = Number(words[0]);
    for (let turn = 0; turn < count; turn += 1) {
      const kind = turn % 5;
      if (kind === 0) await run(fixture, command("true"), command("true"));
      else if (kind === 1) await fixture.output(command("echo", "x"));
      else if (kind === 2) await run(fixture, { argv: ["cat"], redirects: [{ fd: 0, op: "text", target: "" }] });
      else if (kind === 3) await run(fixture, { argv: ["true"], redirects: [{ fd: 1, op: ">=", target: "f" }] });
      else
        await fixture.api.captureOptional(
          fixture.flow,
          0,
          async (flow) => void (await fixture.api.run(flow, 0, [command("none")], raise)),
        );
    }
    say(`${before} ${open()} ${readdirSync(fixture.folder).join(" ")}`);
  },
};

const fixture = createFixture({ grace: 300 });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => interrupt(fixture.run, signal));
let code = 0;
for (const part of [() => scenarios[name]?.(fixture), () => fixture.finish()]) {
  try {
    await part();
  } catch (thrown) {
    if (thrown instanceof Interruption) code = 130;
    else if (thrown instanceof Fault) code = 71;
    else throw thrown;
    say(
      `${thrown.constructor.name}: ${thrown.message}${thrown instanceof Fault ? ` [${thrown.symptom.stderr ?? ""}]` : ""}`,
    );
  }
}
fixture.dispose();
process.exit(code);
