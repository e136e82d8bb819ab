/** Watches how this host does while a run lasts. A run that is over within a quarter of a second pays a timer for it, and nothing else. */

import { loadSampler, type Sample, type Sampler } from "../diagnosis/index.ts";
import type { RecordBody } from "../records/index.ts";
import type { RunOptions } from "../runtime/index.ts";

export interface RunWatch {
  /** For the runtime: what it tells of commands. */
  readonly watch: NonNullable<RunOptions["watch"]>;
  /** For the diagnosis; undefined until this host is watched. */
  readonly sampler: () => Sampler | undefined;
  readonly end: () => void;
}

export interface WatchRequest {
  /** Absolute paths whose file systems are watched from the start. */
  readonly paths: readonly string[];
  /** The script's name, as records have it. */
  readonly script: string;
  /** Milliseconds from one PeriodicPoint to the next; undefined for none. */
  readonly every: number | undefined;
  readonly emit: (body: RecordBody) => void;
}

/** Milliseconds that a run must last to be worth watching. */
const patience = 250;
/** Commands whose words are kept until somebody looks at them: the last ones count. */
const mostCommands = 32;
/** Of each, so many words. */
const mostWords = 16;

/** Starts watching: soon, or at once where records are asked for. It keeps no run from ending. */
export async function watchRun(request: WatchRequest): Promise<RunWatch> {
  const { paths, every } = request;
  let sampler: Sampler | undefined;
  let stopRecording = (): void => {};
  let isOver = false;
  let commands: { readonly argv: readonly string[]; readonly directory: string }[] = [];
  const timer = every === undefined ? setTimeout(() => void begin(), patience).unref() : undefined;
  if (every !== undefined) {
    await begin();
    stopRecording = await record(request, every, () => sampler);
  }

  async function begin(): Promise<void> {
    const made = await loadSampler({ paths });
    if (isOver) return;
    sampler = made;
    for (const { argv, directory } of commands) use(argv, directory);
    commands = [];
    sampler.start();
  }

  function use(argv: readonly string[], directory: string): void {
    for (const word of argv.slice(1, mostWords)) {
      const path = word.startsWith("-") ? word.slice(word.indexOf("=") + 1) : word;
      if (path.startsWith("/")) sampler?.use(path);
    }
    sampler?.use(directory);
  }

  return {
    watch: {
      started(argv, directory) {
        if (sampler !== undefined) use(argv, directory);
        else if (commands.length < mostCommands) commands.push({ argv, directory });
        else commands[commands.length - 1] = { argv, directory };
      },
    },
    sampler: () => sampler,
    end() {
      isOver = true;
      clearTimeout(timer);
      stopRecording();
      sampler?.stop();
    },
  };
}

/** Emits a record now, and one an interval; what it gives ends that. */
async function record(
  { script, emit }: WatchRequest,
  every: number,
  sampler: () => Sampler | undefined,
): Promise<() => void> {
  const { periodicBody } = await import("./periodic.ts");
  const first = sampler()?.latest();
  let before: Sample | undefined;
  const take = (): void => {
    const now = sampler()?.look().now;
    if (now === undefined || first === undefined) return;
    emit(periodicBody(script, now, before, first));
    before = now;
  };
  take();
  const timer = setInterval(take, every).unref();
  return () => clearInterval(timer);
}
