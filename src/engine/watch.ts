/** Watches how this host does while a run lasts. A run that is over within a quarter of a second pays a timer for it, and nothing else. */

import { loadSampler, type Sampler } from "../diagnosis/index.ts";
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
}

/** Milliseconds that a run must last to be worth watching. */
const patience = 250;
/** Commands whose words are kept until somebody looks at them: the last ones count. */
const mostCommands = 32;
/** Of each, so many words. */
const mostWords = 16;

/** Starts watching, soon. It keeps no run from ending. */
export function watchRun({ paths }: WatchRequest): RunWatch {
  let sampler: Sampler | undefined;
  let isOver = false;
  let commands: { readonly argv: readonly string[]; readonly directory: string }[] = [];
  const timer = setTimeout(() => void begin(), patience).unref();

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
      sampler?.stop();
    },
  };
}
