/** Test and Fake: what a test sets up, holds still, compares and asks for. */

import { dirname } from "node:path";
import type { Flow } from "../../records/index.ts";
import { asFault } from "../faults/api.ts";
import { type Fault, Interruption, isExit, ScriptExit } from "../faults/fault.ts";
import { createFault, siteAt } from "../faults/raise.ts";
import { settle } from "../faults/settle.ts";
import { Refusal } from "../files/refusal.ts";
import type { ScriptFlow } from "../flow.ts";
import { processesOf } from "../processes/processes.ts";
import { startLive } from "../processes/start-live.ts";
import type { Run, TestLibrary, TestOptions } from "../run.ts";
import { createFake, type Fake } from "../testing/fake.ts";
import { compareGolden, goldenPath, writeGolden } from "../testing/golden.ts";
import { allowOnly } from "../testing/only-fakes.ts";
import { TestSkip } from "../testing/skip.ts";
import { answerFor, saidTo } from "../testing/told.ts";
import { runWhole } from "../testing/whole-script.ts";
import type { Functions } from "./function.ts";
import { type GuardedCall, guard, guarded, quote } from "./guard.ts";

/** The library's part that only tests have. */
export const testLibrary: TestLibrary = (run) => {
  const guardedCalls = Object.entries(testCalls(run)).map(([key, call]) => [key, guard(run, key, call)] as const);
  return { ...testFunctions(run), ...Object.fromEntries(guardedCalls) };
};

/** What sets up, and asks. */
function testCalls(run: Run): Readonly<Record<string, GuardedCall>> {
  return {
    "Test.fake": guarded({
      perform: (
        _flow: ScriptFlow,
        _site: number,
        program: string,
        status: number = 0,
        out: string = "",
        err: string = "",
      ) => {
        const fake = createFake(testOf(run).folder, program, { status, out, err });
        // What was found under this name before is hidden now.
        processesOf(run).live?.search.forget();
        return fake;
      },
      attempts: (program) => `fake ${quote(program)}`,
    }),
    "Test.onlyFakes": guarded({
      perform: async (flow: ScriptFlow, site: number, ...allowed: string[]) => {
        const { folder } = testOf(run);
        const live = processesOf(run).live ?? (await startLive(processesOf(run), site));
        allowOnly(run, live, flow, folder, allowed);
      },
      attempts: () => "let only fakes run",
    }),
    "Test.golden": guarded({
      perform: (_flow: ScriptFlow, site: number, name: string, actual: string) =>
        compareWithGolden(run, site, name, actual),
      attempts: (name) => `compare with the golden file ${quote(name)}`,
    }),
    "Test.run": guarded({
      perform: (flow: ScriptFlow, site: number, script: string, ...words: string[]) =>
        runWhole(run, testOf(run), flow, site, script, ["run"], words),
      attempts: (script) => `run the script ${quote(script)}`,
    }),
    "Test.watch": guarded({
      perform: (flow: ScriptFlow, site: number, script: string, time: number, ...words: string[]) =>
        runWhole(run, testOf(run), flow, site, script, ["watch", "--for", `${time}ms`], words),
      attempts: (script) => `watch the script ${quote(script)}`,
    }),
    "Test.told": guarded({
      perform: (_flow: ScriptFlow, _site: number, role: string) => [...saidTo(testOf(run).folder, "told", role)],
      attempts: (role) => `read what ${quote(role)} was told`,
    }),
    "Test.asked": guarded({
      perform: (_flow: ScriptFlow, _site: number, role: string) => [...saidTo(testOf(run).folder, "asked", role)],
      attempts: (role) => `read what ${quote(role)} was asked`,
    }),
    "Test.approve": guarded({
      perform: (_flow: ScriptFlow, _site: number, role: string, yes: boolean = true) =>
        answerFor(testOf(run).folder, role, yes),
      attempts: (role) => `answer for ${quote(role)}`,
    }),
    ...fakeCalls,
  };
}

const fakeCalls: Readonly<Record<string, GuardedCall>> = {
  "Fake.then": guarded({
    perform: (_flow: ScriptFlow, _site: number, fake: Fake, status: number, out: string = "", err: string = "") =>
      fake.answer({ status, out, err }),
    attempts: (fake) => `give the fake ${quote(fake.name)} an answer`,
  }),
  "Fake.when": guarded({
    perform: (
      _flow: ScriptFlow,
      _site: number,
      fake: Fake,
      words: string[],
      status: number = 0,
      out: string = "",
      err: string = "",
    ) => fake.when(words, { status, out, err }),
    attempts: (fake) => `give the fake ${quote(fake.name)} an answer`,
  }),
  "Fake.delay": guarded({
    perform: (_flow: ScriptFlow, _site: number, fake: Fake, time: number) => fake.delay(time),
    attempts: (fake) => `delay the fake ${quote(fake.name)}`,
  }),
  "Fake.signal": guarded({
    perform: (_flow: ScriptFlow, _site: number, fake: Fake, name: string) => fake.signal(name),
    attempts: (fake) => `end the fake ${quote(fake.name)} with a signal`,
  }),
  "Fake.ignoreInput": guarded({
    perform: (_flow: ScriptFlow, _site: number, fake: Fake) => fake.ignoreInput(),
    attempts: (fake) => `set up the fake ${quote(fake.name)}`,
  }),
  "Fake.calls": guarded({
    perform: (_flow: ScriptFlow, _site: number, fake: Fake) => fake.calls().map((each) => [...each]),
    attempts: (fake) => `read the calls of the fake ${quote(fake.name)}`,
  }),
  "Fake.count": guarded({
    perform: (_flow: ScriptFlow, _site: number, fake: Fake) => fake.calls().length,
    attempts: (fake) => `read the calls of the fake ${quote(fake.name)}`,
  }),
  "Fake.inputs": guarded({
    perform: (_flow: ScriptFlow, _site: number, fake: Fake) => [...fake.inputs()],
    attempts: (fake) => `read the calls of the fake ${quote(fake.name)}`,
  }),
};

type Action = (flow: Flow, site: number) => unknown;

/** What holds the clock, ends the test, and catches what a closure throws. */
function testFunctions(run: Run): Functions {
  return {
    "Test.setTime": (_flow, _site, time: number) => run.clock.set(time),
    "Test.advance": (_flow, _site, time: number) => run.clock.advance(time),
    "Test.skip": (_flow, _site, why: string) => {
      throw new TestSkip(why);
    },
    "Test.fault": (flow, site, action: Action) =>
      ending(
        () => action(flow, site),
        (thrown) => faultOf(run, site, thrown),
        () => failed(run, site, "the closure raises no fault"),
      ),
    "Test.exit": (flow, site, action: Action) =>
      ending(
        () => action(flow, site),
        (thrown) => {
          if (isExit(thrown)) return thrown.status;
          throw thrown;
        },
        () => failed(run, site, "the closure does not end the script with `exit`"),
      ),
  };
}

/** Runs what may give a promise, and tells how it ended. */
function ending(action: () => unknown, onThrown: (thrown: unknown) => unknown, onValue: () => Error): unknown {
  let value: unknown;
  try {
    value = action();
  } catch (thrown) {
    return onThrown(thrown);
  }
  if (!(value instanceof Promise)) throw onValue();
  return value.then(() => {
    throw onValue();
  }, onThrown);
}

function faultOf(run: Run, site: number, thrown: unknown): Fault {
  if (thrown instanceof ScriptExit || thrown instanceof Interruption) throw thrown;
  const fault = asFault(run, thrown, site);
  settle(run, fault, true);
  return fault;
}

function failed(run: Run, site: number, message: string): Error {
  return createFault(run, site, { kind: "AssertionFault", message });
}

function compareWithGolden(run: Run, site: number, name: string, actual: string): void {
  const { update, onGolden } = testOf(run);
  const path = goldenPath(dirname(run.options.paths[siteAt(run, site).file] ?? "/"), name);
  // A golden file is shared: no secret goes there.
  const shown = run.secrets.mask(actual);
  if (update) {
    if (writeGolden(path, shown)) onGolden(path);
    return;
  }
  const mismatch = compareGolden(path, `testdata/${name}.golden`, shown);
  if (mismatch === undefined) return;
  const { message, difference } = mismatch;
  const compared = [
    { name: "golden", type: "String", text: "", origins: 0 },
    { name: "actual", type: "String", text: "", origins: 0 },
  ];
  throw createFault(run, site, {
    kind: "AssertionFault",
    message,
    ...(difference.length === 0 ? {} : { compared, difference }),
  });
}

function testOf(run: Run): TestOptions {
  const { test } = run.options;
  if (test === undefined) throw new Refusal("ArgumentFault", "this is no test: `dscript test` runs tests");
  return test;
}
