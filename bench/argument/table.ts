// Large cases as Markdown: a row a step, its first and its fastest run, and what the bare way took in the same process.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { environment, node } from "../programs.ts";
import type { StepTimes, Took } from "./run.ts";
import { type Step, type StepName, steps } from "./steps.ts";

const program = fileURLToPath(new URL("run.ts", import.meta.url));

/** Milliseconds of an empty start of Node.js on the machine that the aims were set for: 24 to 32, of which this is the stricter end. */
const startWhereSet = 32;

export const title = "Cases of 30,000 nodes";

/** Runs each step so often in a process of its own. */
export async function argumentTable(
  runs: number,
  onRun: (text: string) => void,
): Promise<{ text: string; missed: readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), "dscript-case-"));
  try {
    return measured(await bundled(folder), runs, onRun);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As it is installed: what runs TypeScript as it stands adds a call to each function that is made. */
async function bundled(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: "silent",
    ssr: { noExternal: true },
    build: {
      ssr: program,
      outDir: folder,
      target: "node20.19",
      minify: false,
      rolldownOptions: { output: { entryFileNames: "run.mjs" } },
    },
  });
  return join(folder, "run.mjs");
}

function measured(
  path: string,
  runs: number,
  onRun: (text: string) => void,
): { text: string; missed: readonly string[] } {
  const missed: string[] = [];
  const starts: number[] = [];
  const timed = (Object.entries(steps) as readonly (readonly [StepName, Step])[]).map(([name, step]) => {
    onRun(`case: ${step.title}`);
    const words = [path, name, String(runs)];
    starts.push(...emptyStarts(runs));
    const times = JSON.parse(execFileSync(process.execPath, words, { encoding: "utf8" })) as StepTimes;
    return { name, step, times };
  });
  const start = Math.min(...starts);
  const rows = timed.map(({ name, step, times }) => {
    const first = times.work[0] ?? { wall: Number.NaN, cpu: Number.NaN };
    const [fast, bare] = [fastest(times.work), fastest(times.bare)];
    const taken = fast.wall / start;
    const [most, isMetHere] = [(step.aim ?? 0) / startWhereSet, fast.wall <= (step.aim ?? fast.wall)];
    const isMet = isMetHere || taken <= most;
    if (!isMet) missed.push(name);
    const aim =
      step.aim === undefined ? "" : `≤ ${ms(step.aim)}, or ${most.toFixed(1)} starts (${isMet ? "met" : "missed"})`;
    const cells = [
      `${step.title}${step.nodes === 30_000 ? "" : `, of ${step.nodes.toLocaleString("en")} nodes`}`,
      ms(first.wall),
      ms(fast.wall),
      taken.toFixed(1),
      ms(fast.cpu),
      aim,
      step.beside,
      ms(bare.cpu),
      `${(fast.cpu / bare.cpu).toFixed(1)}`,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const text = [
    `## ${title}`,
    "",
    "The steps are bundled first, as they are where dscript is installed.",
    `Each step has a process of its own, and is done ${runs} times with a case that is read anew; beside it the bare way, in turn, in the same process.`,
    "*First* is what a user meets; *processors* is the least time that they were busy, the garbage collector's threads included, and × is that of the step beside that of the bare way.",
    `The load of the machine was ${loadavg()[0]?.toFixed(1)}, with its ${cpus().length} processors: above that number, ratios say more than milliseconds.`,
    "",
    `Where the aims were set, Node.js started an empty program in ${startWhereSet} ms; here it took ${ms(start)} (the fastest of ${starts.length}, taken in turn with the steps). *Starts* is the fastest run over that: a slower machine is as slow in both.`,
    "",
    "| step | first | fastest | starts | its processors | aim | beside | its processors | × |",
    "|---|--:|--:|--:|--:|---|---|--:|--:|",
    ...rows,
    "",
  ].join("\n");
  return { text, missed };
}

/** Milliseconds of empty starts of Node.js. */
function emptyStarts(count: number): readonly number[] {
  return Array.from({ length: count }, () => {
    const began = performance.now();
    execFileSync(node, ["-e", "0"], { env: environment() });
    return performance.now() - began;
  });
}

/** The least of each. */
function fastest(times: readonly Took[]): Took {
  return { wall: Math.min(...times.map(({ wall }) => wall)), cpu: Math.min(...times.map(({ cpu }) => cpu)) };
}

function ms(value: number): string {
  return value < 10 ? `${value.toFixed(1)} ms` : `${value.toFixed(0)} ms`;
}
