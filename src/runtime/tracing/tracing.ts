/** Following the system calls of a run's commands: whether that is possible here, found out once, and a trace for each command. */

import { readFileSync } from "node:fs";
import type { Children } from "../processes/children.ts";
import { bytesText } from "../processes/decode.ts";
import { fsPath, packStrings } from "../processes/memory.ts";
import type { Native } from "../processes/native.ts";
import { createPipe } from "../processes/pipe.ts";
import type { Program, ProgramSearch } from "../processes/program-search.ts";
import type { Spawner } from "../processes/spawn.ts";
import { StageTrace } from "./stage-trace.ts";
import { forbiddenBy, straceWords, whyNot } from "./strace.ts";
import { whyUntraceable } from "./traceable.ts";

/** What a program is started as instead. */
export interface Wrapped {
  readonly program: Program;
  readonly words: readonly string[];
}

/** What starts and finds programs. */
interface Means {
  readonly native: Native;
  readonly search: ProgramSearch;
  readonly spawner: Spawner;
  readonly children: Children;
}

export class Tracing {
  readonly #live: Means;
  readonly #tell: (sentence: string) => void;
  readonly #open = new Set<StageTrace>();
  readonly #told = new Set<string>();
  #strace: Program | null = null;
  #names = true;
  #trial: Promise<string | undefined> | null = null;
  #why: string | undefined;

  constructor(live: Means, tell: (sentence: string) => void) {
    this.#live = live;
    this.#tell = tell;
  }

  /** Tries it at the first call. `path` is PATH as the run was started with it; `isAsked`: somebody is to be told where it is not possible. */
  async prepare(path: string | undefined, isAsked: boolean): Promise<void> {
    this.#trial ??= this.#try(path);
    this.#why = await this.#trial;
    if (this.#why !== undefined && isAsked) this.#say(`cannot trace commands: ${this.#why}; they run without a trace`);
  }

  /** A trace for a command that is about to start; undefined where none can be made. */
  begin(): StageTrace | undefined {
    if (this.#strace === null || this.#why !== undefined) return undefined;
    for (const trace of this.#open) if (trace.isEnded) this.#drop(trace);
    const trace = StageTrace.open(this.#live.native);
    if (trace !== undefined) this.#open.add(trace);
    return trace;
  }

  /** How a program is started under this trace; undefined where it is to be started as it is. */
  wrap(
    trace: StageTrace,
    program: Program,
    argv: readonly string[],
    where: { readonly directory: string; readonly searched: string | undefined; readonly isAsked: boolean },
  ): Wrapped | undefined {
    const name = argv[0] ?? "";
    const why = whyUntraceable({
      ...where,
      name,
      path: program.path,
      hasCapabilities: (path) => this.#live.native.hasAttribute(fsPath(path), "security.capability"),
    });
    if (why !== undefined && why !== null && where.isAsked)
      this.#say(`cannot trace ${JSON.stringify(name)}: ${why}; it runs without a trace`);
    if (why !== undefined || this.#strace === null) return undefined;
    return { program: this.#strace, words: [...straceWords(trace.path, this.#names), ...argv] };
  }

  /** It is not used after all. */
  abandon(trace: StageTrace): void {
    this.#open.delete(trace);
    trace.abandon();
  }

  /** The run ends: traces whose tracer still follows what a command left running, each with somebody who goes on reading it. */
  async close(handOver: (readEnd: number) => void): Promise<number> {
    let left = 0;
    for (const trace of this.#open) {
      if (await trace.isLeft(patience)) {
        left += 1;
        handOver(trace.readEnd);
      }
      trace.close();
    }
    this.#open.clear();
    return left;
  }

  #drop(trace: StageTrace): void {
    trace.close();
    this.#open.delete(trace);
  }

  #say(sentence: string): void {
    if (this.#told.has(sentence)) return;
    this.#told.add(sentence);
    this.#tell(sentence);
  }

  /** Why commands cannot be traced here; undefined where a trial went well. A filter without a tracer would fail every call of a command: nothing is taken on trust. */
  async #try(path: string | undefined): Promise<string | undefined> {
    const found = this.#live.search.find("strace", path, "/");
    if (!("memory" in found)) return "strace is not installed (install the package strace)";
    const status = textOf("/proc/self/status");
    if (status === undefined) return "there is no /proc here (mount it)";
    if (/^TracerPid:\s+[1-9]/m.test(status))
      return "this run is being traced itself (run it without strace or a debugger)";
    const scope = Number(textOf("/proc/sys/kernel/yama/ptrace_scope") ?? 0);
    const forbidden = forbiddenBy(scope, process.geteuid?.() === 0);
    if (forbidden !== undefined) return forbidden;
    this.#strace = found;
    let said = await this.#attempt(found);
    if (said !== undefined && /decode-pids|invalid option.*Y/.test(said)) {
      this.#names = false;
      said = await this.#attempt(found);
    }
    return said === undefined ? undefined : whyNot(said);
  }

  /** Traces strace itself: what it said where that failed. */
  #attempt(strace: Program): Promise<string | undefined> {
    const live = this.#live;
    const pipe = createPipe(live.native);
    const nothing = live.native.open(Buffer.from("/dev/null\0"), readWrite);
    if (typeof pipe === "string" || nothing < 0) return Promise.resolve("EMFILE");
    const [readEnd, writeEnd] = pipe;
    const words = [...straceWords("/dev/null", this.#names), strace.path, "-V"];
    const pid = live.spawner.spawn({
      program: strace.memory,
      argv: packStrings(live.native, words).memory,
      environment: packStrings(live.native, ["LC_ALL=C"]).memory,
      descriptors: [nothing, nothing, writeEnd],
      directory: "/",
      umask: 0o077,
      group: "session",
    });
    live.native.close(nothing);
    live.native.close(writeEnd);
    if (pid <= 0) {
      live.native.close(readEnd);
      return Promise.resolve("EAGAIN");
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => live.native.kill(pid, killSignal), longestTrial);
      live.children.watch(pid, true, ({ status }) => {
        clearTimeout(timer);
        const bytes = Buffer.alloc(4096);
        live.native.fcntl(readEnd, setFlags, nonBlocking);
        const size = Math.max(0, live.native.read(readEnd, bytes, bytes.length));
        live.native.close(readEnd);
        const said = bytesText(bytes.subarray(0, size)).trim();
        resolve(status === 0 ? undefined : said);
      });
    });
  }
}

/** Milliseconds that a tracer has to end after its command. */
const patience = 200;
const longestTrial = 5000;
const [readWrite, killSignal, setFlags, nonBlocking] = [0o2000002, 9, 4, 0o4000];

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
