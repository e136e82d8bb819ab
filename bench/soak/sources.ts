// A soak of the checker: a million texts, in a process for each processor; none may throw, hang, or keep memory.
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { growthOf, plot } from "./plot.ts";
import type { Finding } from "./report.ts";

const worker = fileURLToPath(new URL("sources-worker.ts", import.meta.url));
/** A thousand texts that take longer than this hang. */
const patience = 120_000;
const mostGrowth = 0.25;

interface Line {
  readonly done?: number;
  readonly compiled?: number;
  readonly failed?: number;
  readonly why?: string;
  readonly memory: number;
}

export async function soakSources(
  count: number,
  firstSeed: number,
  onProgress: (text: string) => void,
): Promise<Finding> {
  const workers = availableParallelism();
  const share = Math.ceil(count / workers);
  const done = new Array<number>(workers).fill(0);
  const parts = await Promise.all(
    done.map((_, index) =>
      runWorker(firstSeed + index * share, share, (texts) => {
        done[index] = texts;
        onProgress(`sources: ${done.reduce((sum, each) => sum + each, 0)} of ${count}`);
      }),
    ),
  );
  const problems = parts.flatMap((part) => part.problems);
  for (const [index, { memory }] of parts.entries()) {
    const growth = growthOf(memory);
    if (growth > mostGrowth) problems.push(`process ${index + 1} grew by ${Math.round(growth * 100)} %`);
  }
  const compiled = parts.reduce((sum, part) => sum + part.compiled, 0);
  const total = done.reduce((sum, each) => sum + each, 0);
  return {
    title: "Fuzzed sources",
    says: `${total} texts read and checked, ${compiled} of them compiled; ${problems.length} problems`,
    plots: parts.map(({ memory }, index) => plot(`memory of process ${index + 1}`, "MiB", memory)),
    problems,
  };
}

async function runWorker(first: number, count: number, onDone: (texts: number) => void) {
  const child = spawn(process.execPath, ["--import", "tsx", worker, String(first), String(count)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const problems: string[] = [];
  const memory: number[] = [];
  let compiled = 0;
  let done = 0;
  let timer = setTimeout(hang, patience);
  function hang(): void {
    problems.push(`the texts from ${first + done} on hang`);
    child.kill("SIGKILL");
  }
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (text) => {
    clearTimeout(timer);
    timer = setTimeout(hang, patience);
    const line = JSON.parse(text) as Line;
    memory.push(line.memory);
    compiled = line.compiled ?? compiled;
    if (line.done !== undefined) {
      done = line.done;
      onDone(done);
    }
    if (line.failed !== undefined) problems.push(`text ${line.failed}: ${line.why ?? ""}`);
  });
  const status = await new Promise<number>((resolve) => child.on("close", (code) => resolve(code ?? 1)));
  clearTimeout(timer);
  if (status !== 0) problems.push(`the process ended with ${status} within the texts from ${first + done} on`);
  return { problems, memory, compiled };
}
