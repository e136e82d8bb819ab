/** Watches how this host and a run's commands do. A run that is over within a quarter of a second pays a timer for it, and one line a slow command. */

import { join } from "node:path";
import type { CommandTable } from "../commands/index.ts";
import { loadSampler, type Sample, type Sampler } from "../diagnosis/index.ts";
import type { RecordBody } from "../records/index.ts";
import { type RunOptions, tryLockFile, type WatchedCommand } from "../runtime/index.ts";
import type { Learner } from "./usual-times/learner.ts";

export interface RunWatch {
  /** For the runtime: what it tells of commands. */
  readonly watch: NonNullable<RunOptions["watch"]>;
  /** For the diagnosis; undefined until this host is watched. */
  readonly sampler: () => Sampler | undefined;
  readonly end: () => void;
  /** Keeps what was learnt of the commands' times in the state folder, where there is one. Never throws. */
  readonly keep: (stateFolder: string | undefined) => Promise<void>;
}

export interface WatchRequest {
  /** Absolute paths whose file systems are watched from the start; undefined where the host is not to be looked at. */
  readonly paths: readonly string[] | undefined;
  /** The script's name, as records have it. */
  readonly script: string;
  /** Milliseconds from one PeriodicPoint to the next; undefined for none. */
  readonly every: number | undefined;
  readonly emit: (body: RecordBody) => void;
  readonly commands: CommandTable;
  /** What finds the state folder of earlier runs, where usual times count; undefined where they do not. */
  readonly learnsIn: (() => string | undefined) | undefined;
}

/** Milliseconds that a run must last to be worth watching. */
const patience = 250;
/** Milliseconds from one look at the commands that run to the next. */
const lookEvery = 1000;
/** Shorter commands, in milliseconds, are not learnt from; of those that ended ahead of the watch, as many are kept. */
const shortest = 20;
const mostEarly = 64;
/** Of a command's words, those that are looked at for paths. */
const mostWords = 16;

/** Starts watching: soon, or at once where records are asked for. It keeps no run from ending. */
export async function watchRun(request: WatchRequest): Promise<RunWatch> {
  const { paths, every, learnsIn } = request;
  let sampler: Sampler | undefined;
  let learner: Learner | undefined;
  let isOver = false;
  const running = new Set<WatchedCommand>();
  const early: (readonly [WatchedCommand, number])[] = [];
  const endings: (() => void)[] = [];

  if (every === undefined) {
    // What cannot be loaded any more (the installation was replaced, no descriptor is left) watches nothing: the run goes on.
    const timer = setTimeout(() => void begin().catch(() => undefined), patience).unref();
    endings.push(() => clearTimeout(timer));
  } else {
    await begin();
    if (sampler !== undefined) endings.push(await record(request, every, sampler));
  }

  async function begin(): Promise<void> {
    if (paths !== undefined || every !== undefined) {
      const made = await loadSampler({ paths: paths ?? [] });
      if (isOver) return;
      sampler = made;
      for (const command of running) use(command);
      sampler.start();
    }
    if (learnsIn === undefined) return;
    const learns = await learn();
    if (isOver) return;
    for (const command of running) learns.started(command);
    const timer = setInterval(() => learns.look(), lookEvery).unref();
    endings.push(() => clearInterval(timer));
  }

  async function learn(): Promise<Learner> {
    const { createLearner } = await import("./usual-times/learner.ts");
    const earlier = learnsIn?.();
    learner ??= createLearner(request.commands, earlier === undefined ? undefined : join(earlier, folderName));
    for (const [command, elapsed] of early.splice(0)) learner.ended(command, elapsed);
    return learner;
  }

  function use({ argv, directory }: WatchedCommand): void {
    sampler?.use(directory);
    for (const word of argv.slice(1, mostWords)) {
      const path = word.startsWith("-") ? word.slice(word.indexOf("=") + 1) : word;
      if (path.startsWith("/")) sampler?.use(path);
    }
  }

  return {
    watch: {
      started(command) {
        running.add(command);
        if (sampler !== undefined) use(command);
        learner?.started(command);
      },
      ended(command, elapsed) {
        running.delete(command);
        if (learner !== undefined) learner.ended(command, elapsed);
        else if (elapsed !== undefined && elapsed >= shortest && early.length < mostEarly)
          early.push([command, elapsed]);
      },
    },
    sampler: () => sampler,
    end() {
      isOver = true;
      for (const act of endings) act();
      sampler?.stop();
    },
    async keep(stateFolder) {
      if (learnsIn === undefined || stateFolder === undefined || (learner === undefined && early.length === 0)) return;
      try {
        await (await learn()).keep(join(stateFolder, folderName), tryLockFile);
      } catch {
        // Nothing is learnt.
      }
    },
  };
}

const folderName = "usual-times";

/** Emits a record now, and one an interval; what it gives ends that. */
async function record({ script, emit }: WatchRequest, every: number, sampler: Sampler): Promise<() => void> {
  const { periodicBody } = await import("./periodic.ts");
  const first = sampler.look().now;
  let before: Sample | undefined;
  const take = (): void => {
    const { now } = sampler.look();
    emit(periodicBody(script, now, before, first));
    before = now;
  };
  take();
  const timer = setInterval(take, every).unref();
  return () => clearInterval(timer);
}
