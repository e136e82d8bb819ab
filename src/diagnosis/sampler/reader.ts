/** Takes a sample: every file is kept open, and one that is not there is asked for no more. */

import { join } from "node:path";
import { ControlGroup } from "./control-group.ts";
import { MountsInUse } from "./mounts-in-use.ts";
import * as parse from "./parse.ts";
import { mayKeep, ProcFile } from "./proc-file.ts";
import type { Fill, Sample } from "./sample.ts";

export class SampleReader {
  readonly mounts: MountsInUse;
  readonly #files = new Map<string, ProcFile>();
  readonly #group: ControlGroup;
  readonly #proc: string;
  readonly #isKept: boolean;
  readonly #processors: number;
  readonly #mostProcesses: number | undefined;

  /** `proc` is where /proc is. */
  constructor(proc: string) {
    this.#proc = proc;
    this.#isKept = mayKeep(new ProcFile(join(proc, "self/limits"), false).read());
    this.mounts = new MountsInUse(proc, this.#isKept);
    this.#group = new ControlGroup(proc, this.#isKept);
    this.#processors = Math.max(1, process.getBuiltinModule("node:os").availableParallelism());
    const limits = ["sys/kernel/pid_max", "sys/kernel/threads-max"].flatMap(
      (name) => parse.parseNumber(this.#read(name)) ?? [],
    );
    this.#mostProcesses = limits.length === 0 ? undefined : Math.min(...limits);
  }

  /** Now. `late`: by how many milliseconds it comes too late; `whole` reads the list of mounts in any case. Never throws. */
  read(late: number, whole: boolean): Sample {
    const at = performance.now();
    const own = process.cpuUsage();
    const load = parse.parseLoad(this.#read("loadavg"));
    const stalls = {
      ...known("cpu", parse.parseStalls(this.#read("pressure/cpu"))),
      ...known("memory", parse.parseStalls(this.#read("pressure/memory"))),
      ...known("io", parse.parseStalls(this.#read("pressure/io"))),
    };
    return {
      ...{ at, late, own: (own.user + own.system) / 1000, timeOfDay: Date.now() - at, processors: this.#processors },
      ...known("sinceBoot", parse.parseUptime(this.#read("uptime"))),
      ...parse.parseTicks(this.#read("stat")),
      ...(load === undefined ? {} : { load: load.load, runnable: load.runnable }),
      ...known("processes", this.#processes(load?.threads)),
      ...known("descriptors", parse.parseDescriptors(this.#read("sys/fs/file-nr"))),
      ...known("memory", parse.parseMemory(this.#read("meminfo"))),
      ...parse.parseVmstat(this.#read("vmstat")),
      stalls,
      group: this.#group.read(),
      interfaces: parse.parseInterfaces(this.#read("net/dev")),
      mounts: this.mounts.read(whole),
    };
  }

  close(): void {
    for (const file of this.#files.values()) file.close();
    this.mounts.close();
    this.#group.close();
  }

  #processes(threads: number | undefined): Fill | undefined {
    if (threads === undefined || this.#mostProcesses === undefined) return undefined;
    return { used: threads, most: this.#mostProcesses };
  }

  #read(name: string): string | undefined {
    let file = this.#files.get(name);
    if (file === undefined) {
      file = new ProcFile(join(this.#proc, name), this.#isKept);
      this.#files.set(name, file);
    }
    return file.read();
  }
}

/** The value under its name, where there is one. */
function known<K extends string, T>(name: K, value: T | undefined): { readonly [P in K]?: T } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]: T });
}
