// Starts the driver: an engine in a process of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const driver = fileURLToPath(new URL("driver.ts", import.meta.url));

export interface Driven {
  readonly child: ChildProcess;
  /** What it has written so far. */
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<number | null>;
  /** When its output holds a text. */
  readonly says: (text: string) => Promise<void>;
}

/** Starts a scenario, whose files lie in `folder`, as the leader of a session of its own, so that signals to its group reach nobody else. */
export function drive(scenario: string, words: readonly string[], folder: string): Driven {
  const tsx = import.meta.resolve("tsx");
  const line = [process.execPath, "--import", tsx, driver, scenario, ...words];
  const [program = "", ...args] = line;
  const child = spawn(program, args, { detached: true, env: { ...process.env, TMPDIR: folder } });
  return watch(child);
}

function watch(child: ChildProcess): Driven {
  let out = "";
  let err = "";
  child.stdout?.on("data", (part: Buffer) => {
    out += part.toString();
  });
  child.stderr?.on("data", (part: Buffer) => {
    err += part.toString();
  });
  return {
    child,
    out: () => out,
    err: () => err,
    ended: new Promise((resolve) => child.on("close", resolve)),
    async says(text) {
      while (!out.includes(text)) {
        if (child.exitCode !== null) throw new Error(`it ended: ${out}${err}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}
