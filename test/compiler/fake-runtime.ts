/** A runtime that starts no process: commands print into a list, and fail as the test says. */

import type { Flow, Policy, Program, RuntimeApi, StageRun } from "../../src/records/index.ts";

/** What compiled classes extend. */
class FakeObject {}

export class FakeFault extends Error {
  readonly fault = true as const;
  readonly kind: string;
  readonly class: string;
  readonly status: number;
  readonly frames: { readonly name: string; readonly line: number; readonly values: readonly unknown[] }[] = [];
  constructor(kind: string, message: string, status = 1, faultClass = "SoftwareFault") {
    super(message);
    this.kind = kind;
    this.status = status;
    this.class = faultClass;
  }
}

export class FakeExit extends Error {
  readonly status: number;
  constructor(status: number) {
    super("exit");
    this.status = status;
  }
}

export interface FakeRun {
  readonly rt: RuntimeApi;
  /** What happened, one line each: commands with their policy, prints, faults that were handled. */
  readonly events: string[];
}

interface FakeFlow extends Flow {
  readonly sink: string[] | null;
  directory: string;
}

export const mainFlow = (): Flow => ({ flow: true, sink: null, directory: "/" }) as FakeFlow;

const policies = ["raise", "report", "accept"];

export interface FakeOptions {
  /** Status by command name; `status N` gives N anyway. */
  readonly statuses?: Readonly<Record<string, number>>;
  readonly arguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly defines?: Readonly<Record<string, unknown>>;
}

// A fake needs no types beyond what its callers use; the cast at its end says that it stands for the real one.
export function createFake(program: Program, options: FakeOptions = {}): FakeRun {
  const events: string[] = [];
  let lastJob: unknown = null;
  const say = (text: string): void => void events.push(text);
  const write = (flow: Flow, text: string): void => {
    const { sink } = flow as FakeFlow;
    if (sink === null) say(text);
    else sink.push(text);
  };
  const statusOfStage = async (flow: Flow, stage: StageRun): Promise<number> => {
    if (stage.group !== undefined) return (await stage.group(fork(flow))) ?? 0;
    const argv = stage.argv ?? [];
    const [name = ""] = argv;
    const extra = [...(stage.env ?? []).map(([key, value]) => `${key}=${value}`)];
    for (const { fd, op, target } of stage.redirects ?? []) extra.push(`${fd}${op}${target}`);
    if (stage.limit !== undefined) extra.push(`limit ${stage.limit}`);
    if (stage.within !== undefined) extra.push(`within ${stage.within}`);
    if (stage.program !== undefined) extra.push(`program ${stage.program}`);
    const text = [...extra, ...argv].join(" ");
    if (name === "echo") write(flow, argv.slice(1).join(" "));
    else if (name === "pwd") write(flow, (flow as FakeFlow).directory);
    else say(`run ${text}`);
    if (name === "status") return Number(argv[1]);
    return options.statuses?.[name] ?? (name === "false" ? 1 : 0);
  };
  const judge = (site: number, status: number, policy: Policy): number => {
    if (status === 0 || policy === 2) return status;
    if (policy === 0) throw new FakeFault("CommandFault", `${program.sites[site]?.api} gave ${status}`, status);
    say(`reported ${status} (${policies[policy]})`);
    return status;
  };
  const pipeline = async (flow: Flow, stages: readonly StageRun[]): Promise<{ status: number; group: boolean }> => {
    let status = 0;
    let group = false;
    for (const stage of stages) {
      const given = await statusOfStage(flow, stage);
      if (given !== 0) {
        status = given;
        group = stage.group !== undefined;
      }
    }
    return { status, group };
  };
  const captured = async (flow: Flow, body: (flow: Flow) => Promise<unknown>): Promise<string[]> => {
    const sink: string[] = [];
    await body({ ...(flow as FakeFlow), sink } as Flow);
    return sink;
  };
  const range = (value: number, name: string): number => {
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new FakeFault("OverflowFault", name);
    return value + 0;
  };
  const divisor = (value: number): number => {
    if (value === 0) throw new FakeFault("ZeroDivisionFault", "division by zero");
    return value;
  };
  const inside = <T>(list: readonly T[] | string, index: number): void => {
    if (index < 0 || index >= list.length) throw new FakeFault("IndexFault", `index ${index}`);
  };
  const asFault = (thrown: unknown): FakeFault => {
    if (thrown instanceof FakeFault) return thrown;
    if (thrown instanceof RangeError) return new FakeFault("StackFault", "too deep");
    throw thrown;
  };
  const rt = {
    async run(flow: Flow, site: number, stages: readonly StageRun[], policy: Policy) {
      const { status, group } = await pipeline(flow, stages);
      return group ? status : judge(site, status, policy);
    },
    async answer(flow: Flow, site: number, stages: readonly StageRun[], policy: Policy) {
      const { status, group } = await pipeline(flow, stages);
      return group || status === 1 ? status : judge(site, status, policy);
    },
    capture: async (flow: Flow, _site: number, body: (flow: Flow) => Promise<void>) =>
      (await captured(flow, body)).join("\n"),
    captureLines: (flow: Flow, _site: number, body: (flow: Flow) => Promise<void>) => captured(flow, body),
    async captureOptional(flow: Flow, _site: number, body: (flow: Flow) => Promise<void>) {
      try {
        return (await captured(flow, body)).join("\n");
      } catch (thrown) {
        asFault(thrown);
        return null;
      }
    },
    async captureResult(flow: Flow, _site: number, body: (flow: Flow) => Promise<number>) {
      let status = 0;
      const out = await captured(flow, async (inner) => {
        status = await body(inner);
      });
      return {
        status,
        out: out.join("\n"),
        err: "",
        elapsed: 0,
        usage: { user: 0, system: 0, memory: 0 },
        stages: [status],
      };
    },
    async *lines(flow: Flow, _site: number, body: (flow: Flow) => Promise<void>) {
      yield* await captured(flow, body);
    },
    job(flow: Flow, _site: number, body: (flow: Flow) => Promise<number>) {
      lastJob = { job: body(fork(flow)) };
      return lastJob;
    },
    lastJob: () => lastJob,
    changeDirectory(flow: Flow, site: number, directory: string, policy: Policy) {
      if (directory === "/missing") return judge(site, 1, policy);
      (flow as FakeFlow).directory = directory;
      return 0;
    },
    enterDirectory(flow: Flow, site: number, directory: string, policy: Policy) {
      if (directory === "/missing") return judge(site, 1, policy) === 0 ? "" : null;
      const { directory: previous } = flow as FakeFlow;
      (flow as FakeFlow).directory = directory;
      return previous;
    },
    leaveDirectory(flow: Flow, previous: string) {
      (flow as FakeFlow).directory = previous;
    },
    exportVariable: (_flow: Flow, name: string, value: string) => say(`export ${name}=${value}`),
    exit(_flow: Flow, _site: number, status: number) {
      throw new FakeExit(status);
    },
    globWord: (_flow: Flow, _site: number, parts: readonly (string | { glob: string })[]) => [
      parts.map((part) => (typeof part === "string" ? part : `<${part.glob}>`)).join(""),
    ],
    tilde: (_flow: Flow, _site: number, user: string | null) => (user === null ? "/home/me" : `/home/${user}`),
    guardWord: (_flow: Flow, _site: number, _stage: number, _word: number, value: string) => `[${value}]`,
    guardWords: (_flow: Flow, _site: number, _stage: number, _word: number, values: readonly string[]) =>
      values.map((value) => `[${value}]`),
    caught(_flow: Flow, thrown: unknown) {
      return asFault(thrown);
    },
    matches: (fault: FakeFault, name: string) => name === "Fault" || name === fault.kind || name === fault.class,
    handled: (_flow: Flow, fault: FakeFault) => say(`handled ${fault.kind}`),
    statusOf: (fault: FakeFault) => fault.status,
    throwStated(_flow: Flow, _site: number, name: string, message: string) {
      throw new FakeFault(name.endsWith("Fault") && name.length > 11 ? name : "ThrownFault", message, 1, name);
    },
    rethrow(_flow: Flow, _site: number, fault: FakeFault) {
      throw fault;
    },
    assertionFailed(_flow: Flow, _site: number, why: string | null) {
      throw new FakeFault("AssertionFault", why ?? "");
    },
    frame(thrown: unknown, site: number, values: readonly unknown[]) {
      if (thrown instanceof FakeExit) return thrown;
      const fault = asFault(thrown);
      const { api = "", line = 0 } = program.sites[site] ?? {};
      if (fault.frames.length < 20) fault.frames.push({ name: api, line, values });
      return fault;
    },
    deferFailed: (_flow: Flow, pending: unknown, thrown: unknown) => {
      say(`defer failed: ${asFault(thrown).message}`);
      return pending;
    },
    add: (a: number, b: number) => range(a + b, "+"),
    subtract: (a: number, b: number) => range(a - b, "-"),
    multiply: (a: number, b: number) => range(a * b, "*"),
    divide: (a: number, b: number) => Math.trunc(a / divisor(b)) + 0,
    remainder: (a: number, b: number) => (a % divisor(b)) + 0,
    negate: (a: number) => 0 - a,
    ScriptObject: FakeObject,
    castObject<T>(value: T, type: new () => object, name: string): T {
      if (value instanceof type) return value;
      throw new FakeFault("CastFault", name);
    },
    castInt: (value: number) => range(Math.trunc(value) + 0, "cast"),
    enterRisk: () => say("enter risk"),
    leaveRisk: () => say("leave risk"),
    divideFloat: (a: number, b: number) => a / divisor(b),
    remainderFloat: (a: number, b: number) => a % divisor(b),
    bits(operator: string, a: number, b: number) {
      const [x, y] = [BigInt(a), BigInt(b)];
      const results: Record<string, bigint> = { "&": x & y, "|": x | y, "^": x ^ y, "~": -1n - x };
      if (operator === "<<") return Number(x << y);
      return Number(operator === ">>" ? x >> y : (results[operator] ?? 0n));
    },
    at<T>(list: readonly T[], index: number) {
      inside(list, index);
      return list[index];
    },
    setAt<T>(list: T[], index: number, value: T) {
      inside(list, index);
      list[index] = value;
      return value;
    },
    characterAt(text: string, index: number) {
      inside(text, index);
      return text.charAt(index);
    },
    valueAt(map: ReadonlyMap<string, unknown>, key: string) {
      if (!map.has(key)) throw new FakeFault("KeyFault", key);
      return map.get(key);
    },
    showFloat: (value: number) => (Number.isInteger(value) ? `${value}.0` : String(value)),
    showDuration: (value: number) => `${value}ms`,
    showSize: (value: number) => `${value}B`,
    show: (value: unknown, type: string) => `${type}:${String(value)}`,
    compareTexts: (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0),
    regexTest: (_flow: Flow, text: string, regex: RegExp) => regex.test(text),
    due: () => false,
    breathe: async () => {},
    sleep: async () => {},
    async waitUntil(
      flow: Flow,
      _site: number,
      condition: (flow: Flow) => Promise<boolean>,
      every: number | null,
      timeout: number | null,
    ) {
      for (let turn = 0; !(await condition(flow)); turn += 1)
        if (turn > 5) throw new FakeFault("TimeoutFault", "waited");
      say(`waited every ${every} timeout ${timeout}`);
    },
    async retry(
      _flow: Flow,
      _site: number,
      times: number,
      every: number | null,
      doubling: boolean,
      on: readonly string[],
      body: () => Promise<void>,
    ) {
      for (let turn = 1; ; turn += 1) {
        try {
          return await body();
        } catch (thrown) {
          const fault = asFault(thrown);
          if (turn === times) throw fault;
          say(`again after ${fault.kind} every ${every} ${doubling ? "doubling" : ""}${on.join()}`);
        }
      }
    },
    async lock(_flow: Flow, _site: number, name: string) {
      say(`lock ${name}`);
      return () => say(`unlock ${name}`);
    },
    argv: () => options.arguments ?? [],
    argument(_flow: Flow, index: number) {
      const value = options.arguments?.[index];
      if (value === undefined) throw new FakeFault("ArgumentFault", `ARGV[${index}]`, 1, "UserFault");
      return value;
    },
    environment(_flow: Flow, name: string) {
      const value = options.environment?.[name];
      if (value === undefined) throw new FakeFault("EnvironmentFault", name, 1, "UserFault");
      return value;
    },
    environmentOptional: (_flow: Flow, name: string) => options.environment?.[name] ?? null,
    scriptPath: (file: number) => `/path/${file}`,
    scriptDirectory: (file: number) => `/directory/${file}`,
    defined: (name: string) => options.defines?.[name] ?? null,
    library: library(write),
  };
  return { rt: rt as unknown as RuntimeApi, events };
}

function fork(flow: Flow): Flow {
  return { ...(flow as FakeFlow) };
}

type Anything = (...values: never[]) => unknown;

/** The few functions that the tests' scripts call. */
function library(write: (flow: Flow, text: string) => void): Readonly<Record<string, Anything>> {
  return {
    println: (flow: Flow, _site: number, ...values: string[]) => write(flow, values.join(" ")),
    sleep: async () => {},
    "String.upper": (_flow: Flow, _site: number, text: string) => text.toUpperCase(),
    "String.split": (_flow: Flow, _site: number, text: string, separator: string) => text.split(separator),
    "[].map": (
      flow: Flow,
      _site: number,
      list: unknown[],
      change: (flow: Flow, site: number, value: unknown) => unknown,
    ) => {
      const results = list.map((value) => change(flow, _site, value));
      return results.some((each) => each instanceof Promise) ? Promise.all(results) : results;
    },
    "[].filter": (
      flow: Flow,
      _site: number,
      list: unknown[],
      keep: (flow: Flow, site: number, value: unknown) => boolean,
    ) => list.filter((value) => keep(flow, _site, value)),
    "[].join": (_flow: Flow, _site: number, list: unknown[], separator: string | undefined, type: string) =>
      `${list.join(separator ?? "")} (${type})`,
    "Fault.message": (_flow: Flow, _site: number, fault: FakeFault) => fault.message,
    "Fault.status": (_flow: Flow, _site: number, fault: FakeFault) => fault.status,
    "Result.status": (_flow: Flow, _site: number, result: { status: number }) => result.status,
    "Result.out": (_flow: Flow, _site: number, result: { out: string }) => result.out,
    "int.parse": (_flow: Flow, _site: number, text: string) => {
      if (!/^-?\d+$/.test(text)) throw new FakeFault("FormatFault", text);
      return Number(text);
    },
    exists: () => true,
  };
}
